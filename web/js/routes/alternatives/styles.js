/** How the ways differ on map, chart and legend: by dash and number, never by hue. */

import { svg } from '../../dom.js';

const DASHES = [null, [2.4, 1.1], [0.9, 0.9], [3.4, 0.9, 0.9, 0.9], [1.5, 2.4]];

/** `width` in CSS pixels, `dash` in widths, or null for a whole line. */
export const styleOf = (rank) => ({ width: rank === 1 ? 5 : 4, dash: DASHES[Math.min(rank, DASHES.length) - 1] });

/** A piece of the line as the map has it. */
export function waySwatch(rank) {
  const { width, dash } = styleOf(rank);
  return svg('svg', { class: 'way-swatch', width: 34, height: 12, 'aria-hidden': 'true' }, svg('path', { class: 'way-line', d: 'M1 6h32', 'stroke-width': width - 1, 'stroke-dasharray': dash?.map((part) => part * (width - 1)).join(' ') }));
}
