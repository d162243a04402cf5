/** A result of clusters in a sentence and as a table, for those who read rather than look. */

import { formatDate, formatNumber, formatRate, t } from '../../i18n/index.js';
import { formatSimulatedP } from '../probability.js';
import { countClusters } from './notable.js';
import { placeOf } from './story.js';
import { radiusWords, riskWords, spanWords, unitOf } from './words.js';

export function clusterSentence({ features, summary }, { base }) {
  const { clear } = countClusters(features);
  if (features.length === 0) return t('clusters.none');
  if (clear === 0) return t('clusters.sentence.none', { all: features.length });
  const [first] = features;
  const { from, to, observed, p } = first.properties;
  return t('clusters.sentence', { clear, all: features.length, place: placeOf(first, base), when: spanWords(from, to), observed, unit: unitOf(summary), p: formatSimulatedP(p, summary.replicates) });
}

/** One cluster in a sentence. */
export function sayCluster(feature, { summary }, { base }) {
  const { rank, from, to, observed, expected, p } = feature.properties;
  return t('clusters.say', { rank, when: spanWords(from, to), place: placeOf(feature, base), observed, unit: unitOf(summary), expected: formatRate(expected), p: formatSimulatedP(p, summary.replicates) });
}

export function clusterTables({ features, summary }, { base }) {
  const columns = ['column.cluster', 'place', 'from', 'to', 'radius', 'observed', 'expected', 'risk', 'llr', 'column.p'];
  return [
    {
      caption: t('clusters.table', { n: features.length }),
      columns: columns.map((key) => t(`clusters.${key}`)),
      rows: features.map((feature) => {
        const p = feature.properties;
        return [String(p.rank), placeOf(feature, base), formatDate(p.from), formatDate(p.to), radiusWords(p.radius_m), formatNumber(p.observed), formatRate(p.expected), riskWords(p.relative_risk), formatRate(p.llr), formatSimulatedP(p.p, summary.replicates)];
      }),
      numeric: 4,
    },
  ];
}
