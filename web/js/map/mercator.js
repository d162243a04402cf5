/** Web Mercator as a unit square: x to the east, y to the south, the world from 0 to 1. Pure numbers, no Leaflet. */

const RADIANS = Math.PI / 180;
const EARTH_CIRCUMFERENCE_METRES = 40_075_016.686;

/** `[lon, lat]` in degrees to `[x, y]` in the unit square. */
export function toUnit([lon, lat]) {
  const sine = Math.sin(lat * RADIANS);
  return [lon / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
}

/** Metres on the ground for one CSS pixel at a latitude and zoom (256 px tiles). */
export const metresPerPixel = (lat, zoom) => (EARTH_CIRCUMFERENCE_METRES * Math.cos(lat * RADIANS)) / (256 * 2 ** zoom);

/** Distance in metres of two points a few hundred kilometres apart at most; a sphere is enough for drawing. */
export function distanceMetres([lon1, lat1], [lon2, lat2]) {
  const x = (lon2 - lon1) * Math.cos(((lat1 + lat2) / 2) * RADIANS);
  return Math.hypot(x, lat2 - lat1) * RADIANS * 6_371_008.8;
}
