/** The panel at the left: period, conditions, how it is counted, layers. Every choice goes to the state at once. */

import { el, icon } from '../dom.js';
import { currentLanguage, formatBandwidth, t } from '../i18n/index.js';
import { conditionCount, periodOf } from '../query.js';
import { BANDWIDTHS_METRES, INITIAL, LAYERS, LIST_FILTERS } from '../state.js';
import { createPeriodField } from './period.js';

const CODES = {
  direction: ['exit', 'entry', 'unknown'],
  setting: ['trail', 'gate', 'river', 'road', 'sea'],
  source: ['patrol', 'sensor', 'report', 'handover'],
  outcome: ['observed', 'turned_back', 'intercepted', 'handed_over'],
};
const PERSONS = [null, '2/..', '5/..', '10/..'];

/** `context`: `{state, extent, base}`; `onClose()` leaves the sheet on a phone. `update()` shows the state, `showExtent()` the time that the data cover. */
export function createConditions({ state, extent, base }, { onClose }) {
  const period = createPeriodField(state, extent);
  const stations = base.stations.map((station) => [station.code, station.names[currentLanguage()]]);
  const filters = [
    ...Object.entries(CODES).map(([name, codes]) => listFilter(state, name, codes.map((code) => [code, t(`${name}.${code}`)]))),
    personsFilter(state),
    ...(stations.length > 0 ? [listFilter(state, 'station', stations)] : []),
  ];
  const clear = el('button', { type: 'button', class: 'text-button', onclick: () => state.set(withoutConditions()) }, t('conditions.clear'));
  const weight = segmented(t('weight'), [['persons', t('weight.persons')], ['detections', t('weight.detections')]], (chosen) => state.set({ weight: chosen }));
  const bandwidth = bandwidthField(state);
  const layers = LAYERS.map((layer) => layerBox(state, layer));
  const synthetic = extent.realDetections > 0 && extent.syntheticDetections > 0 ? syntheticSwitch(state) : null;
  const element = el(
    'aside',
    { class: 'panel left', id: 'conditions', 'aria-label': t('conditions') },
    el('header', {}, el('h1', {}, t('hotspots')), el('p', {}, t('hotspots.question')), el('button', { type: 'button', class: 'ghost sheet-close', 'aria-label': t('close'), onclick: onClose }, icon('close'))),
    el('section', {}, period.element, synthetic?.element),
    el('section', { class: 'filters' }, el('h2', {}, t('conditions'), clear), filters.map((each) => each.element)),
    el('section', {}, el('h2', {}, t('counting')), weight.element, bandwidth.element),
    el('section', {}, el('h2', {}, t('layers')), layers.map((each) => each.element)),
    el('footer', { class: 'sheet-foot' }, el('button', { type: 'button', class: 'button primary wide', onclick: onClose }, t('conditions.done'))),
  );

  function update() {
    const view = state.get();
    period.update(periodOf(view, extent));
    clear.hidden = conditionCount(view) === 0;
    weight.update(view.weight);
    for (const each of [...filters, bandwidth, ...layers, synthetic]) each?.update(view);
  }

  function showExtent() {
    period.showExtent();
    period.update(periodOf(state.get(), extent));
  }
  update();
  return { element, update, showExtent };
}

/** The view without its filters; period and place stay. */
export const withoutConditions = () => Object.fromEntries([...LIST_FILTERS, 'persons'].map((name) => [name, INITIAL[name]]));

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

/** A row of which one is chosen; arrow keys move, as in a radio group. */
function segmented(label, choices, onChoose) {
  const buttons = choices.map(([value, text]) => el('button', { type: 'button', role: 'radio', onclick: () => onChoose(value) }, text));
  const element = el('div', { class: 'segmented', role: 'radiogroup', 'aria-label': label }, buttons);
  element.addEventListener('keydown', (event) => {
    const step = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = (buttons.indexOf(document.activeElement) + step + buttons.length) % buttons.length;
    buttons[next].focus();
    onChoose(choices[next][0]);
  });
  const update = (value) =>
    choices.forEach(([each], i) => {
      buttons[i].setAttribute('aria-checked', String(each === value));
      buttons[i].tabIndex = each === value ? 0 : -1;
    });
  return { element, update };
}

function bandwidthField(state) {
  const output = el('output', { for: 'bandwidth' });
  const input = el('input', { type: 'range', id: 'bandwidth', min: 0, max: BANDWIDTHS_METRES.length - 1, step: 1 });
  const show = () => {
    output.textContent = formatBandwidth(BANDWIDTHS_METRES[input.value]);
    input.setAttribute('aria-valuetext', output.textContent);
  };
  input.addEventListener('input', show);
  input.addEventListener('change', () => state.set({ bandwidthMetres: BANDWIDTHS_METRES[input.value] }));
  const element = el('div', { class: 'field' }, el('label', { class: 'field-label', for: 'bandwidth' }, t('bandwidth')), el('div', { class: 'range' }, input, output));
  const update = (view) => {
    input.value = Math.max(0, BANDWIDTHS_METRES.indexOf(view.bandwidthMetres));
    show();
  };
  return { element, update };
}

function layerBox(state, layer) {
  const input = el('input', { type: 'checkbox' });
  input.addEventListener('change', () => {
    const others = state.get().hidden.filter((each) => each !== layer);
    state.set({ hidden: input.checked ? others : [...others, layer] });
  });
  const element = el('label', { class: 'layer' }, input, el('i', { class: `sign ${layer}`, 'aria-hidden': 'true' }), el('span', {}, t(`layer.${layer}`)));
  return { element, update: (view) => (input.checked = !view.hidden.includes(layer)) };
}

function syntheticSwitch(state) {
  const input = el('input', { type: 'checkbox', role: 'switch' });
  input.addEventListener('change', () => state.set({ synthetic: input.checked ? true : null }));
  const element = el('label', { class: 'switch' }, el('span', {}, t('synthetic.show')), input);
  return { element, update: (view) => (input.checked = view.synthetic === true) };
}
