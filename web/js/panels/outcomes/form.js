/** Entering what a unit counted by hand in a period: numbers by section, checked together by the server before they are stored. */

import { get, send } from '../../api.js';
import { describe, notice, openDialog } from '../../dialog.js';
import { el, icon, replaceChildren } from '../../dom.js';
import { addWords, currentLanguage, formatDateTime, formatNumber, t } from '../../i18n/index.js';
import words from '../../i18n/outcomes.js';
import { latest } from '../../latest.js';
import { inLanguage } from '../../message.js';
import { chooser } from '../fields.js';
import { openTable } from '../table-dialog.js';
import { lastHalf, periodsOf, periodWords, yearsUntil } from '../../report/periods.js';
import { bodyOf, changedRows, depthOf, needsReason, rowsOf, wrongRows } from './draft.js';
import { openIndicators } from './indicators.js';

const OUTCOMES = '/api/outcomes';
/** Countries that reports name beside the whole. */
const PARTNERS = ['CN', 'LA', 'KH', 'TH', 'MM', 'MY', 'SG', 'ID', 'PH', 'KR', 'JP', 'TW', 'RU', 'GB', 'US', 'AU'];
const REASONS = ['late', 'corrected', 'reclassified', 'confirmed'];

/** `session` says whose units come first, unless `unit` and `period` are given; `onStored()` is called after each change. */
export async function openOutcomes(context) {
  addWords(words);
  try {
    const [{ indicators }, { units }] = await Promise.all([get(`${OUTCOMES}/indicators`), get(`${OUTCOMES}/units`)]);
    open(indicators, units, context);
  } catch (problem) {
    notice(problem);
  }
}

