/** The line of each status as it is on the map, for lists, legends and forms. */

import { svg } from '../../dom.js';
import { DASHES, STATUSES } from './statuses.js';

const WIDTH = 28;

const sign = (status) => () =>
  svg(
    'svg',
    { class: `route-sign ${status}`, viewBox: `0 0 ${WIDTH} 8`, width: WIDTH, height: 8, 'aria-hidden': 'true', focusable: 'false' },
    svg('path', { d: `M1 4H${WIDTH - 1}`, 'stroke-dasharray': DASHES[status].length > 0 ? DASHES[status].join(' ') : null }),
  );

/** By status, a function that builds the drawing. */
export const DASH_SIGNS = Object.freeze(Object.fromEntries(STATUSES.map((status) => [status, sign(status)])));
