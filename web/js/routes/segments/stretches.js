/**
 * Between two junctions a road carries the same, but a map has many junctions: pieces of one road in a row that carry nearly the same
 * are one stretch to whoever reads the result. Pure.
 */

/** A piece with less than this share of the strongest piece of its stretch begins another. */
const ALIKE = 0.9;

/**
 * `features`: LineStrings with `load`, `share`, and `class`, `ref`, `name`, `length_m` where they are known. Answers the stretches by load, each
 * a feature with the id and the properties of its strongest piece, besides `rank` among stretches, `length_m` of all pieces and `edges`,
 * their ids from one end to the other.
 */
export function stretchesOf(features) {
  const pieces = features.map((feature) => ({ feature, ends: endsOf(feature), road: roadOf(feature) }));
  const byEnd = new Map();
  for (const piece of pieces) for (const end of piece.ends) byEnd.set(end, [...(byEnd.get(end) ?? []), piece]);
  const taken = new Set();
  const stretches = [];
  for (const piece of [...pieces].sort(byLoad)) {
    if (taken.has(piece)) continue;
    taken.add(piece);
    const before = extend(piece, piece.ends[0], byEnd, taken);
    const after = extend(piece, piece.ends[1], byEnd, taken);
    stretches.push(joined(piece, before, after));
  }
  return stretches.map((stretch, i) => ({ ...stretch, properties: { ...stretch.properties, rank: i + 1 } }));
}

const byLoad = (a, b) => b.feature.properties.load - a.feature.properties.load;

/** What follows a piece at one of its ends, as long as the road goes on and carries nearly as much: the strongest of what goes on. */
function extend(first, end, byEnd, taken) {
  const least = ALIKE * first.feature.properties.load;
  const chain = [];
  let at = end;
  for (;;) {
    const next = (byEnd.get(at) ?? []).filter((piece) => !taken.has(piece) && piece.road === first.road && piece.feature.properties.load >= least).sort(byLoad)[0];
    if (!next) return chain;
    taken.add(next);
    const isForward = next.ends[0] === at;
    chain.push({ ...next, coordinates: isForward ? coordinatesOf(next) : [...coordinatesOf(next)].reverse() });
    at = next.ends[isForward ? 1 : 0];
  }
}

function joined(first, before, after) {
  const pieces = [...before].reverse().map((piece) => ({ ...piece, coordinates: [...piece.coordinates].reverse() })).concat({ ...first, coordinates: coordinatesOf(first) }, after);
  const coordinates = pieces.flatMap((piece, i) => (i === 0 ? piece.coordinates : piece.coordinates.slice(1)));
  const lengths = pieces.map(({ feature }) => feature.properties.length_m);
  const { feature } = first;
  return {
    type: 'Feature',
    id: feature.id,
    geometry: { type: 'LineString', coordinates },
    properties: {
      ...feature.properties,
      length_m: lengths.every(Number.isFinite) ? lengths.reduce((sum, length) => sum + length, 0) : null,
      edges: pieces.map((piece) => piece.feature.id),
    },
  };
}

const coordinatesOf = ({ feature }) => feature.geometry.coordinates;

const endsOf = (feature) => [feature.geometry.coordinates[0], feature.geometry.coordinates.at(-1)].map(([lon, lat]) => `${lon.toFixed(7)} ${lat.toFixed(7)}`);

/** A road goes on under its number, else its name, else, as trails do, as one of its class. */
const roadOf = ({ properties: { ref, name, class: kind } }) => ref ?? name ?? kind ?? '';
