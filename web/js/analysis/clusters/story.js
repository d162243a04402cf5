/** One cluster in words: what it means first, then its figures. */

import { el, icon } from '../../dom.js';
import { formatNumber, formatPeriod, formatRate, formatStretch, t } from '../../i18n/index.js';
import { keyValues, stationNameAt, storyHead } from '../parts.js';
import { formatSimulatedP, isClear } from '../probability.js';
import { clusterSign } from './legend.js';
import { stretchOfCluster } from './place.js';
import { chanceOf, findingOf, radiusWords, riskWords, unitOf } from './words.js';

export function clusterStory(feature, document, { base, deeds, rank }) {
  const { summary, features } = document;
  const p = feature.properties;
  const kind = isClear(p.p) ? 'clear' : 'unclear';
  return [
    storyHead(t('clusters.one', { rank: p.rank, all: features.length }), placeOf(feature, base), formatPeriod(p.from, p.to), rank, deeds),
    el(
      'section',
      {},
      el('p', { class: 'proof' }, clusterSign(kind), t(`clusters.legend.${kind}`)),
      el('p', {}, findingOf(p, unitOf(summary))),
      el('p', { class: 'note' }, chanceOf(p.p, summary.replicates)),
    ),
    el(
      'section',
      {},
      keyValues([
        [t('clusters.observed'), formatNumber(p.observed)],
        [t('clusters.expected'), formatRate(p.expected)],
        [t('clusters.risk'), t('clusters.risk.value', { risk: riskWords(p.relative_risk) })],
        [t('clusters.p', { count: summary.replicates }), formatSimulatedP(p.p, summary.replicates)],
        [t('clusters.llr'), formatRate(p.llr)],
        [t('clusters.radius'), radiusWords(p.radius_m)],
        [t('clusters.members'), formatNumber(p.members.length)],
      ]),
    ),
    deeds.detections && el('section', { class: 'actions' }, el('button', { type: 'button', class: 'button quiet', onclick: deeds.detections }, icon('fit', 16), t('story.detections'))),
  ];
}

/** `Km 1202–1212 · Đồn Ba Sơn`. */
export function placeOf(feature, base) {
  const stretch = stretchOfCluster(feature, base.borders);
  if (!stretch) return '';
  const post = stationNameAt({ border_with: stretch.with, border_km: (stretch.fromKm + stretch.toKm) / 2 }, base);
  return `${formatStretch(stretch.fromKm, stretch.toKm)}${post ? ` · ${t('station')} ${post}` : ''}`;
}
