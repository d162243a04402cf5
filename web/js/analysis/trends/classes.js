/** The kinds of a result of trends as a flat list, for a legend of two results; and which cells count as hot. */

import { t } from '../../i18n/index.js';
import { swatch } from '../cells/marks.js';
import { countKinds, isHotNow, kindOf, markOfKind, UNKNOWN } from './kinds.js';
import { LABELS, NO_PATTERN, wordKey } from './labels.js';
import { plainWords } from './legend.js';

const isByEffort = ({ summary }) => summary.exposure === 'effort';

export function trendClasses(document) {
  const counts = countKinds(document.features, isByEffort(document));
  const words = (kind) => (kind === NO_PATTERN || UNKNOWN.includes(kind) ? plainWords(kind, document.summary) : t(wordKey(kind)));
  return [...LABELS, ...UNKNOWN].map((kind) => ({ key: kind, swatch: () => swatch(markOfKind(kind)), words: words(kind), count: counts[kind] ?? 0 }));
}

/** True when it is hot in the last step; null where nothing can be said. */
export const isHotCell = ({ properties }, document) => (UNKNOWN.includes(kindOf(properties, isByEffort(document))) ? null : isHotNow(properties));
