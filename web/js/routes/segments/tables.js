/** Key segments as tables: the strongest under the map, all of them in the dialog. */

import { el } from '../../dom.js';
import { formatNumber, t } from '../../i18n/index.js';
import { betweenWords, classWords, formatKilometres, roadWords } from '../words.js';
import { countedBy, loadWords, noteWords, shareWords, unitOf } from './words.js';

/** More than these are a dialog away. */
const FIRST = 60;

/** `{title, note, body}` for the dock; `choose(feature)` when a row is taken, `chosen` is the id of the present one. */
export function segmentDock(document, { base, choose, chosen }) {
  const { features, summary } = document;
  const columns = [t('segments.rank'), t('segments.road'), t('segments.between'), 'km', t(`load.column.${countedBy(summary)}`), t('segments.share')];
  const numeric = [3, 4];
  const table = el(
    'table',
    { class: 'grid-table ranks stretches' },
    el('thead', {}, el('tr', {}, columns.map((column, i) => el('th', { scope: 'col', class: numeric.includes(i) && 'n' }, column)))),
    el('tbody', {}, features.slice(0, FIRST).map((feature) => row(feature, base, choose, feature.id === chosen))),
  );
  return { title: t('segments.title'), note: noteWords(summary), body: features.length === 0 ? el('p', { class: 'dock-empty muted' }, t('segments.nothing')) : table };
}

function row(feature, base, choose, isChosen) {
  const { properties: p, geometry } = feature;
  const button = el('button', { type: 'button', class: isChosen ? 'rank-badge on' : 'rank-badge', 'aria-pressed': String(isChosen), 'aria-label': t('segments.choose', { rank: p.rank, road: roadWords(p) }) }, String(p.rank));
  const line = el(
    'tr',
    { class: isChosen ? 'chosen' : null },
    el('td', {}, button),
    el('th', { scope: 'row' }, roadWords(p)),
    el('td', {}, betweenWords(geometry.coordinates, base.places) || classWords(p.class)),
    el('td', { class: 'n' }, Number.isFinite(p.length_m) ? formatKilometres(p.length_m) : '–'),
    el('td', { class: 'n' }, loadWords(p.load)),
    el('td', {}, el('span', { class: 'share-cell' }, el('span', { class: 'n' }, shareWords(p.share)), meter(p.share))),
  );
  // The whole row may be clicked; keys and screen readers have its button.
  line.addEventListener('click', () => choose(feature));
  return line;
}

/** A bar of a share, whose figure stands beside it. */
export const meter = (share) => el('span', { class: 'meter', 'aria-hidden': 'true' }, el('i', { style: { width: `${Math.min(100, 100 * share).toFixed(1)}%` } }));

export function segmentTables({ features, summary }, { base }) {
  const rows = features.map(({ properties: p, geometry }) => [
    formatNumber(p.rank),
    roadWords(p),
    betweenWords(geometry.coordinates, base.places),
    classWords(p.class),
    Number.isFinite(p.length_m) ? formatKilometres(p.length_m) : '–',
    loadWords(p.load),
    shareWords(p.share),
  ]);
  return [{ caption: t('segments.title'), columns: [t('segments.rank'), t('segments.road'), t('segments.between'), t('segments.class'), 'km', unitOf(summary), t('segments.share')], rows, numeric: 4 }];
}
