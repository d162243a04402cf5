/** Periods that counts and reports are about, by the names that the server has for them. Pure. */

import { t } from '../i18n/index.js';

const NAME = /^\d{4}(-H[12]|-Q[1-4]|-(0[1-9]|1[0-2])|)$/;
const MONTHS = /^\d{4}-(0[1-9]|1[0-2])\/\d{4}-(0[1-9]|1[0-2])$/;
const FIRST_YEAR = 2015;
const ROMAN = ['I', 'II', 'III', 'IV'];

/** Whether the server would know a period by this name. */
export const isPeriod = (name) => NAME.test(name) || (MONTHS.test(name) && name.slice(0, 7) <= name.slice(8));

/** The names of the periods of a year: halves, quarters, the year, months. */
export function periodsOf(year) {
  const months = Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`);
  return [`${year}-H1`, `${year}-H2`, ...[1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`), String(year), ...months];
}

/** Years that reports may be about, the newest first. */
export const yearsUntil = (year) => Array.from({ length: year - FIRST_YEAR + 1 }, (_, i) => year - i);

export function periodWords(name) {
  const [year, part] = [name.slice(0, 4), name.slice(5)];
  if (name.includes('/')) return t('period.months', { from: monthWords(name.slice(0, 7)), to: monthWords(name.slice(8)) });
  if (part === '') return t('period.year', { year });
  if (part.startsWith('H')) return t(`period.half${part[1]}`, { year });
  return part.startsWith('Q') ? t('period.quarter', { quarter: ROMAN[part[1] - 1], year }) : t('period.month', { month: String(Number(part)), year });
}

const monthWords = (month) => `${Number(month.slice(5))}/${month.slice(0, 4)}`;

/** The half-year that ended last, which is what is usually reported. */
export function lastHalf(now) {
  const half = now.getMonth() < 6 ? 2 : 1;
  const year = now.getFullYear() - (half === 2 ? 1 : 0);
  return { year, period: `${year}-H${half}` };
}

/** The name of the half-year from one day to another; null where they are none. */
export function halfYearName({ from, to }) {
  const year = from.slice(0, 4);
  if (from === `${year}-01-01` && to === `${year}-06-30`) return `${year}-H1`;
  return from === `${year}-07-01` && to === `${year}-12-31` ? `${year}-H2` : null;
}

/** First and last day of a period. */
export function daysOf(name) {
  const year = Number(name.slice(0, 4));
  const part = name.slice(5);
  const [first, last] = name.includes('/')
    ? [name.slice(0, 7), name.slice(8)]
    : part === ''
      ? [`${year}-01`, `${year}-12`]
      : part.startsWith('H')
        ? [`${year}-${part === 'H1' ? '01' : '07'}`, `${year}-${part === 'H1' ? '06' : '12'}`]
        : part.startsWith('Q')
          ? [`${year}-${pad(part[1] * 3 - 2)}`, `${year}-${pad(part[1] * 3)}`]
          : [name, name];
  const days = new Date(Date.UTC(Number(last.slice(0, 4)), Number(last.slice(5)), 0)).getUTCDate();
  return { from: `${first}-01`, to: `${last}-${days}` };
}

const pad = (month) => String(month).padStart(2, '0');
