/** The panel at the left: period, conditions, how it is counted, layers. Every choice goes to the state at once. */

import { el, icon } from '../dom.js';
import { currentLanguage, formatBandwidth, t } from '../i18n/index.js';
import { conditionCount, periodOf } from '../query.js';
import { BANDWIDTHS_METRES, INITIAL, LAYERS, LIST_FILTERS } from '../state.js';
import { createBeside } from './beside.js';
import { segmented, slider, toggle } from './fields.js';
import { createPeriodField } from './period.js';

const CODES = {
  direction: ['exit', 'entry', 'unknown'],
  setting: ['trail', 'gate', 'river', 'road', 'sea'],
  source: ['patrol', 'sensor', 'report', 'handover'],
  outcome: ['observed', 'turned_back', 'intercepted', 'handed_over'],
};
const PERSONS = [null, '2/..', '5/..', '10/..'];

/**
 * `context`: `{state, extent, base}`; `analysis`: what panels/analysis.js has for this panel; `beside`: deeds of panels/beside.js;
 * `onClose()` leaves the sheet on a phone.
 * `update()` shows the state, `showExtent()` the time that the data cover.
 */
export function createConditions({ state, extent, base }, { analysis, beside: deeds, onClose }) {
  const period = createPeriodField(state, extent);
  const stations = base.stations.map((station) => [station.code, station.names[currentLanguage()]]);
  const filters = [
    ...Object.entries(CODES).map(([name, codes]) => listFilter(state, name, codes.map((code) => [code, t(`${name}.${code}`)]))),
    personsFilter(state),
    ...(stations.length > 0 ? [listFilter(state, 'station', stations)] : []),
  ];
  const clear = el('button', { type: 'button', class: 'text-button', onclick: () => state.set(withoutConditions()) }, t('conditions.clear'));
  const fold = filterFold(clear);
  const weight = segmented(t('weight'), [['persons', t('weight.persons')], ['detections', t('weight.detections')]], (chosen) => state.set({ weight: chosen }));
  const bandwidth = slider({ id: 'bandwidth', label: t('bandwidth'), steps: BANDWIDTHS_METRES, format: formatBandwidth, onChoose: (bandwidthMetres) => state.set({ bandwidthMetres }) });
  const layers = LAYERS.map((layer) => layerBox(state, layer));
  const synthetic = extent.realDetections > 0 && extent.syntheticDetections > 0 ? toggle({ label: t('synthetic.show'), onChoose: (on) => state.set({ synthetic: on ? true : null }) }) : null;
  const beside = createBeside({ state, extent }, deeds);
  const element = el(
    'aside',
    { class: 'panel left', id: 'conditions', 'aria-label': t('conditions') },
    el('header', {}, el('h1', {}, t('hotspots')), el('p', {}, t('hotspots.question')), el('button', { type: 'button', class: 'ghost sheet-close', 'aria-label': t('close'), onclick: onClose }, icon('close'))),
    el('section', { class: 'what' }, analysis.views, period.element, beside.element, synthetic?.element),
    el('section', { class: 'filters' }, fold.element, filters.map((each) => each.element)),
    el('section', {}, el('h2', {}, t('counting')), weight.element, bandwidth.element, analysis.method),
    analysis.running,
    el('section', {}, el('h2', {}, t('layers')), layers.map((each) => each.element)),
    analysis.past,
    el('footer', { class: 'sheet-foot' }, el('button', { type: 'button', class: 'button primary wide', onclick: onClose }, t('conditions.done'))),
  );

  function update() {
    const view = state.get();
    period.update(periodOf(view, extent));
    clear.hidden = conditionCount(view) === 0;
    fold.update(view);
    weight.update(view.weight);
    bandwidth.update(view.bandwidthMetres);
    bandwidth.element.hidden = view.view !== 'density';
    synthetic?.update(view.synthetic === true);
    beside.update(view);
    for (const each of [...filters, ...layers]) each.update(view);
    layers[LAYERS.indexOf('heat')].element.hidden = view.view !== 'density';
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

/** The heading of the filters. In an analysis, whose own settings need the room, they fold away behind it until somebody opens them. */
function filterFold(clear) {
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
    if (view.view !== shown) unfold(view.view === 'density');
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

function layerBox(state, layer) {
  const input = el('input', { type: 'checkbox' });
  input.addEventListener('change', () => {
    const others = state.get().hidden.filter((each) => each !== layer);
    state.set({ hidden: input.checked ? others : [...others, layer] });
  });
  const element = el('label', { class: 'layer' }, input, el('i', { class: `sign ${layer}`, 'aria-hidden': 'true' }), el('span', {}, t(`layer.${layer}`)));
  return { element, update: (view) => (input.checked = !view.hidden.includes(layer)) };
}
