/** Which labels of a map are drawn, and on which side of their point: the more important first, none over another. */

const GAP = 4;
/** Names of two places read as one when nothing stands between them. */
const BETWEEN_NAMES = 6;

/**
 * `candidates`: `{x, y, width, height, rank, radius, sides}` in CSS pixels; a low rank wins, `radius` is the size of the
 * symbol, `sides` the sides to try in order (`right`, `left`, `above`, `below`, `centre`). `taken`: boxes
 * `[left, top, right, bottom]` that stay free; no label is cut by the edge of the box `visible`. Answers the candidates
 * that found a place, each with its `box`.
 */
export function placeLabels(candidates, taken = [], { width, height, visible = null }) {
  const grid = new BoxGrid(taken);
  const inside = candidates.filter(({ x, y }) => x > -50 && y > -20 && x < width + 50 && y < height + 20);
  for (const { x, y, radius = 0 } of inside) if (radius > 0) grid.add([x - radius, y - radius, x + radius, y + radius]);
  const placed = [];
  for (const candidate of [...inside].sort((a, b) => a.rank - b.rank)) {
    const own = candidate.radius > 0 ? symbolBox(candidate) : null;
    const box = candidate.sides.map((side) => boxAt(candidate, side)).find((each) => isUncut(each, visible) && grid.isFree(each, own));
    if (!box) continue;
    grid.add(box);
    placed.push({ ...candidate, box });
  }
  return placed;
}

const symbolBox = ({ x, y, radius }) => [x - radius, y - radius, x + radius, y + radius];

function boxAt({ x, y, width, height, radius = 0 }, side) {
  const reach = radius + GAP;
  const left = { right: x + reach, left: x - reach - width }[side] ?? x - width / 2;
  const top = { above: y - reach - height + 2, below: y + reach - 2 }[side] ?? y - height / 2;
  return [left, top, left + width, top + height];
}

/** Boxes by cells of 64 px, so that a label meets its neighbours only. */
class BoxGrid {
  #cells = new Map();

  constructor(boxes) {
    for (const box of boxes) this.add(box);
  }

  add(box) {
    for (const key of cellsOf(box)) this.#cells.set(key, [...(this.#cells.get(key) ?? []), box]);
  }

  isFree(box, except) {
    return cellsOf(box).every((key) => (this.#cells.get(key) ?? []).every((other) => sameBox(other, except) || !overlap(box, other)));
  }
}

function cellsOf([left, top, right, bottom]) {
  const keys = [];
  for (let row = Math.floor(top / 64); row <= Math.floor(bottom / 64); row++) {
    for (let column = Math.floor(left / 64); column <= Math.floor(right / 64); column++) keys.push(`${row}:${column}`);
  }
  return keys;
}

const overlap = (a, b) => a[0] < b[2] + BETWEEN_NAMES && b[0] < a[2] + BETWEEN_NAMES && a[1] < b[3] && b[1] < a[3];
/** Half a name at the edge of the map is worse than none. */
const isUncut = (box, visible) => !visible || contains(visible, box) || !overlap(visible, box);
const contains = (outer, inner) => inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3];
const sameBox = (a, b) => b !== null && a.every((edge, i) => edge === b[i]);
