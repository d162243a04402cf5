/** The line over the map while the data are read into memory, or while the database is away. */

import { announce } from '../dialog.js';
import { el, icon, replaceChildren } from '../dom.js';
import { formatDateTime, formatNumber, formatPercent, t } from '../i18n/index.js';
import { dayOf, timeOfDay } from '../time.js';

const MILLION = 1e6;

/**
 * `show(freshness)` says what `/api/data` says; nothing while the data are current. It comes every second and is read out
 * once, when the state changes: words that are written anew or run would never let a screen reader finish.
 */
export function createDataLine() {
  const text = el('span', {});
  const sign = el('span', { class: 'sign-box', 'aria-hidden': 'true' });
  const done = el('i', {});
  const bar = el('div', { class: 'load-bar', role: 'progressbar', 'aria-label': t('data.loading'), 'aria-valuemin': 0, 'aria-valuemax': 100 }, done);
  const element = el('div', { class: 'map-line', hidden: true }, sign, text, bar);
  let shown = 'unknown';

  function show(freshness) {
    const { state } = freshness;
    const loading = state === 'loading';
    const stale = state === 'stale';
    element.hidden = !loading && !stale;
    element.classList.toggle('loading', loading);
    bar.hidden = !loading;
    if (stale) write(t('map.stale', { time: since(freshness.since) }));
    if (loading) showLoading(freshness);
    if (state === shown) return;
    shown = state;
    replaceChildren(sign, stale && icon('warning', 16));
    if (stale || loading) announce(stale ? text.textContent : t('data.loading'));
  }

  function write(words) {
    if (text.textContent !== words) text.textContent = words;
  }

  function showLoading({ loaded, total }) {
    const share = total > 0 ? Math.min(1, loaded / total) : 0;
    write(loadingText(loaded, total));
    done.style.setProperty('width', `${share * 100}%`);
    bar.setAttribute('aria-valuenow', String(Math.floor(share * 100)));
  }
  return { element, show };
}

/** `3,2 / 10,0 triệu vụ (32 %)`; small numbers in full. */
export function loadingText(loaded, total) {
  if (!total) return t('data.loading');
  const inMillions = total >= MILLION;
  const figure = (number) => (inMillions ? formatNumber(number / MILLION, 1) : formatNumber(number));
  const share = formatPercent(Math.floor((100 * Math.min(loaded, total)) / total) / 100, { decimals: 0 });
  return t(inMillions ? 'data.loading.millions' : 'data.loading.count', { loaded: figure(Math.min(loaded, total)), total: figure(total), share });
}

/** The time of day; with the day when that isn't today. */
const since = (time) => (dayOf(time) === dayOf(new Date()) ? timeOfDay(time) : formatDateTime(time));
