/** A result of trends in sentences and tables, for those who read rather than look. */

import { formatKm, formatNumber, formatRate, t } from '../../i18n/index.js';
import { unitWords } from '../gi/words.js';
import { placeWords, stationNameAt } from '../parts.js';
import { formatP } from '../probability.js';
import { stepsWord } from '../steps.js';
import { kindOf, rankCells, UNKNOWN } from './kinds.js';
import { readLabel, wordKey } from './labels.js';
import { plainWords } from './legend.js';

const wordsOf = (kind, summary) => (UNKNOWN.includes(kind) ? plainWords(kind, summary) : t(wordKey(kind)));

/** What has been found: how many come up, stay, go, and the most notable. */
export function trendSentenceOf({ features, summary }, { base }) {
  const byEffort = summary.exposure === 'effort';
  const tones = features.map(({ properties }) => readLabel(kindOf(properties, byEffort)));
  const hot = (tone) => tones.filter((each) => each.family === 'hot' && each.tone === tone).length;
  const parts = [t('trends.sentence', { count: hot(3), stay: hot(2), go: hot(1), cold: tones.filter(({ family }) => family === 'cold').length })];
  const [first] = rankCells(features, byEffort);
  if (first) parts.push(t('trends.sentence.first', { place: placeWords(first.properties, base), label: t(wordKey(first.properties.label)) }));
  return `${parts.join('; ')}.`;
}

/** One cell in a sentence. */
export const sayTrend = ({ properties }, { summary }, { base }) => [placeWords(properties, base), wordsOf(kindOf(properties, summary.exposure === 'effort'), summary)].filter(Boolean).join(': ');

export function trendTables({ features, summary }, { base }) {
  const byEffort = summary.exposure === 'effort';
  const ranked = rankCells(features, byEffort);
  const listed = new Set(ranked);
  const steps = { steps: stepsWord(summary.step, summary.steps.length) };
  return [
    {
      caption: t('trends.table', { n: features.length }),
      columns: [t('table.place'), t('station'), t('trends.label'), t('trends.bins.hot', steps), t('trends.bins.cold', steps), t('trends.table.scores'), t('trends.table.values'), `${t('trends.slope')}, ${unitWords(summary)}`],
      rows: [...ranked, ...features.filter((feature) => !listed.has(feature))].map(({ properties: p }) => [
        p.border_km === null || p.border_km === undefined ? '' : formatKm(p.border_km),
        stationNameAt(p, base),
        wordsOf(kindOf(p, byEffort), summary),
        ...(p.giz ? [formatNumber(p.hot_bins), formatNumber(p.cold_bins), test(p.trend_z, p.trend_p), test(p.value_trend_z, p.value_trend_p), p.value_slope === null ? '' : formatRate(p.value_slope)] : ['', '', '', '', '']),
      ]),
      numeric: 3,
    },
  ];
}

const test = (z, p) => (z === null || z === undefined ? '' : `${formatNumber(z, 2)}; ${formatP(p)}`);
