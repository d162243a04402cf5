/** Numbers for axes and classes on the 1-2-5 ladder. Pure. */

/** Classes of a cell of the kilometre by month matrix: fixed by the unit, because its cell is always 5 km and a month. */
export const MATRIX_CLASSES = { persons: [5, 10, 20, 50, 100, 200, 500], detections: [1, 2, 5, 10, 20, 50, 100] };

/** 0 below the first class, else 1 to 7. */
export function classOf(value, bounds) {
  let index = 0;
  while (index < bounds.length && value >= bounds[index]) index++;
  return index;
}

/** The smallest number of the ladder that is at least `value`. */
export function ladderAbove(value) {
  if (value <= 1) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 5, 10].map((step) => step * power).find((step) => step >= value);
}

/** The largest number of the ladder that is at most `value`, for one labelled grid line. */
export function ladderBelow(value) {
  if (value < 1) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return [5, 2, 1].map((step) => step * power).find((step) => step <= value);
}
