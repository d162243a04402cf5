/** Where and when a cluster is, on both axes of the joint picture: a bracket over its weeks, a frame around its kilometres. */

import { svg } from '../dom.js';
import { addDays } from '../time.js';

/** `window`: `{from, to, stretch}`, days and `{fromKm, toKm}` or null; nothing where it lies outside the picture. */
export function windowMark(window, { axis, weeks, matrix, yOfKm }) {
  if (!window) return [];
  const [x1, x2] = [axis.xOfDay(window.from), axis.xOfDay(addDays(window.to, 1))].map((x) => Math.min(axis.right, Math.max(axis.left, x)));
  if (x2 - x1 < 0.5) return [];
  const middle = (x1 + x2) / 2;
  const bracket = `M${x1} ${weeks.bottom}V${weeks.top}H${x2}V${weeks.bottom}`;
  return [
    svg('path', { class: 'stretch-case', d: bracket }),
    svg('path', { class: 'stretch', d: bracket }),
    svg('path', { class: 'triangle', d: `M${middle} ${weeks.top - 1}l-5 -6h10z` }),
    window.stretch && frame(window.stretch, x1, x2, matrix, yOfKm),
  ];
}

function frame({ fromKm, toKm }, x1, x2, matrix, yOfKm) {
  const clamp = (y) => Math.min(matrix.bottom, Math.max(matrix.top, y));
  const [y1, y2] = [clamp(yOfKm(fromKm)), clamp(yOfKm(toKm))];
  if (y2 - y1 < 0.5) return null;
  const d = `M${x1} ${y1}H${x2}V${y2}H${x1}z`;
  const middle = (y1 + y2) / 2;
  return [svg('path', { class: 'stretch-case', d }), svg('path', { class: 'stretch', d }), svg('path', { class: 'triangle', d: `M${x1 - 2} ${middle}l-6 -5v10zM${x2 + 2} ${middle}l6 -5v10z` })];
}
