/** What the stories of several analyses have in common. */

import { el, icon } from '../dom.js';
import { currentLanguage, formatKm, formatNumber, formatRate, t } from '../i18n/index.js';
import { stationOf } from '../stations.js';

/** The name of the post that answers for a place; empty where none does. */
export function stationNameAt({ border_with: borderWith, border_km: km }, base) {
  return stationOf(base.stations, borderWith, km, km + 0.001)?.names[currentLanguage()] ?? '';
}

/** `Km 1202+700 · Đồn Ba Sơn`; empty where the place has no kilometre. */
export function placeWords(properties, base) {
  const { border_km: km } = properties;
  if (km === null || km === undefined) return '';
  const post = stationNameAt(properties, base);
  return `${formatKm(km)}${post ? ` · ${t('station')} ${post}` : ''}`;
}

/** The head of a story: what is chosen, where, and the way to the next; `rank` is `{place, of}`, `deeds` as in views.js. */
export function storyHead(title, where, details, rank, deeds) {
  const way = (name, key, act) => act && el('button', { type: 'button', class: 'ghost', 'aria-label': t(key), title: t(key), onclick: act }, icon(name, 16));
  return el(
    'section',
    { class: 'story-head' },
    el('h2', {}, title, el('button', { type: 'button', class: 'ghost', 'aria-label': t('close'), onclick: deeds.close }, icon('close', 16))),
    el('p', {}, el('b', { class: 'n' }, where)),
    details && el('p', { class: 'muted' }, details),
    rank && el('p', { class: 'story-rank' }, way('back', 'story.previous', deeds.previous), el('span', { class: 'n' }, t('story.rank', { place: rank.place, of: rank.of })), way('next', 'story.next', deeds.next)),
  );
}

/** Figures in two columns: `[[value, unit, digits]]`; null values are left out. `digits`: `rate` for three figures, else decimals. */
export const figures = (list) =>
  el(
    'div',
    { class: 'figures' },
    list.filter(([value]) => value !== null && value !== undefined).map(([value, unit, digits = 0]) => el('div', { class: 'figure' }, el('b', {}, digits === 'rate' && value !== 0 ? formatRate(value) : formatNumber(value, digits === 'rate' ? 0 : digits)), el('span', {}, unit))),
  );

/** A list of names and values; rows without a value are left out. */
export const keyValues = (rows) => el('dl', { class: 'key-value' }, rows.filter(([, value]) => value !== null && value !== undefined && value !== '').map(([name, value]) => [el('dt', {}, name), el('dd', {}, value)]));

/** A line of a legend: a swatch, what it means, how many there are. */
export const legendLine = (swatch, words, count) => el('li', {}, swatch, el('span', {}, words), el('span', { class: 'n' }, t('legend.cells', { count })));
