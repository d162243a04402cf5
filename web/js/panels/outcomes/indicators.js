/** What units count: the list of indicators, for those who may add, rename and retire them. */

import { get, send } from '../../api.js';
import { describe, notice, openDialog } from '../../dialog.js';
import { el, icon, replaceChildren } from '../../dom.js';
import { currentLanguage, t } from '../../i18n/index.js';
import { inLanguage } from '../../message.js';
import { depthOf } from './draft.js';

const INDICATORS = '/api/outcomes/indicators';
const KINDS = ['events', 'persons', 'work'];
const TEXTS = ['name_vi', 'name_en', 'unit_vi', 'unit_en'];
const EMPTY = { code: '', section: 'situation', position: 10_000, name_vi: '', name_en: '', unit_vi: '', unit_en: '', kind: 'events', part_of: null, disjoint: false, retired: false, version: 0 };

/** `onChanged()` is called after each change. */
export async function openIndicators({ onChanged }) {
  const list = el('div', { class: 'indicators' });
  openDialog({ title: t('indicators.title'), className: 'outcomes-dialog', body: [el('p', { class: 'muted' }, t('indicators.note')), list], footer: [el('button', { type: 'button', class: 'button primary', onclick: () => edit(EMPTY) }, icon('add', 18), t('indicators.add'))] });
  let indicators = [];
  await read();

  async function read() {
    try {
      ({ indicators } = await get(INDICATORS));
      show();
    } catch (problem) {
      notice(problem);
    }
  }

  function show() {
    const sections = [...new Set(indicators.map(({ section }) => section))];
    replaceChildren(list, sections.map((code) => {
      const own = indicators.filter(({ section }) => section === code);
      return el('section', { class: 'outcomes-section' }, el('h3', {}, own[0][`section_${currentLanguage()}`]), own.map(row));
    }));
  }

  function row(indicator) {
    const name = indicator[`name_${currentLanguage()}`];
    return el(
      'div',
      { class: `indicator-row depth-${depthOf(indicator, indicators)}` },
      el('span', {}, name, indicator.retired && el('span', { class: 'tag' }, t('indicators.retired'))),
      el('span', { class: 'muted' }, t(`indicators.kind.${indicator.kind}`)),
      el('button', { type: 'button', class: 'ghost', 'aria-label': t('indicators.edit', { name }), title: t('indicators.edit', { name }), onclick: () => edit(indicator) }, icon('edit', 16)),
    );
  }

  function edit(indicator) {
    const isNew = indicator.version === 0;
    const fields = {};
    const field = (name, control) => {
      fields[name] = control;
      return el('label', { class: 'field' }, el('span', { class: 'field-label' }, t(`indicators.${name}`)), control);
    };
    const select = (choices, value) => {
      const control = el('select', { class: 'select' }, choices.map(([code, words]) => el('option', { value: code }, words)));
      control.value = value;
      return control;
    };
    const check = (name) => {
      fields[name] = el('input', { type: 'checkbox' });
      fields[name].checked = indicator[name];
      return el('label', { class: 'outcomes-check' }, fields[name], t(`indicators.${name}`));
    };
    const sections = [...new Map(indicators.map((each) => [each.section, each[`section_${currentLanguage()}`]]))];
    const wholes = [['', t('indicators.noWhole')], ...indicators.filter(({ code }) => code !== indicator.code).map((each) => [each.code, each[`name_${currentLanguage()}`]])];
    const errors = el('div', { class: 'error-summary', role: 'alert', tabindex: -1, hidden: true });
    const form = el(
      'form',
      { id: 'indicator-form' },
      errors,
      isNew && field('code', el('input', { class: 'input', autocomplete: 'off', placeholder: 'new_cases' })),
      TEXTS.map((name) => field(name, el('input', { class: 'input', value: indicator[name] }))),
      field('section', select(sections, indicator.section)),
      field('kind', select(KINDS.map((kind) => [kind, t(`indicators.kind.${kind}`)]), indicator.kind)),
      field('part_of', select(wholes, indicator.part_of ?? '')),
      el('p', { class: 'indicator-checks' }, check('disjoint'), check('retired')),
    );
    const dialog = openDialog({
      title: isNew ? t('indicators.add') : indicator[`name_${currentLanguage()}`],
      className: 'narrow',
      body: [form],
      footer: [el('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, t('cancel')), el('button', { type: 'submit', form: 'indicator-form', class: 'button primary' }, t('save'))],
    });
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      const code = isNew ? fields.code.value.trim() : indicator.code;
      const texts = Object.fromEntries(TEXTS.map((name) => [name, fields[name].value]));
      const json = { ...texts, section: fields.section.value, kind: fields.kind.value, part_of: fields.part_of.value || null, disjoint: fields.disjoint.checked, retired: fields.retired.checked, position: indicator.position, version: indicator.version };
      try {
        await send('PUT', `${INDICATORS}/${encodeURIComponent(code || '-')}`, { json });
        dialog.close();
        notice(t('indicators.saved'), 'done');
        await read();
        onChanged();
      } catch (problem) {
        errors.hidden = false;
        replaceChildren(errors, el('h2', {}, t('indicators.refused')), el('ul', {}, sentences(problem).map((words) => el('li', {}, words))));
        errors.focus();
      }
    });
    (isNew ? fields.code : fields.name_vi).focus();
  }
}

/** What the server found wrong with each field, in the reader's language. */
function sentences(problem) {
  if (problem.errors.length === 0) return [problem.detail.includes(' / ') ? inLanguage(problem.detail, currentLanguage()) : describe(problem)];
  const vietnamese = currentLanguage() === 'vi';
  return problem.errors.map((error) => `${t(`indicators.${error.field}`)}: ${vietnamese ? `${error.reasonVi}; ${error.remedyVi}` : `${error.reason}; ${error.remedy}`}.`);
}