function open(known, units, { session, unit: wanted = session.unit?.code, period: asked = null, onStored = () => {} }) {
  let indicators = known;
  const own = units.find(({ code }) => code === wanted) ?? units[0];
  const last = lastHalf(new Date());
  const first = asked && !asked.includes('/') ? { year: Number(asked.slice(0, 4)), period: asked } : last;
  const view = { unit: own.code, ...first, partner: null, reason: 'corrected' };
  let rows = [];
  const load = latest((signal) => get(OUTCOMES, { query: { unit: view.unit, period: view.period }, signal }));

  const unit = chooser({ id: 'outcomes-unit', label: t('outcomes.unit'), choices: units.map((each) => [each.code, each[currentLanguage() === 'en' ? 'name_en' : 'name_vi']]), onChoose: (code) => leave(() => read({ unit: code })) });
  const years = yearsUntil(new Date().getFullYear()).map(String);
  const year = chooser({ id: 'outcomes-year', label: t('outcomes.year'), choices: years.map((each) => [each, each]), onChoose: (text) => leave(() => read({ year: Number(text), period: view.period.replace(/^\d{4}/, text) })) });
  const period = el('select', { class: 'select', id: 'outcomes-period' });
  period.addEventListener('change', () => leave(() => read({ period: period.value })));
  const names = new Intl.DisplayNames([currentLanguage()], { type: 'region' });
  const partner = chooser({ id: 'outcomes-partner', label: t('outcomes.partner'), choices: [['', t('outcomes.partner.all')], ...PARTNERS.map((code) => [code, names.of(code)])], onChoose: (code) => leave(() => read({ partner: code || null })) });
  const reason = chooser({ id: 'outcomes-reason', label: t('outcomes.reason'), choices: REASONS.map((code) => [code, t(`outcomes.reason.${code}`)]), onChoose: (code) => (view.reason = code) });
  const summary = el('div', { class: 'error-summary', role: 'alert', tabindex: -1, hidden: true });
  const table = el('div', { class: 'outcomes-table' });
  const said = el('span', { class: 'muted outcomes-said', role: 'status' });
  const save = el('button', { type: 'button', class: 'button primary', onclick: store }, t('outcomes.save'));
  const dialog = openDialog({
    title: t('outcomes.title'),
    className: 'outcomes-dialog',
    body: [
      el('p', { class: 'muted' }, t('outcomes.note')),
      el('div', { class: 'outcomes-head' }, unit.element, year.element, el('div', { class: 'field' }, el('label', { class: 'field-label', for: 'outcomes-period' }, t('period')), period), partner.element),
      summary,
      table,
    ],
    footer: [session.can('manage-indicators') && el('button', { type: 'button', class: 'text-button', onclick: () => leave(list) }, t('indicators.open')), reason.element, said, el('button', { type: 'button', class: 'button', onclick: () => leave(() => dialog.close()) }, t('close')), save],
    onClose: () => load.cancel(),
    leave,
  });
  read({});

  /** Numbers that were typed and not stored are lost only after a question. */
  function leave(go) {
    if (changedRows(rows).length === 0) return go();
    const sure = () => {
      question.close();
      rows = [];
      go();
    };
    const question = openDialog({
      title: t('outcomes.lose'),
      className: 'narrow',
      body: el('p', {}, t('outcomes.lose.ask', { count: changedRows(rows).length })),
      footer: [el('button', { type: 'button', class: 'button danger', onclick: sure }, t('outcomes.lose.yes')), el('button', { type: 'button', class: 'button primary', onclick: () => question.close() }, t('outcomes.lose.no'))],
      onClose: showHead,
    });
  }

  function list() {
    openIndicators({
      onChanged: async () => {
        ({ indicators } = await get(`${OUTCOMES}/indicators`));
        read({});
      },
    });
  }

  async function read(patch) {
    Object.assign(view, patch);
    // Nobody types into a form that another is about to replace.
    rows = [];
    replaceChildren(table, el('p', { class: 'muted' }, t('outcomes.reading')));
    showHead();
    showSaid();
    try {
      const answer = await load();
      if (answer) take(answer);
    } catch (problem) {
      notice(problem);
    }
  }

  function showHead() {
    unit.update(view.unit);
    year.update(String(view.year));
    replaceChildren(period, periodsOf(view.year).map((name) => el('option', { value: name }, periodWords(name))));
    period.value = view.period;
    partner.update(view.partner ?? '');
    reason.update(view.reason);
  }

  function take(answer) {
    rows = rowsOf(indicators, answer, view.partner);
    showErrors([]);
    const others = answer.counts.filter((count) => count.from !== answer.from || count.until !== answer.until).length;
    const sections = [...new Set(rows.map(({ indicator }) => indicator.section))];
    replaceChildren(table, others > 0 && el('p', { class: 'note' }, t('outcomes.others', { count: others })), sections.map(section));
    showSaid();
  }

  function section(code) {
    const own = rows.filter(({ indicator }) => indicator.section === code);
    return el('fieldset', { class: 'outcomes-section' }, el('legend', {}, own[0].indicator[`section_${currentLanguage()}`]), own.map(rowElement));
  }

  function rowElement(row) {
    const { indicator, stored } = row;
    const id = `outcome-${indicator.code}`;
    const input = el('input', { class: 'input n', id, inputmode: 'numeric', autocomplete: 'off', value: row.text, 'aria-describedby': `${id}-error` });
    input.addEventListener('input', () => {
      row.text = input.value;
      input.removeAttribute('aria-invalid');
      showSaid();
    });
    const box = (name, words) => {
      const check = el('input', { type: 'checkbox' });
      check.checked = row[name];
      check.addEventListener('change', () => {
        row[name] = check.checked;
        showSaid();
      });
      return el('label', { class: 'outcomes-check' }, check, words);
    };
    return el(
      'div',
      { class: `outcomes-row depth-${depthOf(indicator, indicators)}` },
      el('label', { for: id }, indicator[`name_${currentLanguage()}`]),
      input,
      el('span', { class: 'muted' }, indicator[`unit_${currentLanguage()}`]),
      box('atLeast', t('outcomes.atLeast')),
      box('provisional', t('outcomes.provisional')),
      stored ? el('button', { type: 'button', class: 'ghost', 'aria-label': t('outcomes.history', { name: indicator[`name_${currentLanguage()}`] }), title: t('outcomes.history.short'), onclick: () => showHistory(row) }, icon('table', 16)) : el('span', {}),
      el('span', { class: 'field-error', id: `${id}-error` }),
    );
  }

  function showSaid() {
    const count = changedRows(rows).length;
    said.textContent = count > 0 ? t('outcomes.changed', { count }) : t('outcomes.unchanged');
    save.disabled = count === 0;
    reason.element.hidden = !needsReason(rows);
  }

  async function store() {
    const wrong = wrongRows(rows);
    if (wrong.length > 0) return showErrors(wrong.map((indicator) => ({ indicator, words: t('outcomes.wrong') })));
    save.disabled = true;
    try {
      const { body } = await send('PUT', OUTCOMES, { json: bodyOf(view.unit, view.period, view.reason, rows, view.partner) });
      take(body);
      notice(t('outcomes.saved'), 'done');
      onStored();
    } catch (problem) {
      showErrors(errorsOf(problem));
      save.disabled = false;
    }
  }

  /** The same sentence above, as a link, and at its field. */
  function showErrors(errors) {
    for (const place of table.querySelectorAll('.field-error')) place.textContent = '';
    for (const field of table.querySelectorAll('[aria-invalid]')) field.removeAttribute('aria-invalid');
    summary.hidden = errors.length === 0;
    replaceChildren(summary, el('h2', {}, t('outcomes.errors')), el('ul', {}, errors.map((each) => el('li', {}, errorLink(each)))));
    for (const { indicator, words: text } of errors) {
      const field = document.getElementById(`outcome-${indicator}`);
      field?.setAttribute('aria-invalid', 'true');
      if (field) document.getElementById(`outcome-${indicator}-error`).textContent = text;
    }
    if (errors.length > 0) summary.focus();
  }

  function errorLink({ indicator, words: text }) {
    const go = (event) => {
      event.preventDefault();
      document.getElementById(`outcome-${indicator}`)?.focus();
    };
    return indicator ? el('a', { href: `#outcome-${indicator}`, onclick: go }, text) : text;
  }

  async function showHistory({ indicator, stored }) {
    try {
      const { versions } = await get(`${OUTCOMES}/${stored.id}/history`);
      const value = (each) => (each.value === null ? t('outcomes.reason.withdrawn') : `${each.at_least ? `${t('outcomes.atLeast')} ` : ''}${formatNumber(each.value)}${each.provisional ? ` (${t('outcomes.provisional')})` : ''}`);
      openTable(indicator[`name_${currentLanguage()}`], [{ caption: t('outcomes.history.short'), columns: [t('outcomes.version'), t('outcomes.value'), t('outcomes.reason'), t('outcomes.by'), t('outcomes.at')], rows: versions.map((each) => [String(each.version), value(each), t(`outcomes.reason.${each.reason}`), each.modified_by, formatDateTime(each.modified_at)]), numeric: 99 }]);
    } catch (problem) {
      notice(problem);
    }
  }
}

/** What the server found wrong, by indicator where it names one. */
function errorsOf(problem) {
  return problem.contradictions.length > 0
    ? problem.contradictions.map((each) => ({ indicator: each.indicator, words: `${each[currentLanguage()]}.` }))
    : [{ indicator: null, words: problem.detail.includes(' / ') ? inLanguage(problem.detail, currentLanguage()) : describe(problem) }];
}
