/** Dock and answer; on a phone together a sheet with three heights: totals, picture, everything. */

import { el } from '../dom.js';
import { formatNumber, formatPercent, t } from '../i18n/index.js';

const HEIGHTS = ['peek', 'half', 'full'];
/** On a lower screen the map would be left with a slit, so the picture waits below. */
const LOW_SCREEN_PIXELS = 700;

/** On a desk the sheet is not seen (`display: contents`): its two parts stand in the grid of the page. */
export function createSheet(dock, answer) {
  const grip = el('button', { type: 'button', class: 'grip', 'aria-label': t('sheet.grip') });
  const totals = el('div', { class: 'phone-figures' });
  const element = el('div', { class: 'sheet', 'data-height': window.innerHeight < LOW_SCREEN_PIXELS ? 'peek' : 'half' }, grip, totals, dock, answer);

  const set = (height) => {
    element.dataset.height = height;
    grip.setAttribute('aria-expanded', String(height !== 'peek'));
  };
  const step = (by) => set(HEIGHTS[Math.min(2, Math.max(0, HEIGHTS.indexOf(element.dataset.height) + by))]);

  grip.addEventListener('click', () => set(element.dataset.height === 'half' ? 'full' : 'half'));
  grip.setAttribute('aria-expanded', String(element.dataset.height !== 'peek'));
  // Keys come to what lies below the fold too, and must not be lost there.
  answer.addEventListener('focusin', (event) => event.target.matches(':focus-visible') && set('full'));
  grip.addEventListener('keydown', (event) => {
    const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (by) step(by);
  });
  grip.addEventListener('pointerdown', (event) => {
    const from = event.clientY;
    grip.setPointerCapture(event.pointerId);
    grip.addEventListener('pointerup', (up) => Math.abs(up.clientY - from) > 24 && swipe(up.clientY < from ? 1 : -1), { once: true });
  });

  /** The click that follows a swipe must not undo it. */
  function swipe(by) {
    grip.addEventListener('click', (event) => event.stopImmediatePropagation(), { once: true, capture: true });
    step(by);
  }

  /** `[[value, unit]]`, words: what is left of the sheet at its lowest. */
  function showFigures(list) {
    totals.replaceChildren(...list.map(([value, unit]) => el('span', {}, el('b', {}, value), ' ', unit)));
  }

  function showTotals({ detections, persons, ratio }) {
    const change = ratio && Number.isFinite(ratio.value) ? [[formatPercent(ratio.value - 1, { signed: true }), t('sheet.samePeriod')]] : [];
    showFigures([[formatNumber(detections), t('detections')], [formatNumber(persons), t('persons')], ...change]);
  }
  return { element, showFigures, showTotals, lower: () => set('peek'), raise: () => element.dataset.height === 'peek' && set('half') };
}
