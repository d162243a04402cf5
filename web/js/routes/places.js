/** Places as people type them: latitude, longitude, in degrees. Pure. */

/** `[lon, lat]` as `21.85310, 106.76120`, with the point as decimal sign in both languages, since the comma stands between. */
export const formatPlace = ([lon, lat], decimals = 5) => `${lat.toFixed(decimals)}, ${lon.toFixed(decimals)}`;

/** `[lon, lat]` of a text, or null where it is no place: two numbers, latitude first, apart by comma, semicolon or space. */
export function parsePlace(text) {
  const match = /^\s*([+-]?\d{1,2}(?:\.\d+)?)\s*°?\s*[NnBb]?\s*[,;\s]\s*([+-]?\d{1,3}(?:\.\d+)?)\s*°?\s*[EeĐđ]?\s*$/.exec(text);
  if (!match) return null;
  const [lat, lon] = [Number(match[1]), Number(match[2])];
  return Math.abs(lat) <= 85 && Math.abs(lon) <= 180 ? [lon, lat] : null;
}
