/** A plan as tables: its areas, and the curve. */

import { formatNumber, formatPercent, t } from '../i18n/index.js';
import { personsWords, postWords, shiftWords, stretchWords, unitWords } from './words.js';

export function planTables({ features, summary }) {
  const areas = features.flatMap(({ properties: p }) => p.posts.map((one) => [p.name, stretchWords(p), postWords(one.station, summary), shiftWords(one.shift, summary), formatNumber(one.minutes), formatNumber(one.onSiteHours, 1), personsWords(one.adds)]));
  return [
    { caption: t('plan.areas'), columns: [t('plan.name'), t('plan.stretch'), t('station'), t('plan.shift'), t('plan.column.minutes'), t('plan.column.onSite'), unitWords(summary)], rows: areas, numeric: 4 },
    curveTable(summary),
  ];
}

export const curveTable = (summary) => ({
  caption: t('curve.title'),
  columns: [t('curve.teams'), t('plan.expected'), t('plan.range'), t('curve.bound'), t('curve.gap')],
  rows: summary.curve.map((point) => [formatNumber(point.teams), personsWords(point.value), `${personsWords(point.low)}–${personsWords(point.high)}`, personsWords(point.bound), formatPercent(point.value > 0 ? Math.max(0, point.bound / point.value - 1) : 0)]),
  numeric: 0,
});
