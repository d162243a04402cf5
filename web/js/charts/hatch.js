/** Hatch in the joint picture: where nobody patrolled. It is never the picture of *no crossing*, which is an empty cell. */

import { hardlyPatrolled, unpatrolledCells } from '../effort.js';
import { svg } from '../dom.js';
import { classOf, MATRIX_CLASSES } from './ladder.js';
import { matrixBoxes } from './joint.js';

/** The two patterns, for bare ground and over a colour; they belong once into a drawing that has hatch. */
export function hatchPatterns() {
  return svg('defs', {}, hatchPattern('hatch-bare', 4, 'hatch-line'), hatchPattern('hatch-over', 6, 'hatch-halo', 'hatch-ink'));
}

/** Lines of the classes `lines` every `step` pixels at 45°; `id` has to be unique on the page. */
export function hatchPattern(id, step, ...lines) {
  const size = { width: step, height: step, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' };
  return svg('pattern', { id, ...size }, lines.map((name) => svg('path', { class: name, d: `M${step / 2} 0V${step}` })));
}

/** Months and sections without any patrol; empty when there are none or nothing is known. `effort` is by month. */
export function hatchedCells(effort, profile, weight, place) {
  const boxes = matrixBoxes(profile, place);
  const paths = { bare: '', over: '' };
  for (const [i, j] of unpatrolledCells(effort, profile)) paths[classOf(profile.matrix[weight][i][j], MATRIX_CLASSES[weight]) === 0 ? 'bare' : 'over'] += boxes(i, j);
  return [
    paths.bare && [svg('path', { class: 'cell unknown', d: paths.bare }), svg('path', { class: 'hatched', fill: 'url(#hatch-bare)', d: paths.bare })],
    paths.over && svg('path', { class: 'hatched', fill: 'url(#hatch-over)', d: paths.over }),
  ].filter(Boolean);
}

/** Kilometres that were hardly patrolled in the period, behind their bars. `effort` is of the period. */
export function hatchedRows(effort, profile, { profile: place, yOfKm }) {
  const rows = place ? hardlyPatrolled(effort, profile) : [];
  if (rows.length === 0) return [];
  const d = rows.map(({ fromKm, toKm }) => `M${place.left + 1} ${yOfKm(fromKm).toFixed(1)}H${place.right}V${yOfKm(toKm).toFixed(1)}H${place.left + 1}z`).join('');
  return [svg('path', { class: 'hatched', fill: 'url(#hatch-bare)', d })];
}
