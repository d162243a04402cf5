/** A roster as a table, a team each: who goes where on which day, and who rests. */

import { el, icon } from '../dom.js';
import { currentLanguage, formatDate, t } from '../i18n/index.js';
import { addDays } from '../time.js';
import { rosterRows, shortName } from './areas.js';
import { postWords } from './words.js';

/**
 * `roster` is `{features, summary}`, `plan` a summary with its posts. `press({day, team, duty})` answers what a press on a place does, or null
 * (`duty` is null for rest); `isChanged(day, team)` whether somebody changed it by hand.
 */
export function rosterTable(roster, plan, { press, isChanged = () => false }) {
  const { summary } = roster;
  const days = Array.from({ length: summary.days }, (_, i) => addDays(summary.from, i));
  const cell = (team, duty, day) => el('td', { class: isChanged(day, team) ? 'changed' : null }, place({ day, team, duty }, press, isChanged(day, team)));
  return el(
    'table',
    { class: 'roster' },
    el('caption', { class: 'visually-hidden' }, t('roster.caption', { from: formatDate(summary.from), days: summary.days })),
    el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, t('roster.team')), days.map((day) => el('th', { scope: 'col' }, el('b', {}, weekday(day)), ' ', el('span', { class: 'n' }, formatDate(day).slice(0, currentLanguage() === 'vi' ? 5 : 6)))))),
    el('tbody', {}, rosterRows(roster).map(({ team, duties }) => el('tr', {}, el('th', { scope: 'row' }, teamWords(team, plan)), duties.map((duty, i) => cell(team, duty, i + 1))))),
  );
}

function place(at, press, changed) {
  const { duty } = at;
  const onclick = press(at);
  const label = [duty ? t('roster.say', { name: shortName(duty.area_name), from: duty.shift_from, until: duty.shift_until }) : t('roster.rest'), changed && t('roster.changed')].filter(Boolean).join(', ');
  const isNight = duty && (duty.shift_from >= '17:00' || duty.shift_from < '05:00');
  const className = duty ? (isNight ? 'shift night' : 'shift day') : 'rest';
  const content = duty ? [icon(isNight ? 'moon' : 'sun', 12), el('b', {}, shortName(duty.area_name)), el('small', {}, `${duty.shift_from.slice(0, 2)}–${duty.shift_until.slice(0, 2)}`)] : t('roster.rest');
  return onclick ? el('button', { type: 'button', class: className, 'aria-label': label, onclick }, content) : el('span', { class: className, title: duty ? label : null }, content);
}

/** `Tân Thanh`, `Hữu Nghị 2`. */
export function teamWords(team, plan) {
  const cut = team.lastIndexOf('/');
  const number = team.slice(cut + 1);
  return `${postWords(team.slice(0, cut), plan).replace(/^Đồn | station$/g, '')}${number === '1' ? '' : ` ${number}`}`;
}

/** `Thứ Tư`, `Wed`. */
export function weekday(day, form = 'short') {
  return new Intl.DateTimeFormat(currentLanguage() === 'vi' ? 'vi-VN' : 'en-GB', { weekday: form, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}
