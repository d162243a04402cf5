/** What has been found, in sentences. */

import { formatNumber, formatPercent, t } from '../../i18n/index.js';
import { betweenWords, formatKilometres, roadWords } from '../words.js';

const COUNTED = ['persons', 'detections', 'none'];

/** What a load counts: persons, detections, or pairs of places. */
export const unitOf = ({ demand }) => t(`load.unit.${COUNTED.includes(demand) ? demand : 'other'}`);

/** All that goes, from the load and the share of the strongest. */
export function totalOf({ features }) {
  const { load, share } = features[0]?.properties ?? {};
  return share > 0 ? load / share : 0;
}

/** `QL.1 Lạng Sơn – Đồng Đăng`. */
export const stretchTitle = ({ properties, geometry }, base) => [roadWords(properties), betweenWords(geometry.coordinates, base.places)].filter(Boolean).join(' ');

/** Whole per cent, with one decimal below ten. */
export const shareWords = (share) => formatPercent(share, { decimals: share < 0.1 ? 1 : 0 });

export const loadWords = (load) => formatNumber(load, load < 10 && load % 1 !== 0 ? 1 : 0);

/** How it was computed: exact, or from a sample with its error. */
export function methodWords({ method, weight, sources, error, pairs, unreachable, unsnapped, left_out: leftOut }) {
  const sampled = method === 'sampled' ? t('segments.sampled', { count: sources ?? 0, error: typeof error === 'number' ? formatPercent(error, { decimals: 1 }) : '–' }) : t('segments.exact', { count: pairs });
  return [sampled, t('segments.method', { travel: t(`travel.${weight}.inside`) }), t('segments.unreachable', { count: unreachable ?? 0 }), unsnapped > 0 && t('segments.unsnapped', { count: unsnapped }), leftOut > 0 && t('segments.leftOut', { count: leftOut })].filter(Boolean).join('; ');
}

export function segmentSentence(document, { base }) {
  const [first] = document.features;
  if (!first) return t('segments.nothing');
  return t('segments.sentence', { title: stretchTitle(first, base), share: shareWords(first.properties.share), unit: unitOf(document.summary), count: document.features.length });
}

export function saySegment(feature, document, { base }) {
  const { rank, share, load, length_m: length } = feature.properties;
  const parts = { rank, title: stretchTitle(feature, base), share: shareWords(share), load: loadWords(load), unit: unitOf(document.summary) };
  return [t('segments.say', parts), Number.isFinite(length) && `${formatKilometres(length)} km`].filter(Boolean).join(' ');
}
