/** The record form: its controls in order, what they hold, and where its errors stand. Knows no network and no map. */
import { el, icon } from '../../dom.js';
import { formatDateTime, t } from '../../i18n/index.js';
import { WORDS, decimal, localMinutes, settingsAt, step } from './draft.js';
import { choice, fieldId, inputField, selectField, signs, stepper } from './fields.js';
import { placeInWords } from './place.js';

/**
 * Builds the form. `onChange(draft, field)` is called after each entry; `onHere` and `onCentre` ask for a position.
 * Answers `{element, draft(), set(patch), showPlace(answer), showErrors(errors), setProvinces(list), busy(is)}`.
 */
export function recordForm(initial, { onChange, onHere, onCentre, onSubmit, onCancel }) {
  let draft = initial;
  let answer = { state: 'none', place: null };

  const change = (patch, field) => {
    draft = Object.freeze({ ...draft, ...patch });
    show();
    clearError(field);
    onChange(draft, field);
  };
  const onInput = (field, value) => change({ [field]: value }, field);
  const onStep = (field, by) => change(step(draft, field, by), field);

  const timeInWords = el('span', { class: 'record-time' });
  const fields = {
    lon: inputField('lon', { attributes: { inputmode: 'decimal' }, onInput }),
    lat: inputField('lat', { attributes: { inputmode: 'decimal' }, onInput }),
    accuracyMetres: inputField('accuracyMetres', { attributes: { inputmode: 'decimal' }, hint: t('record.ifKnown'), onInput }),
    observedAt: inputField('observedAt', {
      attributes: { type: 'datetime-local', required: true },
      hint: t('record.observedAt.hint'),
      beside: [timeInWords, el('button', { type: 'button', class: 'text-button', onclick: () => onInput('observedAt', localMinutes(new Date())) }, t('record.now'))],
      onInput,
    }),
    source: selectField('source', { options: worded('source'), onInput }),
    persons: stepper('persons', { hint: t('record.persons.hint'), onStep, onInput }),
    women: stepper('women', { hint: t('record.ifKnown'), onStep, onInput }),
    children: stepper('children', { hint: t('record.ifKnown'), onStep, onInput }),
    direction: choice('direction', { codes: WORDS.direction, look: 'row', onInput }),
    setting: choice('setting', { codes: WORDS.setting, look: 'pills', onInput }),
    outcome: choice('outcome', { codes: WORDS.outcome, look: 'pills', onInput }),
    indicators: signs(WORDS.indicators, { onInput }),
    origin: selectField('origin', { label: t('record.origin'), options: [['', t('record.origin.unknown')]], onInput }),
  };
  const place = placeBlock(fields, { onHere, onCentre });
  const summary = el('div', { class: 'error-summary', role: 'alert', tabindex: '-1', hidden: true });
  const save = el('button', { type: 'submit', class: 'button primary' }, t(initial.version ? 'record.saveCorrection' : 'record.save'));
  const element = el(
    'form',
    { class: 'record-form', novalidate: true },
    el(
      'div',
      { class: 'record-scroll' },
      summary,
      place.element,
      el('section', { class: 'record-pair uneven' }, fields.observedAt.element, fields.source.element),
      el('section', {}, fields.persons.element, el('div', { class: 'record-pair' }, fields.women.element, fields.children.element)),
      el('section', {}, fields.direction.element, fields.setting.element, fields.outcome.element),
      el('section', {}, fields.indicators.element),
      el('section', {}, fields.origin.element),
      el('p', { class: 'record-privacy' }, icon('shield', 16), el('span', {}, t('record.privacy'))),
    ),
    el('div', { class: 'record-save' }, el('button', { type: 'button', class: 'button', onclick: onCancel }, t('cancel')), save),
  );
  element.addEventListener('submit', (event) => {
    event.preventDefault();
    onSubmit(draft);
  });

  function show() {
    for (const [name, field] of Object.entries(fields)) field.show(draft[name], name === 'setting' ? settingsAt(draft) : undefined);
    // The native field follows the browser's own language; this line says day and month in ours.
    timeInWords.textContent = draft.observedAt ? formatDateTime(`${draft.observedAt}:00+07:00`) : '';
    place.show(answer, draft);
  }

  function clearError(field) {
    const block = element.querySelector(`[data-field="${field}"]`);
    block?.querySelector('.field-error')?.remove();
    block?.querySelector('[aria-invalid]')?.removeAttribute('aria-invalid');
    if (field === 'lon' || field === 'lat') clearError('position');
  }

  /** Summary on top with links, the same sentence at the field. `errors` are `[{field, text}]`; none clears all. */
  function showErrors(errors) {
    for (const field of ['position', ...Object.keys(fields)]) clearError(field);
    summary.hidden = errors.length === 0;
    summary.replaceChildren();
    if (errors.length === 0) return;
    const links = errors.map(({ field, text }) => el('li', {}, link(field, text)));
    summary.append(el('h3', {}, t('record.error.title', { count: errors.length })), el('ul', {}, links));
    for (const { field, text } of errors) markField(field, text);
    summary.focus();
  }

  function link(field, text) {
    if (!element.querySelector(`[data-field="${field}"]`)) return text;
    const go = (event) => {
      event.preventDefault();
      place.openFor(field);
      document.getElementById(fieldId(field))?.focus();
    };
    return el('a', { href: `#${fieldId(field)}`, onclick: go }, text);
  }

  function markField(field, text) {
    const block = element.querySelector(`[data-field="${field}"]`);
    if (!block) return;
    const message = el('span', { class: 'field-error', id: `${fieldId(field)}-error` }, text);
    const control = block.querySelector('input, select');
    control?.setAttribute('aria-invalid', 'true');
    control?.setAttribute('aria-describedby', message.id);
    block.prepend(message);
    place.openFor(field);
  }

  show();
  return {
    element,
    draft: () => draft,
    set: (patch, field) => change(patch, field),
    showPlace(next) {
      answer = next;
      place.show(answer, draft);
    },
    showErrors,
    setProvinces: (list) => {
      fields.origin.setOptions([['', t('record.origin.unknown')], ...list]);
      fields.origin.show(draft.origin);
    },
    busy(is) {
      save.disabled = is;
      save.textContent = is ? t('record.saving') : t(initial.version ? 'record.saveCorrection' : 'record.save');
    },
  };
}

