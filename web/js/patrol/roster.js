/** The roster under the map: who goes where on which day, drawn by chance; another may be drawn, for more or less caution. */

import { answerOf } from '../analysis/ask.js';
import { setSettings } from '../analysis/fields.js';
import { SETTINGS } from '../analysis/settings.js';
import { el, icon } from '../dom.js';
import { currentLanguage, formatDate, formatNumber, t } from '../i18n/index.js';
import { createMemory, pending } from '../routes/pending.js';
import { addDays } from '../time.js';
import { rosterRows } from './areas.js';
import { rosterInputsOf } from './inputs.js';
import { personsWords, postWords } from './words.js';

const memory = createMemory();

/** An entry of a memory with the roster of a plan, drawn as the settings say. */
export function askRoster(job, settings) {
  const inputs = rosterInputsOf(job, settings);
  return memory.recall(JSON.stringify(inputs), () => answerOf('patrol-roster', inputs));
}

/** What stands beside the heading, and the roster itself: `{note, body}`. `choose(feature)` takes an area. */
export function rosterDock({ document, job }, { state, choose }) {
  const { settings } = state.get();
  const entry = askRoster(job, settings);
  return {
    title: t('roster.title'),
    note: t('roster.note', { hours: formatNumber(document.summary.terms.rest_hours), seed: String(settings.draw) }),
    body: [pending(entry, (roster) => table(roster, document, choose), { waiting: t('roster.waiting') }), el('div', { class: 'roster-foot' }, another(state), caution(state))],
  };
}

function another(state) {
  const { choices } = SETTINGS.draw;
  const draw = () => setSettings(state, { draw: (state.get().settings.draw % choices.length) + 1 });
  return el('button', { type: 'button', class: 'button quiet', onclick: draw }, t('roster.another'));
}

function caution(state) {
  const choices = SETTINGS.caution.choices;
  const select = el('select', { class: 'select', id: 'roster-caution' }, choices.map((value) => el('option', { value }, t(`roster.caution.${value}`))));
  select.value = String(state.get().settings.caution);
  select.addEventListener('change', () => setSettings(state, { caution: Number(select.value) }));
  return el('label', { class: 'roster-caution', for: 'roster-caution' }, el('span', {}, t('roster.caution')), select);
}

function table(roster, document, choose) {
  const { summary } = roster;
  const days = Array.from({ length: summary.days }, (_, i) => addDays(summary.from, i));
  return el(
    'table',
    { class: 'roster' },
    el('caption', { class: 'visually-hidden' }, t('roster.caption', { from: formatDate(summary.from), days: summary.days })),
    el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, t('roster.team')), days.map((day) => el('th', { scope: 'col' }, el('b', {}, weekday(day)), ' ', el('span', { class: 'n' }, formatDate(day).slice(0, currentLanguage() === 'vi' ? 5 : 6)))))),
    el('tbody', {}, rosterRows(roster).map(({ station, number, duties }) => el('tr', {}, el('th', { scope: 'row' }, postWords(station, document.summary).replace(/^Đồn | station$/g, ''), number !== '1' && ` ${number}`), duties.map((duty) => el('td', {}, duty ? cell(duty, document, choose) : el('span', { class: 'rest' }, t('roster.rest'))))))),
  );
}

function cell(duty, document, choose) {
  const isNight = duty.shift_from >= '17:00' || duty.shift_from < '05:00';
  const area = document.features.find(({ id }) => id === duty.area);
  const label = t('roster.say', { name: duty.area_name, from: duty.shift_from, until: duty.shift_until });
  const content = [icon(isNight ? 'moon' : 'sun', 12), el('b', {}, shortName(duty.area_name)), el('small', {}, `${duty.shift_from.slice(0, 2)}–${duty.shift_until.slice(0, 2)}`)];
  return area
    ? el('button', { type: 'button', class: isNight ? 'shift night' : 'shift day', 'aria-label': label, onclick: () => choose(area) }, content)
    : el('span', { class: isNight ? 'shift night' : 'shift day', title: label }, content);
}

/** Areas that were not chosen are named by their kilometres. */
const shortName = (name) => (/^K\d+$/.test(name) ? name : name.replace(/^[A-Z]+-(\d+)\.\d-(\d+)\.\d$/, '$1–$2'));

const weekday = (day) => new Intl.DateTimeFormat(currentLanguage() === 'vi' ? 'vi-VN' : 'en-GB', { weekday: 'short', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

/** What the roster says of the plan: what remains when it is known, and where they would go. */
export function rosterChecks(roster) {
  const { summary } = roster;
  const [move] = summary.moves;
  return [
    [t('checks.expected'), personsWords(summary.expected)],
    [t('checks.fixed'), personsWords(summary.fixed)],
    [t('checks.known'), personsWords(summary.value)],
    [t('checks.moves'), move ? `${shortName(move.name)} (${personsWords(move.before)} → ${personsWords(move.after)})` : t('checks.moves.none')],
  ];
}
