/** Steps of time of an analysis, in words. Pure but for the language. */

import { formatDate, formatMonth, t } from '../i18n/index.js';
import { addDays, addMonths } from '../time.js';

const NAMES = { P1D: 'day', P7D: 'week', P1W: 'week', P1M: 'month', P3M: 'quarter', P1Y: 'year', P12M: 'year' };

export const stepName = (step) => NAMES[step] ?? 'other';

/** `tháng`, `month`. */
export const stepWord = (step) => t(`trends.step.${stepName(step)}`);

/** After a number: `30 tháng`, `30 months`. */
export const stepsWord = (step, count) => t(`trends.step.${stepName(step)}${count === 1 ? '' : '.many'}`);

/** The step that begins on `day`: a month by its name, others by their first day. */
export const stepLabel = (day, step) => (stepName(step) === 'month' ? formatMonth(day) : formatDate(day));

/** The day after the last of the step that begins on `day`; a step of unknown length ends with `next`. */
export function stepEnd(day, step, next = day) {
  const [, count, unit] = /^P(\d+)([DWMY])$/.exec(step ?? '') ?? [];
  if (!unit) return next;
  if (unit === 'D' || unit === 'W') return addDays(day, Number(count) * (unit === 'W' ? 7 : 1));
  return addMonths(day, Number(count) * (unit === 'Y' ? 12 : 1));
}