function worded(field) {
  return WORDS[field].map((code) => [code, t(`${field}.${code}`)]);
}

/** The green band that answers where it is, the two buttons, and the typed coordinates behind a line. */
function placeBlock(fields, { onHere, onCentre }) {
  const title = el('b', {});
  const line = el('span', {});
  const typed = el(
    'details',
    { class: 'record-typed' },
    el('summary', {}, t('record.position.type')),
    el('div', { class: 'record-pair' }, fields.lat.element, fields.lon.element),
    fields.accuracyMetres.element,
  );
  const element = el(
    'div',
    { class: 'record-place', 'data-field': 'position', id: fieldId('position'), tabindex: '-1' },
    el('div', { class: 'record-where', 'aria-live': 'polite' }, title, line),
    el(
      'div',
      { class: 'record-place-tools' },
      el('button', { type: 'button', class: 'button quiet', onclick: onHere }, icon('locate', 18), t('record.position.here')),
      el('button', { type: 'button', class: 'button quiet', onclick: onCentre }, icon('fit', 18), t('record.position.centre')),
    ),
    typed,
  );

  function show({ state, place }, draft) {
    const [first, second] = wordsFor(state, place, draft);
    title.textContent = first;
    line.textContent = second;
    element.classList.toggle('is-set', state === 'known');
  }

  return { element, show, openFor: (field) => ['lon', 'lat', 'accuracyMetres'].includes(field) && (typed.open = true) };
}

function wordsFor(state, place, draft) {
  if (state === 'none') return [t('record.position.none'), t('record.position.how')];
  if (state === 'device') return [t('record.position.waitingForDevice'), ''];
  if (state === 'denied') return [t('record.position.none'), t('record.position.denied')];
  if (state === 'known') return placeInWords(place, decimal(draft.accuracyMetres));
  const at = t('record.position.at', { lat: degrees(draft.lat), lon: degrees(draft.lon) });
  return [at, t(state === 'asking' ? 'record.position.asking' : 'record.position.offline')];
}

function degrees(written) {
  return `${String(decimal(written)?.toFixed(5) ?? '')}°`;
}
