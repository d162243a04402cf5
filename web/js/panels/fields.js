/** Fields that every panel of choices is built from. Each answers `{element, update(value)}`. */

import { el } from '../dom.js';

/** A row of which one is chosen; arrow keys move, as in a radio group. */
export function segmented(label, choices, onChoose) {
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

/** A slider over `steps`, of which `format(step)` says each. */
export function slider({ id, label, steps, format, onChoose }) {
  const output = el('output', { for: id });
  const input = el('input', { type: 'range', id, min: 0, max: steps.length - 1, step: 1 });
  const show = () => {
    output.textContent = format(steps[input.value]);
    input.setAttribute('aria-valuetext', output.textContent);
  };
  input.addEventListener('input', show);
  input.addEventListener('change', () => onChoose(steps[input.value]));
  const element = el('div', { class: 'field' }, el('label', { class: 'field-label', for: id }, label), el('div', { class: 'range' }, input, output));
  const update = (value) => {
    input.value = Math.max(0, steps.indexOf(value));
    show();
  };
  return { element, update };
}

/** A switch; `update(on)`. */
export function toggle({ label, onChoose }) {
  const input = el('input', { type: 'checkbox', role: 'switch' });
  input.addEventListener('change', () => onChoose(input.checked));
  return { element: el('label', { class: 'switch' }, el('span', {}, label), input), input, update: (on) => (input.checked = on) };
}

/** One of a few, from a list that opens. `choices`: `[[value, text]]`. */
export function chooser({ id, label, choices, onChoose }) {
  const select = el('select', { class: 'select', id }, choices.map(([value, text]) => el('option', { value }, text)));
  select.addEventListener('change', () => onChoose(select.value));
  const element = el('div', { class: 'field' }, el('label', { class: 'field-label', for: id }, label), select);
  return { element, update: (value) => (select.value = value) };
}
