/** Cells prepared once for drawing and for being hit: corners in the unit square of map/mercator.js. Pure. */

import { toUnit } from '../../map/mercator.js';

/** `feature`: a polygon in longitude and latitude. Answers `{feature, rings, box, middle}`; a ring is `x, y, x, y, ...`. */
export function prepareCell(feature) {
  const { type, coordinates } = feature.geometry;
  const rings = (type === 'MultiPolygon' ? coordinates.flat() : coordinates).map((ring) => Float64Array.from(ring.slice(0, -1).flatMap(toUnit)));
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i += 2) {
      box[0] = Math.min(box[0], ring[i]);
      box[1] = Math.min(box[1], ring[i + 1]);
      box[2] = Math.max(box[2], ring[i]);
      box[3] = Math.max(box[3], ring[i + 1]);
    }
  }
  return { feature, rings, box, middle: [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2] };
}

/** Whether the point lies in the cell, by counting the edges that a ray to the east crosses. */
export function holds({ rings, box }, x, y) {
  if (x < box[0] || x > box[2] || y < box[1] || y > box[3]) return false;
  let inside = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const crosses = ring[i + 1] > y !== ring[j + 1] > y;
      if (crosses && x < ring[i] + ((y - ring[i + 1]) / (ring[j + 1] - ring[i + 1])) * (ring[j] - ring[i])) inside = !inside;
    }
  }
  return inside;
}

/** `[west, south, east, north]` in degrees of a feature's polygon. */
export function boundsOfCell({ geometry }) {
  const points = geometry.coordinates.flat(geometry.type === 'MultiPolygon' ? 2 : 1);
  const [lons, lats] = [points.map(([lon]) => lon), points.map(([, lat]) => lat)];
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}
