/** The panel at the left: period, conditions, how it is counted, layers. Every choice goes to the state at once. */

import { el, icon } from '../dom.js';
import { formatBandwidth, t } from '../i18n/index.js';
import { periodOf } from '../query.js';
import { BANDWIDTHS_METRES } from '../state.js';
import { createBeside } from './beside.js';
import { segmented, slider, toggle } from './fields.js';
import { createFilters } from './filters.js';
import { createLayerBoxes } from './layers.js';
import { createPeriodField } from './period.js';

const LAYERS = ['heat', 'stations', 'gates', 'towns', 'kilometres'];

/**
 * `context`: `{state, extent, base}`; `analysis`: what panels/analysis.js has for this panel; `beside`: deeds of panels/beside.js;
 * `onExport()` or null; `onClose()` leaves the sheet on a phone.
 * `update()` shows the state, `showExtent()` the time that the data cover.
 */
export function createConditions({ state, extent, base }, { analysis, beside: deeds, onExport = null, onClose }) {
  const period = createPeriodField(state, extent);
  const filters = createFilters(state, base, { isFolded: (view) => view.view !== 'density' });
  const weight = segmented(t('weight'), [['persons', t('weight.persons')], ['detections', t('weight.detections')]], (chosen) => state.set({ weight: chosen }));
  const bandwidth = slider({ id: 'bandwidth', label: t('bandwidth'), steps: BANDWIDTHS_METRES, format: formatBandwidth, onChoose: (bandwidthMetres) => state.set({ bandwidthMetres }) });
  const layers = createLayerBoxes(state, LAYERS);
  const synthetic = extent.realDetections > 0 && extent.syntheticDetections > 0 ? toggle({ label: t('synthetic.show'), onChoose: (on) => state.set({ synthetic: on ? true : null }) }) : null;
  const beside = createBeside({ state, extent }, deeds);
  const element = el(
    'aside',
    { class: 'panel left', id: 'conditions', 'aria-label': t('conditions') },
    el('header', {}, el('h1', {}, t('hotspots')), el('p', {}, t('hotspots.question')), el('button', { type: 'button', class: 'ghost sheet-close', 'aria-label': t('close'), onclick: onClose }, icon('close'))),
    el('section', { class: 'what' }, analysis.views, period.element, beside.element, synthetic?.element),
    filters.element,
    el('section', {}, el('h2', {}, t('counting')), weight.element, bandwidth.element, analysis.method),
    analysis.running,
    layers.element,
    analysis.past,
    onExport && el('section', {}, el('h2', {}, t('routes.takeAway')), el('button', { type: 'button', class: 'button wide', onclick: onExport }, icon('download', 18), t('export.open'))),
    el('footer', { class: 'sheet-foot' }, el('button', { type: 'button', class: 'button primary wide', onclick: onClose }, t('conditions.done'))),
  );

  function update() {
    const view = state.get();
    period.update(periodOf(view, extent));
    filters.update(view);
    weight.update(view.weight);
    bandwidth.update(view.bandwidthMetres);
    bandwidth.element.hidden = view.view !== 'density';
    synthetic?.update(view.synthetic === true);
    beside.update(view);
    layers.update(view);
    layers.hide('heat', view.view !== 'density');
  }

  function showExtent() {
    period.showExtent();
    period.update(periodOf(state.get(), extent));
  }
  update();
  return { element, update, showExtent };
}
