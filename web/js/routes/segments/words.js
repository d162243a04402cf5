/** What has been found, in sentences. */

import { formatNumber, formatPercent, t } from '../../i18n/index.js';
import { betweenWords, formatKilometres, roadWords } from '../words.js';

/** What a load counts, as keys of words have it: `persons`, `detections`, `pairs` of places, or another demand. */
export const countedBy = ({ demand }) => (['persons', 'detections', 'pairs'].includes(demand) ? demand : 'other');

export const unitOf = (summary) => t(`load.unit.${countedBy(summary)}`);

/** `QL.1 Lạng Sơn – Đồng Đăng`. */
export const stretchTitle = ({ properties, geometry }, base) => [roadWords(properties), betweenWords(geometry.coordinates, base.places)].filter(Boolean).join(' ');

/** Whole per cent, with one decimal below ten. */
export const shareWords = (share) => formatPercent(share, { decimals: share < 0.1 ? 1 : 0 });

export const loadWords = (load) => formatNumber(load, load < 10 && load % 1 !== 0 ? 1 : 0);

/** Exact, or from a sample with its error. */
function exactnessWords(summary) {
  const { method, sources, of_sources: all, error, pairs } = summary;
  return method === 'sampled' ? t('segments.sampled', { count: sources, all, error: loadWords(error), unit: unitOf(summary) }) : t('segments.exact', { count: pairs });
}

/** The same in a line beside a heading. */
export const noteWords = (summary) => [exactnessWords(summary), t('segments.unreachable', { count: summary.unreachable })].join('; ');

/** How it was computed, and what was left out. */
export function methodWords(summary) {
  const { weight, unreachable, unsnapped, unknown_origin: unknown, left_out: leftOut } = summary;
  return [
    exactnessWords(summary),
    t('segments.method', { travel: t(`travel.${weight}.inside`) }),
    t('segments.unreachable', { count: unreachable }),
    unsnapped > 0 && t('segments.unsnapped', { count: unsnapped }),
    unknown > 0 && t('segments.unknownOrigin', { count: unknown }),
    leftOut > 0 && t('segments.leftOut', { count: leftOut }),
  ].filter(Boolean).join('; ');
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
