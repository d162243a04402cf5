/** Two results beside each other: what may be compared, and what has changed. Pure. */

/** What has to be the same for values to mean the same, by the name of its words. */
const METHOD = {
  cell: ['cell', 'cell_metres'],
  band: ['band_metres'],
  weight: ['weight'],
  exposure: ['exposure', 'smoothing', 'min_exposure_hours'],
  step: ['step'],
  statistic: ['statistic', 'max_duration'],
};

/** In which respects two results were made differently: some of `cell`, `band`, `weight`, `exposure`, `step`, `statistic`, `filter`. */
export function differences(left, right) {
  const differ = (names) => names.some((name) => (left.summary[name] ?? null) !== (right.summary[name] ?? null));
  const found = Object.keys(METHOD).filter((key) => differ(METHOD[key]));
  return sameFilter(left.inputs, right.inputs) ? found : [...found, 'filter'];
}

/** Conditions other than the time. */
function sameFilter(a, b) {
  const { datetime: ignored, ...one } = a?.filter ?? {};
  const { datetime: alsoIgnored, ...other } = b?.filter ?? {};
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => String(one[name] ?? '') === String(other[name] ?? ''));
}

/** Cells bear the same ids only on the same grid. */
export const sameGrid = (left, right) => ['cell', 'cell_metres', 'distance'].every((name) => left.summary[name] === right.summary[name]);

/** Pairs of features with the same id, and what only one side has: `{pairs: [[left, right], ...], onlyLeft, onlyRight}`. */
export function matchById(left, right) {
  const others = new Map(right.features.map((feature) => [feature.id, feature]));
  const pairs = [];
  const onlyLeft = [];
  for (const feature of left.features) {
    if (others.has(feature.id)) pairs.push([feature, others.get(feature.id)]);
    else onlyLeft.push(feature);
    others.delete(feature.id);
  }
  return { pairs, onlyLeft, onlyRight: [...others.values()] };
}

/**
 * What became hot, what is so no longer, and what stayed: `{became, ended, stayed, compared}`, counts of cells.
 * `isHot(feature, side)` is true, false, or null for a cell of which that side (0 or 1) can't say; such a cell is left out.
 * Null on different grids.
 */
export function changesOf(left, right, isHot) {
  if (!sameGrid(left, right)) return null;
  const hot = matchById(left, right).pairs.map(([a, b]) => [isHot(a, 0), isHot(b, 1)]).filter((pair) => !pair.includes(null));
  return {
    became: hot.filter(([a, b]) => !a && b).length,
    ended: hot.filter(([a, b]) => a && !b).length,
    stayed: hot.filter(([a, b]) => a && b).length,
    compared: hot.length,
  };
}

/** The two in the order of a map: the earlier period at the left; of the same period, the one that was made earlier. */
export function inOrder(a, b) {
  const key = ({ summary, created = '' }) => `${summary?.period?.from ?? ''} ${summary?.period?.to ?? ''} ${created}`;
  return key(a) <= key(b) ? [a, b] : [b, a];
}

/**
 * What each of two sides is called: `{name, detail}`. `facts` are `[period, method, time of the run]` of each; the name is the
 * first in which they differ, and beside it stands the method, or the period where the method is the name already.
 */
export function namesOf([left, right]) {
  const differing = left.findIndex((fact, i) => fact !== right[i]);
  const name = Math.max(0, differing);
  return [left, right].map((facts) => ({ name: facts[name], detail: facts[name === 0 ? 1 : 0] || null }));
}
