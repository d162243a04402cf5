/** Kinds, classes and p values in words. */

import { formatBandwidth, formatNumber, formatPercent, formatRate, t } from '../../i18n/index.js';
import { LEVELS, partsOf } from './kinds.js';

/** `Nóng 99 %`; `Không khác ngẫu nhiên` for 0. */
export function levelWords(level) {
  if (level === 0) return t('gi.chance');
  return t(level > 0 ? 'gi.hot' : 'gi.cold', { level: percentOf(level) });
}

/** The level of confidence of a class, whatever its side: `99 %`. */
export const percentOf = (level) => formatPercent(LEVELS[Math.abs(level)] / 100, { decimals: 0 });

/** A kind as a sentence would have it: `Nóng 90 %, còn sau hiệu chỉnh`. `summary` says below which hours a place is unknown. */
export function kindWords(kind, summary) {
  const [name, level] = partsOf(kind);
  if (name === 'kept' || name === 'raw') return `${levelWords(level)}, ${t(`gi.${name}.inside`)}`;
  return name === 'hardly' ? hardlyWords(summary) : t(`gi.${name}`);
}

export const hardlyWords = ({ min_exposure_hours: hours }) => t('gi.hardly', { hours: formatNumber(hours, hours % 1 === 0 ? 0 : 1) });

/** What is counted: `lượt người/100 giờ tuần tra`. */
export const unitWords = ({ weight, exposure }) => t(`unit.${weight}.${exposure}`);

/** `Benjamini–Hochberg; dải 3.400 m; n = 156 ô`, and what rates leave out. */
export function methodWords(summary, correction) {
  const { band_metres: band, n } = summary;
  const method = t('gi.method', { correction: t(`correction.${correction}`), band: formatBandwidth(band), n });
  return [method, leftOutWords(summary)].filter(Boolean).join('; ');
}

/** What rates leave out, as it doesn't depend on hours, or as there were none; null when nothing. */
export function leftOutWords({ left_out: out }) {
  if (!out) return null;
  const parts = [(out.report > 0 || out.handover > 0) && t('gi.leftOut', { report: out.report, handover: out.handover }), out.unwatched > 0 && t('gi.leftOut.unwatched', { unwatched: out.unwatched })];
  return parts.filter(Boolean).join(', ') || null;
}

/**
 * How hours of sensors were made comparable: place by place, by the rates of the whole area where that isn't possible, or not
 * at all. Null where rates are not the question.
 */
export function sensorWords({ standardisation: how }) {
  if (!how) return null;
  const { sensor_hour_in_patrol_hours: factor, places_both_looked_at: places, patrol_rate: patrols, sensor_rate: sensors } = how;
  if (!(patrols > 0 && sensors > 0)) return t('gi.sensor.none');
  const ofWhole = places === 0 || Math.abs(factor - sensors / patrols) < 1e-9;
  return t(ofWhole ? 'gi.sensor.whole' : 'gi.sensor.places', { factor: formatRate(factor), places });
}

/** A probability in four decimals; `< 0,0001` below. */
export const formatP = (p) => (p < 0.0001 ? `<\u00a0${formatNumber(0.0001, 4)}` : formatNumber(p, 4));
