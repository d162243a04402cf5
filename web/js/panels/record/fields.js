/** The controls of the record form. Each is built once and returns its element and how to show a value in it. */
import { el, icon } from '../../dom.js';
import { t } from '../../i18n/index.js';

/** The element id of a field; error links lead to it. */
export const fieldId = (field) => `record-${field}`;

/** A native input with label, hint and room for an error. `attributes` go to the input. */
export function inputField(field, { attributes = {}, hint = null, beside = null, onInput }) {
  const input = el('input', { id: fieldId(field), name: field, class: 'input', autocomplete: 'off', ...attributes });
  input.addEventListener('input', () => onInput(field, input.value));
  const label = el('label', { for: input.id }, t(`record.${field}`), hint && el('small', {}, ` ${hint}`));
  const element = el('div', { class: 'record-field', 'data-field': field }, label, el('div', { class: 'record-line' }, input, beside));
  return { element, show: (value) => input.value !== value && (input.value = value) };
}

/** A native select. `options` are `[value, text]`. */
export function selectField(field, { label = t(field), options, onInput }) {
  const select = el('select', { id: fieldId(field), name: field, class: 'select' });
  select.addEventListener('change', () => onInput(field, select.value));
  const setOptions = (list) => {
    const value = select.value;
    select.replaceChildren(...list.map(([code, text]) => el('option', { value: code }, text)));
    select.value = value;
  };
  setOptions(options);
  const element = el('div', { class: 'record-field', 'data-field': field }, el('label', { for: select.id }, label), select);
  return { element, setOptions, show: (value) => (select.value = value) };
}

/** A count between a minus and a plus of 44 px; it may be typed too. `onStep(field, by)`. */
export function stepper(field, { hint, onStep, onInput }) {
  const what = t(`record.${field}`);
  const input = el('input', { id: fieldId(field), name: field, class: 'record-count', inputmode: 'numeric', autocomplete: 'off', maxlength: '4' });
  input.addEventListener('input', () => onInput(field, input.value));
  const minus = el('button', { type: 'button', 'aria-label': t('record.fewer', { what }), onclick: () => onStep(field, -1) }, icon('minus'));
  const plus = el('button', { type: 'button', 'aria-label': t('record.more', { what }), onclick: () => onStep(field, 1) }, icon('add'));
  const label = el('label', { for: input.id }, what, el('small', {}, hint));
  const element = el('div', { class: 'record-stepper', 'data-field': field }, label, el('div', { class: 'record-steps' }, minus, input, plus));
  const show = (value) => {
    if (input.value !== value) input.value = value;
    if (field !== 'persons') input.placeholder = '–';
    minus.disabled = (Number(value) || 0) <= (field === 'persons' ? 1 : 0);
  };
  return { element, show };
}

/** One of several words as native radio buttons, drawn as one row (`segmented`) or as chips. */
export function choice(field, { codes, look, onInput }) {
  const rows = codes.map((code) => {
    const input = el('input', { type: 'radio', name: field, value: code, id: `${fieldId(field)}-${code}` });
    input.addEventListener('change', () => onInput(field, code));
    return { code, input, label: el('label', { class: 'record-option' }, input, el('span', {}, t(`${field}.${code}`))) };
  });
  const element = el(
    'fieldset',
    { class: `record-choice ${look}`, 'data-field': field, id: fieldId(field), tabindex: '-1' },
    el('legend', {}, t(field)),
    el('div', { class: 'record-options' }, rows.map((row) => row.label)),
  );
  const show = (value, offered = codes) => {
    for (const row of rows) {
      row.input.checked = row.code === value;
      row.label.hidden = !offered.includes(row.code);
    }
  };
  return { element, show };
}

/** The coded signs as check boxes behind one line that says how many are set. */
export function signs(codes, { onInput }) {
  const count = el('b', {});
  const boxes = codes.map((code) => {
    const input = el('input', { type: 'checkbox', name: 'indicators', value: code });
    input.addEventListener('change', () => onInput('indicators', boxes.filter((box) => box.checked).map((box) => box.value)));
    return input;
  });
  const options = boxes.map((box) => el('label', { class: 'record-option' }, box, el('span', {}, t(`indicator.${box.value}`))));
  const element = el(
    'details',
    { class: 'record-signs', 'data-field': 'indicators', id: fieldId('indicators') },
    el('summary', {}, el('span', {}, t('indicators'), ' · ', count), icon('down')),
    el('fieldset', { class: 'record-choice chips' }, el('legend', { class: 'visually-hidden' }, t('indicators')), el('div', { class: 'record-options' }, options)),
  );
  const show = (values) => {
    for (const box of boxes) box.checked = values.includes(box.value);
    count.textContent = values.length ? String(values.length) : t('record.indicators.none');
  };
  return { element, show };
}
