/** What two results tell when they stand beside each other. */

import { t } from '../../i18n/index.js';
import { changesOf, differences, sameGrid } from './matching.js';

/** `Hai bên khác cỡ ô, khác dải lân cận.`; null when they were made alike. */
export function differencesWords(pair) {
  const found = differences(...pair);
  return found.length === 0 ? null : t('compare.differ', { list: found.map((key) => t(`compare.differ.${key}`)).join(', ') });
}

/** How many cells became hot and how many are so no longer; of clusters, how many each side has. */
export function changesWords(analysis, pair, view) {
  if (!analysis.isHot) {
    const [left, right] = pair.map(({ document }) => analysis.classes(document, view)[0].count);
    return t('compare.clusters', { left, right });
  }
  if (!sameGrid(...pair)) return t('compare.notCells');
  const changes = changesOf(...pair, (feature, side) => analysis.isHot(feature, pair[side].document, view));
  const none = changes.became + changes.ended + changes.stayed === 0;
  return t(none ? 'compare.changes.none' : 'compare.changes', changes);
}
