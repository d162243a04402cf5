import { svg } from '../../dom.js';
import { penOf, SYMBOLS, trendColours } from './symbols.js';
import { readLabel } from './labels.js';

const HEXAGON = 'M10 1.2l7.8 4.5v8.6L10 18.8l-7.8-4.5V5.7z';

/** The cell of a label as the map draws it, for legend and story; decorative, the words stand beside it. */
export function trendSign(label, size = 20) {
  const { family, pattern } = readLabel(label);
  const { fill, line, symbol } = trendColours(label);
  const token = (name) => (name ? `var(--${name})` : 'none');
  return svg(
    'svg',
    { class: 'trend-sign', viewBox: '0 0 20 20', width: size, height: size, 'aria-hidden': 'true', focusable: 'false' },
    svg('path', { d: HEXAGON, style: { fill: token(fill), stroke: token(line), 'stroke-width': family === 'cold' ? 2 : 1 } }),
    pattern && svg('path', { d: SYMBOLS[pattern], transform: 'translate(10 10) scale(0.95)', style: { fill: 'none', stroke: token(symbol), 'stroke-width': penOf(pattern), 'stroke-linecap': 'round', 'stroke-linejoin': 'round' } }),
  );
}
