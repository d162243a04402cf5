/**
 * The tint of our land, cut exactly along the line that is drawn. The server sends the land simplified to about 500 m;
 * where its edge runs along the border, the vertices of the drawn line are put back between its own.
 */

const keyOf = ([lon, lat]) => `${lon.toFixed(4)} ${lat.toFixed(4)}`;

/** `rings` and `lines` as `[lon, lat]`; vertices of a ring that stand on a line agree with it to four decimals. */
export function followLines(rings, lines) {
  const places = new Map();
  lines.forEach((line, number) => line.forEach((vertex, index) => places.set(keyOf(vertex), { number, index })));
  return rings.map((ring) => ring.flatMap((vertex, i) => [vertex, ...between(lines, places.get(keyOf(vertex)), places.get(keyOf(ring[(i + 1) % ring.length])))]));
}

/** Vertices strictly between two places of the same line, in the direction from `a` to `b`. */
function between(lines, a, b) {
  if (!a || !b || a.number !== b.number) return [];
  const line = lines[a.number];
  return a.index <= b.index ? line.slice(a.index + 1, b.index) : line.slice(b.index + 1, a.index).reverse();
}
