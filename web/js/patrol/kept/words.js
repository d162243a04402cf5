/** What is said of a stored plan. */

import { describe } from '../../dialog.js';
import { el } from '../../dom.js';
import { currentLanguage, formatDate, formatNumber, formatPeriod, t } from '../../i18n/index.js';
import { inLanguage } from '../../message.js';
import { addDays } from '../../time.js';
import { shortName } from '../areas.js';
import { teamWords, weekday } from '../roster-table.js';

/** Plans refuse in both languages; what else may fail has words of the page. */
export const planProblem = (problem) => (problem.detail?.includes(' / ') ? inLanguage(problem.detail, currentLanguage()) : describe(problem));

export const statusTag = ({ status }) => el('span', { class: `tag plan-${status}` }, t(`kept.status.${status}`));

export const spanWords = ({ from, days }) => formatPeriod(from, addDays(from, days - 1));

/** What a change adds to the persons that are stopped: `+0,3`, `−0,6`; a price is what it takes. */
export function gainWords(price) {
  const gain = 0 - Math.round(price * 10) / 10;
  return `${gain > 0 ? '+' : ''}${formatNumber(gain, 1)}`;
}

/** `Ba Sơn, thứ Tư 03/07/2024`. */
export function placeWords({ team, day }, plan) {
  const date = addDays(plan.from, day - 1);
  return t('kept.place', { team: teamWords(team, plan), day: currentLanguage() === 'vi' ? weekday(date, 'long').toLocaleLowerCase('vi') : weekday(date, 'long'), date: formatDate(date) });
}

/** A duty in a few words: `K2 18:00–02:00`, or rest. */
export function dutyWords(duty, plan) {
  if (!duty) return t('roster.rest');
  const area = plan.areas.features.find(({ id }) => id === duty.area);
  const shift = plan.shifts.find(({ number }) => number === duty.shift);
  return `${shortName(area.properties.name)} ${shift.from}–${shift.until}`;
}

/** `Ba Sơn, thứ Tư 03/07/2024: K2 18:00–02:00 → K5 18:00–02:00`. */
export const changeWords = (change, plan) => `${placeWords(change, plan)}: ${dutyWords(change.before, plan)} → ${dutyWords(change.after, plan)}`;
