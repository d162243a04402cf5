/** The story of one way: how long it takes, over what kinds of road, how high it climbs. */

import { keyValues, storyHead } from '../../analysis/parts.js';
import { el } from '../../dom.js';
import { formatNumber, formatPercent, t } from '../../i18n/index.js';
import { meter } from '../segments/tables.js';
import { classWords, formatExtra, formatKilometres, viaWords } from '../words.js';
import { waySwatch } from './styles.js';
import { heightsOf } from './tables.js';
import { timeWords } from './words.js';

const CHART = { width: 296, height: 132 };

export function wayStory(feature, document, { base, deeds, rank }) {
  const { properties: p, geometry } = feature;
  const { features, summary } = document;
  const best = features[0].properties;
  const title = el('span', { class: 'with-swatch' }, el('span', { class: 'rank-badge on', 'aria-hidden': 'true' }, String(p.rank)), t('ways.name', { rank: p.rank }), waySwatch(p.rank));
  return [
    storyHead(title, viaWords(p, geometry, base), Number.isFinite(p.length_m) ? `${formatKilometres(p.length_m)} km` : null, rank, deeds),
    el(
      'section',
      {},
      keyValues([
        [t('ways.walk'), Number.isFinite(p.walk_seconds) ? timeWords(p.walk_seconds) : null],
        [t('ways.drive'), 'drive_seconds' in p ? timeWords(p.drive_seconds) : null],
        [t('ways.extra'), p.rank > 1 ? formatExtra(p.cost - best.cost, summary.weight) : null],
        [t('ways.ascent'), Number.isFinite(p.ascent_m) ? `${formatNumber(Math.round(p.ascent_m))}\u00a0m` : null],
        [t('ways.overlap.long'), p.rank > 1 && Number.isFinite(p.overlap) ? formatPercent(p.overlap, { decimals: 0 }) : null],
      ]),
      summary.synthetic && el('p', { class: 'spaced' }, el('span', { class: 'synthetic' }, t('synthetic.badge'))),
    ),
    el('section', {}, heightsOf([feature], feature.id, CHART)),
    p.classes && el('section', {}, el('h2', {}, t('ways.classes')), classes(p.classes)),
  ];
}

function classes(metres) {
  const all = Object.values(metres).reduce((sum, each) => sum + each, 0);
  const rows = Object.entries(metres).sort(([, a], [, b]) => b - a);
  return el('table', { class: 'rank class-shares' }, el('tbody', {}, rows.map(([kind, length]) => el('tr', {}, el('th', { scope: 'row' }, classWords(kind)), el('td', { class: 'n' }, `${formatKilometres(length)} km`), el('td', {}, meter(all > 0 ? length / all : 0))))));
}
