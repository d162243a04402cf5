/** What a plan says, in words. */

import { currentLanguage, formatNumber, formatPercent, formatStretch, t } from '../i18n/index.js';
import { teamsOf } from './areas.js';

export const personsWords = (persons) => formatNumber(persons, persons < 100 ? 1 : 0);

export const stretchWords = ({ from_km: from, to_km: to }) => formatStretch(Math.round(from * 10) / 10, Math.round(to * 10) / 10);

/** The name of a post by its code. */
export function postWords(code, { posts }) {
  const post = posts.find((each) => each.code === code);
  return post ? post[currentLanguage() === 'en' ? 'name_en' : 'name_vi'] : code;
}

export const unitWords = ({ days }) => (days === 7 ? t('plan.unit.week') : t('plan.unit.days', { count: days }));

/** `18:00–02:00`. */
export const shiftWords = (number, { shifts }) => {
  const shift = shifts.find((each) => each.number === number);
  return shift ? `${shift.from}–${shift.until}` : String(number);
};

/** How sure it is that nothing is better. */
export function proofWords({ status, gap }) {
  if (status === 'optimal') return t('plan.proof.optimal', { gap: formatPercent(gap) });
  return t(status === 'stopped' ? 'plan.proof.stopped' : 'plan.proof.feasible', { gap: formatPercent(gap) });
}

export function planSentence({ summary, features }) {
  if (features.length === 0) return t('plan.nothing');
  const best = features[0].properties;
  return t('plan.sentence', { count: teamsOf(summary), value: personsWords(summary.value), unit: unitWords(summary), name: best.name, stretch: stretchWords(best), proof: proofWords(summary) });
}

export const sayArea = ({ properties: p }) => t('plan.say', { name: p.name, stretch: stretchWords(p), value: personsWords(p.expected) });
