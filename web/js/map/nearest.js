/** Which stretch of the border is meant by a point of the map. Pure. */

import { distanceMetres } from './mercator.js';

/** The nearest vertex of all lines: `{with, km, metres}`, or null without lines. Borders as in basemap.js. */
export function nearestKilometre(borders, point) {
  let best = null;
  for (const border of borders) {
    border.line.forEach((vertex, i) => {
      // A cheap look first: most vertices are degrees away.
      if (Math.abs(vertex[1] - point[1]) > 1) return;
      const metres = distanceMetres(vertex, point);
      if (best === null || metres < best.metres) best = { with: border.with, km: border.kilometres[i], metres };
    });
  }
  return best;
}

/** The section of `sectionKm` that holds a kilometre, on fixed multiples. */
export function sectionOf({ with: neighbour, km }, sectionKm) {
  const fromKm = Math.floor(km / sectionKm) * sectionKm;
  return { with: neighbour, fromKm, toKm: fromKm + sectionKm };
}

/** The next (or, with step −1, the previous) section by strength; from none, the strongest or the weakest. */
export function nextByStrength(sections, weight, borderWith, stretch, step) {
  const ranked = sections.filter((section) => section[weight] > 0).sort((a, b) => b[weight] - a[weight]);
  if (ranked.length === 0) return null;
  const index = ranked.findIndex((section) => stretch && section.fromKm === stretch.fromKm && section.toKm === stretch.toKm);
  const start = index < 0 && step < 0 ? 0 : index;
  const { fromKm, toKm } = ranked[(start + step + ranked.length) % ranked.length];
  return { with: borderWith, fromKm, toKm };
}
