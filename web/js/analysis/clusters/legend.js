/** The legend of the clusters: clear ones and those that may be chance, with their counts; how they were looked for. */

import { el, svg } from '../../dom.js';
import { formatMetres, t } from '../../i18n/index.js';
import { stepWord } from '../steps.js';
import { countClusters } from './notable.js';
import { unitOf } from './words.js';

export function clusterLegend({ summary, features }) {
  const counts = countClusters(features);
  return {
    title: t('clusters.title'),
    unit: unitOf(summary),
    body: counts.rest === features.length ? el('p', {}, t('clusters.none')) : [classes(counts), el('p', {}, note(counts))],
    method: [
      t(`clusters.method.${summary.statistic}`),
      t('clusters.method.replicates', { count: summary.replicates }),
      t('clusters.method.step', { step: stepWord(summary.step) }),
      summary.cell_metres && t('words.cell', { metres: formatMetres(summary.cell_metres) }),
      t('clusters.legend.n', { count: summary.cases, unit: unitOf(summary), places: summary.n }),
    ]
      .filter(Boolean)
      .join('; '),
  };
}

const note = ({ rest }) => [t('clusters.legend.size'), rest > 0 && t('clusters.rest', { count: rest })].filter(Boolean).join('; ');

function classes(counts) {
  const kinds = ['clear', 'unclear'].filter((kind) => counts[kind] > 0);
  return el('p', { class: 'kinds' }, kinds.map((kind) => el('span', { class: 'with-swatch' }, clusterSign(kind), t(`clusters.legend.${kind}`), el('b', { class: 'n' }, t('clusters.count', { count: counts[kind] })))));
}

/** The ring of a cluster as the map draws it. `kind`: `clear` or `unclear`. */
export const clusterSign = (kind) =>
  svg('svg', { class: 'cluster-sign', viewBox: '0 0 20 20', width: 18, height: 18, 'aria-hidden': 'true' }, svg('circle', { class: kind, cx: 10, cy: 10, r: 8 }));
