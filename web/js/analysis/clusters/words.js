/** A cluster in words: when, how many, against what, and how sure that is. Pure but for the language. */

import { formatDate, formatMetres, formatMonth, formatNumber, formatRate, t } from '../../i18n/index.js';
import { addDays } from '../../time.js';
import { formatSimulatedP, isClear } from '../probability.js';

/** `03/2024 – 05/2024` when both ends are those of months, `03/2024` for one month, else both days. */
export function spanWords(from, to) {
  const wholeMonths = from.endsWith('-01') && addDays(to, 1).endsWith('-01');
  if (!wholeMonths) return from === to ? formatDate(from) : `${formatDate(from)} – ${formatDate(to)}`;
  return from.slice(0, 7) === to.slice(0, 7) ? formatMonth(from) : `${formatMonth(from)} – ${formatMonth(to)}`;
}

/** How many simulations had a cluster as strong: p counts them, and the data themselves, among all. */
export const asStrong = (p, replicates) => Math.max(0, Math.round(p * (replicates + 1)) - 1);

/** What was seen there, and what was to be expected. */
export function findingOf({ from, to, radius_m: radius, observed, expected, relative_risk: risk }, unit) {
  const place = radius > 0 ? t('clusters.within', { radius: formatMetres(radius) }) : t('clusters.oneCell');
  return t('clusters.finding', { from: formatDate(from), to: formatDate(to), place, observed, unit, expected: formatRate(expected), risk: riskWords(risk) });
}

/** Whether that can be chance. */
export function chanceOf(p, replicates) {
  const words = t(asStrong(p, replicates) === 0 ? 'clusters.chance.none' : 'clusters.chance.some', { count: asStrong(p, replicates), replicates, p: formatSimulatedP(p, replicates) });
  return isClear(p) ? words : `${words} ${t('clusters.chance.unclear')}`;
}

/** How much more inside than outside; where there was nothing outside, no number says it. */
export const riskWords = (risk) => (risk === null || risk === undefined ? '∞' : formatRate(risk));

/** A radius; of a cluster of one place there is none. */
export const radiusWords = (metres) => (metres > 0 ? formatMetres(metres) : t('clusters.radius.none'));

/** `512 / 241,3`. */
export const observedOverExpected = ({ observed, expected }) => `${formatNumber(observed)} / ${formatRate(expected)}`;

/** What was counted. */
export const unitOf = ({ weight, unit }) => t(`unit.${weight ?? (['persons', 'detections'].includes(unit) ? unit : 'detections')}`);
