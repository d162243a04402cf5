/** Which points of a line matter (Douglas and Peucker 1973). Pure. */

import { distanceToSegment } from './line.js';

/** Indices of the points that stay, the ends included: no other lies further than `tolerance` from what is left. Same unit as the points. */
export function simplified(line, tolerance) {
  const stays = new Set([0, line.length - 1]);
  const open = [[0, line.length - 1]];
  while (open.length > 0) {
    const [first, last] = open.pop();
    const farthest = farthestBetween(line, first, last);
    if (farthest === null || farthest.distance <= tolerance) continue;
    stays.add(farthest.index);
    open.push([first, farthest.index], [farthest.index, last]);
  }
  return [...stays].sort((a, b) => a - b);
}

function farthestBetween(line, first, last) {
  let farthest = null;
  for (let index = first + 1; index < last; index++) {
    const distance = distanceToSegment(line[index], line[first], line[last]);
    if (farthest === null || distance > farthest.distance) farthest = { index, distance };
  }
  return farthest;
}
