/** The roster under the map: who goes where on which day, drawn by chance; another may be drawn, for more or less caution. */

import { answerOf } from '../analysis/ask.js';
import { setSettings } from '../analysis/fields.js';
import { SETTINGS } from '../analysis/settings.js';
import { el } from '../dom.js';
import { formatNumber, t } from '../i18n/index.js';
import { createMemory, pending } from '../routes/pending.js';
import { shortName } from './areas.js';
import { rosterInputsOf } from './inputs.js';
import { rosterTable } from './roster-table.js';
import { personsWords } from './words.js';

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
    body: [pending(entry, (roster) => rosterTable(roster, document.summary, { press: ({ duty }) => pressFor(duty, document, choose) }), { waiting: t('roster.waiting') }), el('div', { class: 'roster-foot' }, another(state), caution(state))],
  };
}

/** A duty in one of the chosen areas leads there. */
function pressFor(duty, document, choose) {
  const area = document.features.find(({ id }) => id === duty?.area);
  return area ? () => choose(area) : null;
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
