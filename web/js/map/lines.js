/** Lines prepared for a canvas: unit coordinates, a box each, and which of them lies under a point. Pure. */

import { toUnit } from './mercator.js';

/** `feature`: a LineString in degrees. Answers `{feature, points, box}`: x and y in turn, and `[left, top, right, bottom]`. */
export function prepareLine(feature) {
  const points = Float64Array.from(feature.geometry.coordinates.flatMap(([lon, lat]) => toUnit([lon, lat])));
  return { feature, points, box: boxOf(points) };
}

export function boxOf(points) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < points.length; i += 2) {
    box[0] = Math.min(box[0], points[i]);
    box[1] = Math.min(box[1], points[i + 1]);
    box[2] = Math.max(box[2], points[i]);
    box[3] = Math.max(box[3], points[i + 1]);
  }
  return box;
}

/** `[west, south, east, north]` of a LineString, in degrees. */
export function boundsOfLine({ geometry: { coordinates } }) {
  const lons = coordinates.map(([lon]) => lon);
  const lats = coordinates.map(([, lat]) => lat);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

/** The nearest of `lines` within `reach`, all in the same unit, or null. Of equals the first is taken. */
export function nearestLine(lines, x, y, reach) {
  let best = null;
  let least = reach;
  for (const line of lines) {
    const { box } = line;
    if (x < box[0] - least || x > box[2] + least || y < box[1] - least || y > box[3] + least) continue;
    const distance = distanceToLine(line.points, x, y);
    if (best === null ? distance <= least : distance < least) [least, best] = [distance, line];
  }
  return best;
}

/** From a point to the nearest place of a line of x and y in turn. */
export function distanceToLine(points, x, y) {
  let least = points.length > 0 ? Math.hypot(points[0] - x, points[1] - y) : Infinity;
  for (let i = 2; i < points.length; i += 2) least = Math.min(least, distanceToPiece(points[i - 2], points[i - 1], points[i], points[i + 1], x, y));
  return least;
}

function distanceToPiece(x1, y1, x2, y2, x, y) {
  const length2 = (x2 - x1) ** 2 + (y2 - y1) ** 2;
  const share = length2 === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length2));
  return Math.hypot(x1 + share * (x2 - x1) - x, y1 + share * (y2 - y1) - y);
}

/** The place at a share of a line of x and y in turn, or of what of it lies within `box`; null when nothing does. */
export function placeAlong(points, share, box = null) {
  const inside = (i) => !box || (points[i] >= box[0] && points[i] <= box[2] && points[i + 1] >= box[1] && points[i + 1] <= box[3]);
  let whole = 0;
  for (let i = 2; i < points.length; i += 2) if (inside(i) && inside(i - 2)) whole += lengthOf(points, i);
  if (whole === 0) return null;
  let left = whole * share;
  for (let i = 2; i < points.length; i += 2) {
    if (!inside(i) || !inside(i - 2)) continue;
    const length = lengthOf(points, i);
    if (length >= left) {
      const part = length === 0 ? 0 : left / length;
      return [points[i - 2] + part * (points[i] - points[i - 2]), points[i - 1] + part * (points[i + 1] - points[i - 1])];
    }
    left -= length;
  }
  return [points.at(-2), points.at(-1)];
}

const lengthOf = (points, i) => Math.hypot(points[i] - points[i - 2], points[i + 1] - points[i - 1]);
