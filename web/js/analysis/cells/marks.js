/**
 * What a cell looks like. A mark says it for the map and for the legend alike, so that a swatch is a pixel of the map:
 *
 * - `fill`: token of the colour of the whole cell, or null; `inner`: token of a small cell inside, or null
 * - `strong`: a dark outline instead of a quiet one
 * - `outline`: token of a broad line along the edge, or null
 * - `dot`: a dot in the middle; `hatch`: `single`, `crossed` or null; `sign`: a character in the middle, or null
 * - `symbol`: name of one of symbols.js in the middle, or null; `ink`: the token it is drawn with
 *
 * Pure but for `swatch`, which draws one with SVG and the classes of cells.css.
 */

import { svg } from '../../dom.js';
import { penOf, SYMBOLS } from './symbols.js';

export const PLAIN = Object.freeze({ fill: null, inner: null, strong: false, outline: null, dot: false, hatch: null, sign: null, symbol: null, ink: null });

export const markOf = (parts) => Object.freeze({ ...PLAIN, ...parts });

/** How large the inner cell is, as a share of the whole. */
export const INNER_SHARE = 0.56;

const [WIDTH, HEIGHT, RADIUS] = [18, 20, 9];

/** The mark as a small picture for legends and tables. */
export function swatch(mark) {
  const parts = [
    mark.hatch && svg('path', { class: `cell-hatch ${mark.hatch}`, d: hatchOf(mark.hatch) }),
    mark.inner && svg('path', { class: `cell-inner ${mark.inner}`, d: hexagon(RADIUS * INNER_SHARE) }),
    mark.outline && svg('path', { class: 'cell-edge', d: hexagon(RADIUS - 1.4), style: { stroke: `var(--${mark.outline})` } }),
    mark.symbol && svg('path', { class: 'cell-symbol', d: SYMBOLS[mark.symbol], transform: `translate(${WIDTH / 2} ${HEIGHT / 2})`, style: { stroke: `var(--${mark.ink})`, 'stroke-width': penOf(mark.symbol) } }),
    mark.dot && svg('circle', { class: 'cell-dot', cx: WIDTH / 2, cy: HEIGHT / 2, r: 1.3 }),
    mark.sign && svg('text', { class: `cell-sign ${mark.fill ? 'on-fill' : ''}`, x: WIDTH / 2, y: HEIGHT / 2 }, mark.sign),
  ];
  return svg('svg', { class: 'cell-swatch', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT, 'aria-hidden': 'true' }, svg('path', { class: outlineClass(mark), d: hexagon(RADIUS) }), parts);
}

const outlineClass = ({ fill, strong }) => ['cell-outline', fill, strong && 'strong'].filter(Boolean).join(' ');

function hexagon(radius) {
  const corners = Array.from({ length: 6 }, (_, i) => {
    const angle = (Math.PI / 3) * i + Math.PI / 6;
    return `${(WIDTH / 2 + radius * Math.cos(angle)).toFixed(2)} ${(HEIGHT / 2 + radius * Math.sin(angle)).toFixed(2)}`;
  });
  return `M${corners.join('L')}Z`;
}

/** Lines cut to the hexagon by hand: an id for a clip path would have to be unique on the page. */
function hatchOf(kind) {
  const rising = ['M2.2 10.6L8.2 4.6', 'M2.2 15.4L13.6 4', 'M5.6 17.400L15.6 7.4', 'M9.8 18.600L15.8 12.6'];
  const falling = ['M15.8 10.6L9.8 4.6', 'M15.8 15.4L4.4 4', 'M12.4 17.400L2.4 7.4', 'M8.2 18.600L2.2 12.6'];
  return [...rising, ...(kind === 'crossed' ? falling : [])].join('');
}
