import { el } from '../dom.js';
import { formatMetres } from '../i18n/index.js';
import { metresPerPixel } from './mercator.js';

const LONGEST_PIXELS = 120;

/** The longest round distance (1, 2 or 5 times a power of ten) that fits the bar. */
export function roundDistance(metres) {
  const power = 10 ** Math.floor(Math.log10(metres));
  return [5, 2, 1].find((step) => step * power <= metres) * power;
}

/** A bar in round kilometres; `update(map)` after each move. */
export function createScaleBar() {
  const text = el('span');
  const element = el('div', { class: 'scale-bar', 'aria-hidden': 'true' }, text);
  const update = (map) => {
    const pixel = metresPerPixel(map.getCenter().lat, map.getZoom());
    const metres = roundDistance(LONGEST_PIXELS * pixel);
    element.style.width = `${Math.round(metres / pixel)}px`;
    text.textContent = formatMetres(metres);
  };
  return { element, update };
}
