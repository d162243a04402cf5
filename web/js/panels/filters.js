/** The conditions of detections: a line each, which opens to what may be chosen. Every choice goes to the state at once. */

import { el, icon } from '../dom.js';
import { currentLanguage, t } from '../i18n/index.js';
import { conditionCount } from '../query.js';
import { INITIAL, LIST_FILTERS } from '../state.js';

const CODES = {
  direction: ['exit', 'entry', 'unknown'],
  setting: ['trail', 'gate', 'river', 'road', 'sea'],
  source: ['patrol', 'sensor', 'report', 'handover'],
  outcome: ['observed', 'turned_back', 'intercepted', 'handed_over'],
};
const PERSONS = [null, '2/..', '5/..', '10/..'];

/** A section for a panel: `{element, update(view)}`. `isFolded(view)` says whether a view begins with only their number. */
export function createFilters(state, base, { isFolded }) {
  const stations = base.stations.map((station) => [station.code, station.names[currentLanguage()]]);
  const filters = [
    ...Object.entries(CODES).map(([name, codes]) => listFilter(state, name, codes.map((code) => [code, t(`${name}.${code}`)]))),
    personsFilter(state),
    ...(stations.length > 0 ? [listFilter(state, 'station', stations)] : []),
  ];
  const clear = el('button', { type: 'button', class: 'text-button', onclick: () => state.set(withoutConditions()) }, t('conditions.clear'));
  const fold = filterFold(clear, isFolded);
  const element = el('section', { class: 'filters' }, fold.element, filters.map((each) => each.element));

  function update(view) {
    clear.hidden = conditionCount(view) === 0;
    fold.update(view);
    for (const each of filters) each.update(view);
  }
  return { element, update };
}

/** The view without its filters; period and place stay. */
export const withoutConditions = () => Object.fromEntries([...LIST_FILTERS, 'persons'].map((name) => [name, INITIAL[name]]));

/** The heading of the filters. Where other settings need the room, they fold away behind it until somebody opens them. */
function filterFold(clear, isFolded) {
  const summary = el('button', { type: 'button', class: 'text-button', onclick: () => unfold(true) });
  const element = el('h2', {}, t('conditions'), clear, summary);
  let shown = null;

  function unfold(open) {
    element.parentElement?.classList.toggle('folded', !open);
    summary.hidden = open;
  }

  function update(view) {
    const count = conditionCount(view);
    summary.textContent = count === 0 ? t('conditions.none') : t('conditions.some', { count });
    if (view.view !== shown) unfold(!isFolded(view));
    shown = view.view;
  }
  return { element, update };
}

/** A line that opens to chips; its own text says what is chosen. */
function disclosure(label, body) {
  const value = el('b');
  const element = el('details', { class: 'filter' }, el('summary', {}, el('span', {}, label), value, icon('down', 14)), body);
  const show = (text, set) => {
    value.textContent = text;
    element.classList.toggle('set', set);
  };
  return { element, show };
}

function listFilter(state, name, choices) {
  const chips = choices.map(([code, label]) => {
    const toggle = () => {
      const chosen = state.get()[name];
      state.set({ [name]: chosen.includes(code) ? chosen.filter((each) => each !== code) : [...chosen, code] });
    };
    return { code, label, button: el('button', { type: 'button', class: 'chip', onclick: toggle }, label) };
  });
  const line = disclosure(t(name), el('div', { class: 'chips', role: 'group', 'aria-label': t(name) }, chips.map((chip) => chip.button)));
  const update = (view) => {
    const chosen = chips.filter((chip) => view[name].includes(chip.code));
    for (const chip of chips) chip.button.setAttribute('aria-pressed', String(chosen.includes(chip)));
    const all = name === 'station' ? t('conditions.allStations', { count: chips.length }) : t('all');
    line.show(chosen.length === 0 ? all : chosen.length <= 2 ? chosen.map((chip) => chip.label).join(', ') : t('conditions.some', { count: chosen.length }), chosen.length > 0);
  };
  return { element: line.element, update };
}

function personsFilter(state) {
  const label = (range) => t('conditions.personsFrom', { count: range === null ? 1 : Number.parseInt(range, 10) });
  const chips = PERSONS.map((range) => ({ range, button: el('button', { type: 'button', class: 'chip', onclick: () => state.set({ persons: range }) }, label(range)) }));
  const line = disclosure(t('conditions.persons'), el('div', { class: 'chips', role: 'group', 'aria-label': t('conditions.persons') }, chips.map((chip) => chip.button)));
  const update = (view) => {
    for (const chip of chips) chip.button.setAttribute('aria-pressed', String(chip.range === view.persons));
    const known = PERSONS.includes(view.persons);
    line.show(known ? label(view.persons) : view.persons.replace('/', '–'), view.persons !== null);
  };
  return { element: line.element, update };
}
