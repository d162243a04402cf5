/** What a Gi* result has found, in sentences for those who don't see the map. */

import { formatNumber, t } from '../../i18n/index.js';
import { placeWords } from '../parts.js';
import { correctionOf, countKinds, kindOf, partsOf, rankCells } from './kinds.js';
import { kindWords } from './words.js';

export function giSentence(document, { view, base }) {
  const correction = correctionOf(view);
  const byEffort = document.summary.exposure === 'effort';
  const counts = countKinds(document.features, correction, byEffort);
  const sum = (wanted) => [...counts].reduce((total, [kind, count]) => (wanted(...partsOf(kind)) ? total + count : total), 0);
  const hot = sum((name, level) => name === 'kept' && level > 0);
  const cold = sum((name, level) => name === 'kept' && level < 0);
  const unknown = sum((name) => name === 'hardly' || name === 'not-patrolled');
  const parts = [t('gi.sentence.counts', { hot, cold, correction: t(`correction.${correction}`) })];
  const [first] = rankCells(document.features, correction, byEffort);
  if (hot > 0) parts.push(t('gi.sentence.strongest', { place: placeWords(first.properties, base) }));
  if (unknown > 0) parts.push(t('gi.sentence.unknown', { count: unknown }));
  return `${parts.join('; ')}.`;
}

/** One cell: where, what, how many. */
export function cellSentence({ properties: p }, { summary }, { view, base }) {
  const kind = kindOf(p, correctionOf(view), summary.exposure === 'effort');
  const score = p.giz === null || p.giz === undefined ? null : `z ${formatNumber(p.giz, 2)}`;
  const seen = t('gi.sentence.cell', { detections: p.detections, persons: p.persons });
  return `${[placeWords(p, base), kindWords(kind, summary), score, seen].filter(Boolean).join('; ')}.`;
}
