/** The two ends between which ways are sought: typed, or chosen on the map. */

import { bearing } from '../../analysis/fields.js';
import { el, icon } from '../../dom.js';
import { t } from '../../i18n/index.js';
import { formatPlace, parsePlace } from '../places.js';

/** Other ends ask another question: the result of the last one goes. */
export const withEnds = (ends) => ({ ...ends, job: null, chosen: null });

export function endFields(state) {
  const [start, end] = [endField(state, 'start', 'from'), endField(state, 'end', 'to')];
  const swap = el('button', { type: 'button', class: 'text-button', onclick: () => state.set(withEnds({ start: state.get().end, end: state.get().start })) }, icon('swap', 16), t('ends.swap'));
  const clear = el('button', { type: 'button', class: 'text-button', onclick: () => state.set(withEnds({ start: null, end: null })) }, t('ends.clear'));
  const element = el('div', { class: 'ends' }, start.element, end.element, el('div', { class: 'end-acts' }, swap, clear));

  function update(view) {
    start.update(view);
    end.update(view);
    swap.hidden = !view.start && !view.end;
    clear.hidden = swap.hidden;
  }
  return { element, update };
}

function endField(state, name, parameter) {
  const id = `end-${name}`;
  const input = el('input', { class: 'input', id, autocomplete: 'off', placeholder: t('ends.placeholder'), 'aria-describedby': `${id}-error` });
  const clear = el('button', { type: 'button', class: 'ghost', 'aria-label': t(`ends.clear.${name}`), title: t(`ends.clear.${name}`), onclick: () => leave() }, icon('close', 16));
  const box = bearing(parameter, {
    element: el('div', { class: 'field' }, el('label', { class: 'field-label', for: id }, el('span', { class: 'end-sign', 'aria-hidden': 'true' }, t(`ends.sign.${name}`)), t(`ends.label.${name}`)), el('div', { class: 'end-field' }, input, clear)),
    update: (view) => {
      const text = view[name] ? formatPlace(view[name]) : '';
      if (document.activeElement !== input || parsePlace(input.value)) input.value = text;
      clear.hidden = !view[name];
    },
  });
  const error = box.element.querySelector('.field-error');
  error.id = `${id}-error`;

  input.addEventListener('change', () => {
    const place = parsePlace(input.value);
    const isWrong = !place && input.value.trim() !== '';
    error.textContent = isWrong ? t('ends.notAPlace') : '';
    input.setAttribute('aria-invalid', String(isWrong));
    if (!isWrong) state.set(withEnds({ [name]: place }));
  });

  function leave() {
    state.set(withEnds({ [name]: null }));
    input.focus();
  }
  return box;
}
