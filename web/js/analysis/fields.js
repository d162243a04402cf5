/** The fields of settings that several analyses have in common. */

import { el } from '../dom.js';
import { formatBandwidth, t } from '../i18n/index.js';
import { chooser, slider, toggle } from '../panels/fields.js';
import { SETTINGS } from './settings.js';

/** Changes settings of the view; the others stay. */
export const setSettings = (state, patch) => state.set({ settings: Object.freeze({ ...state.get().settings, ...patch }) });

/** Wraps a field so that what the server says about `parameter` finds its place below it. */
export function bearing(parameter, { element, update }) {
  const box = el('div', { 'data-parameter': parameter }, element, el('span', { class: 'field-error', role: 'alert' }));
  return { element: box, update };
}

/** Width of the cells. A band narrower than that would reach no neighbour, so it grows along. */
export function cellField(state) {
  const onChoose = (cellMetres) => setSettings(state, { cellMetres, bandMetres: Math.max(cellMetres, state.get().settings.bandMetres) });
  const field = slider({ id: 'cell-metres', label: t('setting.cellMetres'), steps: SETTINGS.cellMetres.choices, format: formatBandwidth, onChoose });
  return bearing('cellMetres', { element: field.element, update: ({ settings }) => field.update(settings.cellMetres) });
}

/** How far neighbours reach; at least to the next cell. */
export function bandField(state) {
  const field = slider({ id: 'band-metres', label: t('setting.bandMetres'), steps: SETTINGS.bandMetres.choices, format: formatBandwidth, onChoose: choose });
  function choose(metres) {
    const bandMetres = Math.max(metres, state.get().settings.cellMetres);
    setSettings(state, { bandMetres });
    field.update(bandMetres);
  }
  return bearing('bandMetres', { element: field.element, update: ({ settings }) => field.update(settings.bandMetres) });
}

/**
 * Whether counts are divided by effort; without any stored, what to import instead of a switch that does nothing. `hasEffort`
 * is null while that isn't known.
 */
export function effortField(state, hasEffort) {
  const field = toggle({ label: t('setting.effort'), onChoose: (effort) => setSettings(state, { effort }) });
  const reason = el('p', { class: 'note', id: 'effort-reason' }, t('setting.effort.none'));
  field.input.disabled = !hasEffort;
  if (hasEffort === false) field.input.setAttribute('aria-describedby', reason.id);
  const element = el('div', {}, field.element, hasEffort === false && reason);
  return bearing('exposure', { element, update: (view) => field.update(dividesByEffort(view, hasEffort ?? true)) });
}

/** Whether a view divides by effort: as chosen, else where there is any. */
export const dividesByEffort = ({ settings }, hasEffort) => Boolean(hasEffort) && settings.effort !== false;

/** The correction for many places; `codes` of those that make sense here. */
export function correctionField(state, codes) {
  const choices = codes.map((code) => [code, t(`correction.${code}`)]);
  const field = chooser({ id: 'correction', label: t('setting.correction'), choices, onChoose: (correction) => setSettings(state, { correction }) });
  return bearing('correction', { element: field.element, update: ({ settings }) => field.update(codes.includes(settings.correction) ? settings.correction : codes[0]) });
}
