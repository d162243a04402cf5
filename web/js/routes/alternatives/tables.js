/** Alternative routes side by side: times, length, climb and what they share; with their heights in one picture. */

import { climbOf, heightsChart } from '../../charts/heights.js';
import { el } from '../../dom.js';
import { formatNumber, formatPercent, t } from '../../i18n/index.js';
import { formatKilometres, viaWords } from '../words.js';
import { styleOf, waySwatch } from './styles.js';
import { noWayWords, timeWords } from './words.js';

const CHART = { width: 310, height: 164 };
/** More lines than these in one picture are a tangle. */
const DRAWN = 5;

export function wayDock(document, { base, choose, chosen }) {
  const { features, summary } = document;
  const note = t('ways.found', { found: features.length, asked: summary.asked ?? features.length });
  if (features.length === 0) return { title: t('ways.legend'), note, body: el('p', { class: 'dock-empty muted' }, noWayWords(summary)) };
  const columns = [t('ways.number'), t('ways.via'), t('ways.walk'), t('ways.drive'), 'km', t('ways.ascent'), t('ways.overlap')];
  const table = el(
    'table',
    { class: 'grid-table ranks' },
    el('thead', {}, el('tr', {}, columns.map((column, i) => el('th', { scope: 'col', class: i > 1 && 'n' }, column)))),
    el('tbody', {}, features.map((feature) => row(feature, { base, choose, isChosen: feature.id === chosen }))),
  );
  return { title: t('ways.legend'), note, body: el('div', { class: 'ways' }, el('div', { class: 'ways-table' }, table), heightsOf(features, chosen, CHART)) };
}

function row(feature, { base, choose, isChosen }) {
  const { properties: p, geometry } = feature;
  const button = el('button', { type: 'button', class: isChosen ? 'rank-badge on' : 'rank-badge', 'aria-pressed': String(isChosen), 'aria-label': t('ways.choose', { rank: p.rank }) }, String(p.rank));
  const line = el(
    'tr',
    { class: isChosen ? 'chosen' : null },
    el('td', {}, el('span', { class: 'with-swatch' }, button, waySwatch(p.rank))),
    el('th', { scope: 'row' }, viaWords(p, geometry, base)),
    figuresOf(p).map((text) => el('td', { class: 'n' }, text)),
  );
  line.addEventListener('click', () => choose(feature));
  return line;
}

const known = (value, format) => (Number.isFinite(value) ? format(value) : '–');

const figuresOf = (p) => [known(p.walk_seconds, timeWords), timeWords(p.drive_seconds), known(p.length_m, formatKilometres), known(p.ascent_m, (metres) => `${formatNumber(Math.round(metres))}\u00a0m`), p.rank === 1 ? '–' : known(p.overlap, (share) => formatPercent(share, { decimals: 0 }))];

/** The heights of all ways, the chosen one filled; of the first while none is chosen. */
export function heightsOf(features, chosen, size) {
  const drawn = features.filter(({ id }, i) => i < DRAWN || id === chosen);
  const isKnown = drawn.some(({ id }) => id === chosen);
  const ways = drawn.map(({ id, properties: p }) => ({ profile: p.profile, dash: styleOf(p.rank).dash?.map((part) => 3 * part), chosen: isKnown ? id === chosen : p.rank === 1, name: t('ways.name', { rank: p.rank }) }));
  const told = ways.find(({ chosen: isChosen }) => isChosen);
  const chart = told?.profile?.length > 1 && heightsChart(ways, { ...size, label: labelOf(told) });
  return el('div', { class: 'ways-heights' }, el('h3', {}, t('heights'), el('small', {}, t('heights.unit'))), chart || el('p', { class: 'muted small' }, t('heights.none')));
}

function labelOf({ profile, name }) {
  const { least, most, rise } = climbOf(profile);
  return t('heights.label', { title: name, least: Math.round(least), most: Math.round(most), rise: Math.round(rise) });
}

export function wayTables({ features }, { base }) {
  const rows = features.map(({ properties: p, geometry }) => [formatNumber(p.rank), viaWords(p, geometry, base), ...figuresOf(p)]);
  return [{ caption: t('ways.legend'), columns: [t('ways.number'), t('ways.via'), t('ways.walk'), t('ways.drive'), 'km', t('ways.ascent'), t('ways.overlap')], rows, numeric: 2 }];
}
