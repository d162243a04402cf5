/** What is in view, in one sentence: for screen readers after each pause, and as the description of the map. */

import { currentLanguage, formatStretch, t } from './i18n/index.js';
import { stationOf } from './stations.js';

/** Why there is nothing: the filter finds nothing at all, or only nothing here. */
export const emptyWords = ({ legend }) => t(legend?.n > 0 ? 'map.emptyHere' : 'map.empty');

export function sentenceOf(answers, view, base) {
  const { view: totals, strongest } = answers;
  if (!totals) return '';
  if (totals.detections === 0) return emptyWords(answers);
  const parts = [t('sentence.totals', { detections: totals.detections, persons: totals.persons })];
  const first = [...(strongest?.sections ?? [])].sort((a, b) => b[view.weight] - a[view.weight])[0];
  if (first && first[view.weight] > 0) {
    const station = stationOf(base.stations, strongest.borderWith, first.fromKm, first.toKm);
    const place = `${formatStretch(first.fromKm, first.toKm)}${station ? `, ${t('station.in')} ${station.names[currentLanguage()]}` : ''}`;
    parts.push(t('sentence.strongest', { place, value: first[view.weight], unit: t(view.weight) }));
  }
  return `${parts.join('; ')}.`;
}
