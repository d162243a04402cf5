/** The panel at the right while nothing is chosen: what the result says as a whole. */

import { figures, keyValues } from '../analysis/parts.js';
import { el } from '../dom.js';
import { formatMetres, formatNumber, t } from '../i18n/index.js';
import { reasonWords } from './alternatives/words.js';
import { shareWords } from './segments/words.js';
import { formatCost } from './words.js';

const TOP = 10;

/** Sections for a result as the workbench has it, or for none. */
export function summaryOf(result, view) {
  if (!result) return el('section', {}, el('h2', {}, t('summary.title')), el('p', { class: 'muted' }, t(view.view === 'alternatives' ? 'summary.none.alternatives' : 'summary.none.segments')));
  const { analysis, document, job } = result;
  const badge = job.synthetic && el('p', { class: 'spaced' }, el('span', { class: 'synthetic' }, t('synthetic.badge')));
  return analysis.id === 'segments' ? segments(document, badge) : ways(document, badge);
}

/** The same in two figures, `[[value, unit]]`, for the foot of a phone. */
export function figuresOf(result) {
  if (!result) return [];
  const { analysis, document } = result;
  const { features, summary } = document;
  const [first] = features;
  if (analysis.id === 'alternatives') return [[formatNumber(features.length), t('summary.ways')], ...(first ? [[formatCost(first.properties.cost, summary.weight), t('summary.best')]] : [])];
  return [[formatNumber(features.length), t('summary.segments')], ...(first ? [[shareWords(first.properties.share), t('summary.largest')]] : [])];
}

function segments({ features, summary }, badge) {
  const most = features[0]?.properties.share ?? null;
  const above = features.filter(({ properties }) => properties.share >= 0.1).length;
  return [
    el(
      'section',
      {},
      el('h2', {}, t('summary.title')),
      figures([[summary.pairs, t('summary.pairs')], [summary.unreachable ?? 0, t('summary.unreachable')]]),
      badge,
    ),
    el(
      'section',
      {},
      keyValues([
        [t('summary.meanCost'), Number.isFinite(summary.mean_cost) ? formatCost(summary.mean_cost, summary.weight) : null],
        [t('summary.most'), most === null ? null : shareWords(most)],
        [t('summary.above'), most === null ? null : String(above)],
      ]),
      features.length > 0 && el('p', { class: 'note hint' }, t('summary.choose', { count: Math.min(TOP, features.length) })),
    ),
  ];
}

function ways({ features, summary }, badge) {
  const snapped = (metres) => (Number.isFinite(metres) ? formatMetres(metres) : null);
  return el(
    'section',
    {},
    el('h2', {}, t('ways.legend')),
    reasonWords(summary) && el('p', { class: features.length === 0 ? 'note warn' : 'note' }, reasonWords(summary)),
    keyValues([
      [t('ways.found.short'), `${features.length}/${summary.asked ?? features.length}`],
      [t('summary.snapped.from'), snapped(summary.from_snapped_m)],
      [t('summary.snapped.to'), snapped(summary.to_snapped_m)],
    ]),
    badge,
    features.length > 0 && el('p', { class: 'note hint' }, t('summary.chooseWay')),
  );
}
