/** The fields of a route: code, name, status, the places it joins. No field asks for a person, and their labels say so. */

import { el, icon } from '../../dom.js';
import { t } from '../../i18n/index.js';
import { DASH_SIGNS } from './sign.js';
import { EVIDENCE, STATUSES } from './statuses.js';

export const fieldId = (field) => `route-${field}`;

/**
 * `line`: the element that says how the line stands. `places`: names to choose origin, transit and destination from.
 * `onSubmit(draft)`, `onCancel()`, `onChange()`. Answers `{element, draft(), showErrors(errors), clearError(field), busy(is)}`.
 */
export function routeForm(initial, { line, places, onSubmit, onCancel, onChange }) {
  let draft = initial;
  const input = (field, value) => {
    draft = Object.freeze({ ...draft, [field]: value });
    clearError(field);
    onChange(draft);
  };
  const summary = el('div', { class: 'error-summary', role: 'alert', tabindex: -1, hidden: true });
  const save = el('button', { type: 'submit', class: 'button primary' });
  const text = (field, attributes = {}, hint = null) => textField(field, { value: draft[field], hint, onInput: input, ...attributes });
  const element = el(
    'form',
    { class: 'record-form', novalidate: true },
    el(
      'div',
      { class: 'record-scroll' },
      summary,
      line,
      el('section', { class: 'record-pair route-pair' }, text('code', { maxlength: 20, autocapitalize: 'characters', spellcheck: 'false' }), statusField(draft.status, input)),
      el('section', {}, text('name', { maxlength: 120 }, t('route.name.hint'))),
      el('section', {}, text('origin', { list: 'route-places', maxlength: 80 }), text('transit', {}, t('route.transit.hint')), text('destination', { list: 'route-places', maxlength: 80 })),
      el('section', {}, evidenceField(draft.evidence, input)),
      el('datalist', { id: 'route-places' }, places.map((name) => el('option', { value: name }))),
      el('p', { class: 'record-privacy' }, icon('shield', 16), el('span', {}, t('route.privacy'))),
    ),
    el('div', { class: 'record-save' }, el('button', { type: 'button', class: 'button', onclick: onCancel }, t('cancel')), save),
  );
  element.addEventListener('submit', (event) => {
    event.preventDefault();
    onSubmit(draft);
  });

  function clearError(field) {
    const block = element.querySelector(`[data-field="${field}"]`);
    block?.querySelector(':scope > .field-error')?.remove();
    block?.querySelector('[aria-invalid]')?.removeAttribute('aria-invalid');
  }

  /** Summary on top with links, the same sentence at the field. `errors` are `[{field, text}]`; none clears all. */
  function showErrors(errors) {
    for (const field of ['line', ...Object.keys(draft)]) clearError(field);
    summary.hidden = errors.length === 0;
    summary.replaceChildren();
    if (errors.length === 0) return;
    summary.append(el('h3', {}, t('route.error.title', { count: errors.length })), el('ul', {}, errors.map((error) => el('li', {}, link(error)))));
    errors.forEach(markField);
    summary.focus();
  }

  function link({ field, text: sentence }) {
    const target = element.querySelector(`#${fieldId(field || 'none')}`);
    if (!target) return sentence;
    const go = (event) => {
      event.preventDefault();
      target.focus();
    };
    return el('a', { href: `#${target.id}`, onclick: go }, sentence);
  }

  function markField({ field, text: sentence }) {
    const block = element.querySelector(`[data-field="${field || 'none'}"]`);
    if (!block) return;
    const message = el('span', { class: 'field-error', id: `${fieldId(field)}-error` }, sentence);
    const control = field === 'line' ? null : block.querySelector('input, select');
    control?.setAttribute('aria-invalid', 'true');
    control?.setAttribute('aria-describedby', message.id);
    block.prepend(message);
  }

  function busy(is) {
    save.disabled = is;
    save.textContent = t(is ? 'route.saving' : draft.id === null ? 'route.save' : 'route.saveCorrection');
  }
  busy(false);
  return { element, draft: () => draft, showErrors, clearError, busy };
}

function textField(field, { value, hint, onInput, ...attributes }) {
  const input = el('input', { class: 'input', id: fieldId(field), name: field, autocomplete: 'off', value, ...attributes });
  input.addEventListener('input', () => onInput(field, input.value));
  return el('div', { class: 'record-field', 'data-field': field }, el('label', { for: input.id }, t(`route.${field}`), hint && el('small', {}, ` ${hint}`)), input);
}

/** The three states, each with its line, as radio buttons in one row. */
function statusField(chosen, onInput) {
  const options = STATUSES.map((status) => {
    const input = el('input', { type: 'radio', name: 'status', value: status, checked: status === chosen, onchange: () => onInput('status', status) });
    return el('label', { class: 'route-status' }, input, DASH_SIGNS[status](), el('span', {}, t(`route.status.${status}`)));
  });
  return el('fieldset', { class: 'record-choice', 'data-field': 'status', id: fieldId('status'), tabindex: -1 }, el('legend', {}, t('route.status')), options);
}

/** Kinds of records that speak for the route; their content stays where it is. */
function evidenceField(chosen, onInput) {
  const boxes = EVIDENCE.map((kind) => {
    const box = el('input', { type: 'checkbox', name: 'evidence', value: kind, checked: chosen.includes(kind) });
    box.addEventListener('change', () => onInput('evidence', boxes.filter((each) => each.checked).map((each) => each.value)));
    return box;
  });
  const options = boxes.map((box) => el('label', { class: 'record-option' }, box, el('span', {}, t(`route.evidence.${box.value}`))));
  return el('fieldset', { class: 'record-choice chips', 'data-field': 'evidence', id: fieldId('evidence'), tabindex: -1 }, el('legend', {}, t('route.evidence.kinds')), el('div', { class: 'record-options' }, options));
}
