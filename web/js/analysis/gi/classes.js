/** The kinds of a Gi* result as a flat list, for a legend of two results; and which cells count as hot. */

import { swatch } from '../cells/marks.js';
import { correctionOf, countKinds, kindOf, markOfKind, partsOf } from './kinds.js';
import { kindWords } from './words.js';

const ORDER = ['kept:3', 'kept:2', 'kept:1', 'raw:3', 'raw:2', 'raw:1', 'kept:-1', 'kept:-2', 'kept:-3', 'raw:-1', 'raw:-2', 'raw:-3', 'chance', 'no-crossing', 'hardly', 'not-patrolled'];

const isByEffort = ({ summary }) => summary.exposure === 'effort';

export function giClasses(document, view) {
  const counts = countKinds(document.features, correctionOf(view), isByEffort(document));
  return ORDER.map((kind) => ({ key: kind, swatch: () => swatch(markOfKind(kind)), words: kindWords(kind, document.summary), count: counts.get(kind) ?? 0 }));
}

/** True when it holds after correction; null where nothing can be said. */
export function isHotCell({ properties }, document, view) {
  const [name, level] = partsOf(kindOf(properties, correctionOf(view), isByEffort(document)));
  return name === 'hardly' || name === 'not-patrolled' ? null : name === 'kept' && level > 0;
}
