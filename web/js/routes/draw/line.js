/** Lines: which one is under a finger, where its middle is, how long it is. Pure. */

import { distanceMetres } from '../../map/mercator.js';

/** From a point to the nearest place of a straight piece, in the plane of the numbers given. */
export function distanceToSegment([x, y], [x1, y1], [x2, y2]) {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / length));
  return Math.hypot(x - x1 - share * dx, y - y1 - share * dy);
}

/** From a point to a line, or Infinity for a line of no points. */
export function distanceToLine(point, line) {
  let least = line.length === 1 ? distanceToSegment(point, line[0], line[0]) : Infinity;
  for (let i = 1; i < line.length; i++) least = Math.min(least, distanceToSegment(point, line[i - 1], line[i]));
  return least;
}

/** The nearest of `items` within `reach` by its lines (`linesOf(item)`), or null; of two as near the first. */
export function nearestItem(items, point, reach, linesOf) {
  let best = null;
  let least = reach;
  for (const item of items) {
    for (const line of linesOf(item)) {
      const distance = distanceToLine(point, line);
      if (distance > reach || (best && distance >= least)) continue;
      [least, best] = [distance, item];
    }
  }
  return best;
}

/** The lines of a LineString or MultiLineString. */
export const linesOf = ({ type, coordinates }) => (type === 'MultiLineString' ? coordinates : [coordinates]);

/** Metres along lines of `[lon, lat]`; for saying how long a drawing is, not for storing. */
export function metresOf(lines) {
  let metres = 0;
  for (const line of lines) for (let i = 1; i < line.length; i++) metres += distanceMetres(line[i - 1], line[i]);
  return metres;
}

/** The point in the middle of the length of a line. */
export function middleOf(line) {
  const lengths = line.slice(1).map((point, i) => Math.hypot(point[0] - line[i][0], point[1] - line[i][1]));
  let left = lengths.reduce((sum, length) => sum + length, 0) / 2;
  for (let i = 0; i < lengths.length; i++) {
    if (lengths[i] >= left && lengths[i] > 0) {
      const share = left / lengths[i];
      return [line[i][0] + share * (line[i + 1][0] - line[i][0]), line[i][1] + share * (line[i + 1][1] - line[i][1])];
    }
    left -= lengths[i];
  }
  return line[0];
}
