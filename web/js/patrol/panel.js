/** The commander's panel at the left: teams and conditions, for which detections; layers and past runs. */

import { el, icon } from '../dom.js';
import { t } from '../i18n/index.js';
import { toggle } from '../panels/fields.js';
import { createFilters } from '../panels/filters.js';
import { createLayerBoxes } from '../panels/layers.js';
import { createPeriodField } from '../panels/period.js';
import { periodOf } from '../query.js';

const LAYERS = ['heat', 'network', 'stations', 'gates', 'towns', 'kilometres'];

/**
 * `context`: `{state, extent, base}`; `analysis`: what panels/analysis.js has for this panel; `onExport()` or null; `onClose()` leaves the
 * sheet on a phone. `update()` shows the state, `showExtent()` the time that the data cover, `addKept(element)` the list of stored plans.
 */
export function createPatrolPanel({ state, extent, base }, { analysis, onExport = null, onClose }) {
  const period = createPeriodField(state, extent);
  const filters = createFilters(state, base, { isFolded: () => true });
  const layers = createLayerBoxes(state, LAYERS);
  const synthetic = extent.realDetections > 0 && extent.syntheticDetections > 0 ? toggle({ label: t('synthetic.show'), onChoose: (on) => state.set({ synthetic: on ? true : null }) }) : null;
  const what = el('section', { class: 'what' }, analysis.views, analysis.method);
  const learns = el('p', { class: 'note' }, t('patrols.learns'));
  const time = el('section', { class: 'time' }, period.element, synthetic?.element, learns);
  const element = el(
    'aside',
    { class: 'panel left', id: 'conditions', 'aria-label': t('patrols.panel') },
    el('header', {}, el('h1', {}, t('patrols')), el('p', {}, t('patrols.question')), el('button', { type: 'button', class: 'ghost sheet-close', 'aria-label': t('close'), onclick: onClose }, icon('close'))),
    what,
    time,
    filters.element,
    analysis.running,
    layers.element,
    analysis.past,
    onExport && el('section', {}, el('h2', {}, t('routes.takeAway')), el('button', { type: 'button', class: 'button wide', onclick: onExport }, icon('download', 18), t('patrols.export'))),
    el('footer', { class: 'sheet-foot' }, el('button', { type: 'button', class: 'button primary wide', onclick: onClose }, t('conditions.done'))),
  );

  function update() {
    const view = state.get();
    period.update(periodOf(view, extent));
    filters.update(view);
    layers.update(view);
    synthetic?.update(view.synthetic === true);
    // A stored plan is what it is, whatever the period; what is under it on the map has one still.
    learns.hidden = view.view === 'kept';
  }

  function addKept(list) {
    what.after(list);
  }

  function showExtent() {
    period.showExtent();
    period.update(periodOf(state.get(), extent));
  }
  update();
  return { element, update, showExtent, addKept };
}
