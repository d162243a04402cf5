/** Where a cluster lies: along the border, and on the map. Pure. */

import { distanceMetres, metresPerPixel } from '../../map/mercator.js';

/** Ends of the stretch are rounded to whole kilometres, outwards, and a stretch is never shorter than one. */
const WHOLE_KM = 1;

/**
 * The kilometres of the border inside the circle, `{with, fromKm, toKm}`; of a circle that doesn't reach the line, the one
 * nearest to it; null without lines. `borders` as in basemap.js.
 */
export function stretchOfCluster({ geometry, properties }, borders) {
  const centre = geometry.coordinates;
  let best = null;
  for (const border of borders) {
    const inside = [];
    border.line.forEach((vertex, i) => {
      const metres = distanceMetres(vertex, centre);
      if (metres <= properties.radius_m) inside.push(border.kilometres[i]);
      if (best === null || metres < best.metres) best = { with: border.with, metres, km: border.kilometres[i], inside };
    });
  }
  if (!best) return null;
  const ends = best.inside.length > 0 ? best.inside : [best.km];
  const fromKm = Math.floor(Math.min(...ends));
  return { with: best.with, fromKm, toKm: Math.max(fromKm + WHOLE_KM, Math.ceil(Math.max(...ends))) };
}

/** Pixels of a radius in metres, at the latitude of its centre. */
export const pixelsOf = (metres, lat, zoom) => metres / metresPerPixel(lat, zoom);

/** What is shown around a cluster of one place. */
const LEAST_METRES = 500;

/** `[[south, west], [north, east]]` around the whole circle. */
export function boxOf({ geometry, properties }) {
  const [lon, lat] = geometry.coordinates;
  const degrees = Math.max(LEAST_METRES, properties.radius_m) / 111_195;
  const aside = degrees / Math.cos((lat * Math.PI) / 180);
  return [[lat - degrees, lon - aside], [lat + degrees, lon + aside]];
}
