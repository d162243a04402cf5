/** The analyst's panel at the left: what is asked of the network, for which period and detections; layers and past runs. */

import { el, icon } from '../dom.js';
import { t } from '../i18n/index.js';
import { toggle } from '../panels/fields.js';
import { createFilters } from '../panels/filters.js';
import { createLayerBoxes } from '../panels/layers.js';
import { createPeriodField } from '../panels/period.js';
import { periodOf } from '../query.js';

const LAYERS = ['network', 'stations', 'gates', 'towns', 'kilometres'];

/**
 * `context`: `{state, extent, base}`; `analysis`: what panels/analysis.js has for this panel; `onExport()` or null; `onClose()` leaves the
 * sheet on a phone. `update()` shows the state, `showExtent()` the time that the data cover, `addPart(view, element)` puts what a
 * tab has that is no analysis.
 */
export function createRoutesPanel({ state, extent, base }, { analysis, onExport = null, onClose }) {
  const period = createPeriodField(state, extent);
  const filters = createFilters(state, base, { isFolded: () => true });
  const layers = createLayerBoxes(state, LAYERS);
  const synthetic = extent.realDetections > 0 && extent.syntheticDetections > 0 ? toggle({ label: t('synthetic.show'), onChoose: (on) => state.set({ synthetic: on ? true : null }) }) : null;
  const time = el('section', { class: 'time' }, period.element, synthetic?.element);
  const what = el('section', { class: 'what' }, analysis.views, analysis.method);
  const parts = new Map();
  const element = el(
    'aside',
    { class: 'panel left', id: 'conditions', 'aria-label': t('routes.panel') },
    el('header', {}, el('h1', {}, t('routes')), el('p', {}, t('routes.question')), el('button', { type: 'button', class: 'ghost sheet-close', 'aria-label': t('close'), onclick: onClose }, icon('close'))),
    what,
    time,
    filters.element,
    analysis.running,
    layers.element,
    analysis.past,
    onExport && el('section', {}, el('h2', {}, t('routes.takeAway')), el('button', { type: 'button', class: 'button wide', onclick: onExport }, icon('download', 18), t('routes.export'))),
    el('footer', { class: 'sheet-foot' }, el('button', { type: 'button', class: 'button primary wide', onclick: onClose }, t('conditions.done'))),
  );

  function update() {
    const view = state.get();
    period.update(periodOf(view, extent));
    filters.update(view);
    layers.update(view);
    synthetic?.update(view.synthetic === true);
    parts.forEach((part, name) => (part.hidden = view.view !== name));
    // Ways between two places are the same in every period.
    time.hidden = filters.element.hidden = view.view === 'alternatives';
  }

  function addPart(name, part) {
    parts.set(name, part);
    what.after(part);
    update();
  }

  function showExtent() {
    period.showExtent();
    period.update(periodOf(state.get(), extent));
  }
  update();
  return { element, update, showExtent, addPart };
}
