/** The legend of alternative routes: the dash of each, with its number and what it costs. */

import { el } from '../../dom.js';
import { t } from '../../i18n/index.js';
import { formatCost } from '../words.js';
import { waySwatch } from './styles.js';
import { methodWords, noWayWords } from './words.js';

/** Dashes beyond these are alike, so the legend says them once. */
const TOLD = 5;

export function wayLegend({ features, summary }) {
  const line = ({ properties: p }) => el('li', {}, waySwatch(p.rank), el('b', {}, String(p.rank)), el('span', { class: 'n' }, formatCost(p.cost, summary.weight)));
  return {
    title: t('ways.legend'),
    unit: t(`travel.${summary.weight}.inside`),
    body: features.length === 0 ? el('p', {}, noWayWords(summary)) : el('ul', { class: 'way-list' }, features.slice(0, TOLD).map(line), features.length > TOLD && el('li', {}, t('ways.legend.more', { count: features.length - TOLD }))),
    method: methodWords(summary),
  };
}
