import { t } from '../../i18n/index.js';
import { clusterSign } from './legend.js';
import { countClusters } from './notable.js';

/** Clear clusters and others as a flat list, for a legend of two results. */
export function clusterClasses({ features }) {
  const counts = countClusters(features);
  return ['clear', 'unclear'].map((kind) => ({ key: kind, swatch: () => clusterSign(kind), words: t(`clusters.legend.${kind}`), count: counts[kind] }));
}
