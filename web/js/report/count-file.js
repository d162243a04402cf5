/** Importing a file of counts: it is looked at first, then stored whole, or not at all. */

import { send } from '../api.js';
import { describe, notice, openDialog } from '../dialog.js';
import { el, icon, replaceChildren } from '../dom.js';
import { currentLanguage, formatNumber, t } from '../i18n/index.js';
import { inLanguage } from '../message.js';
import { chooser } from '../panels/fields.js';
import { gridTable } from '../panels/grid-table.js';

const REASONS = ['late', 'corrected', 'reclassified', 'confirmed'];
const TYPES = { csv: 'text/csv', txt: 'text/csv', tsv: 'text/csv', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };

/** `onStored()` is called when the counts are stored. */
export function openCountFile({ onStored }) {
  let file = null;
  let reason = '';
  const input = el('input', { type: 'file', id: 'count-file', class: 'visually-hidden', accept: '.csv,.txt,.tsv,.xlsx' });
  input.addEventListener('change', () => input.files[0] && look(input.files[0]));
  const area = el('div', { class: 'import-drop' }, icon('upload', 24), el('p', {}, `${t('report.file.drop')} `, el('label', { for: 'count-file', class: 'button primary' }, t('report.file.choose')), input), el('p', { class: 'muted' }, t('report.file.columns')));
  area.addEventListener('dragover', (event) => (event.preventDefault(), area.classList.add('is-over')));
  area.addEventListener('dragleave', () => area.classList.remove('is-over'));
  area.addEventListener('drop', (event) => {
    event.preventDefault();
    event.stopPropagation();
    area.classList.remove('is-over');
    if (event.dataTransfer.files[0]) look(event.dataTransfer.files[0]);
  });
  const why = chooser({ id: 'count-reason', label: t('report.file.reason'), choices: [['', t('report.file.noReason')], ...REASONS.map((code) => [code, t(`outcomes.reason.${code}`)])], onChoose: (code) => ((reason = code), look(file)) });
  const body = el('div', { 'aria-live': 'polite' });
  const store = el('button', { type: 'button', class: 'button primary', disabled: true, onclick: save }, t('report.file.store', { count: 0 }));
  const dialog = openDialog({ title: t('report.import'), className: 'import-dialog', body: [area, body], footer: [el('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, t('close')), store] });

  const ask = (dryRun) => send('POST', '/api/outcomes/import', { query: { dryRun: String(dryRun), reason }, body: file, headers: { 'Content-Type': TYPES[file.name.split('.').pop().toLowerCase()] ?? 'text/csv' } });

  async function look(next) {
    file = next;
    store.disabled = true;
    try {
      show((await ask(true)).body);
    } catch (problem) {
      fail(problem);
    }
  }

  function show(found) {
    const changed = found.new + found.corrected;
    const tallies = [['new', found.new], ['corrected', found.corrected], ['same', found.same], ['refused', found.refused]];
    replaceChildren(
      body,
      el('p', { class: 'import-name' }, el('b', {}, file.name)),
      el('dl', { class: 'import-tallies' }, tallies.map(([key, count]) => el('div', {}, el('dt', {}, t(`report.file.${key}`)), el('dd', {}, formatNumber(count))))),
      why.element,
      found.refusals.length > 0 && [el('p', { class: 'note warn' }, t('report.file.whole')), refusals(found.refusals)],
    );
    why.update(reason);
    store.disabled = changed === 0 || found.refusals.length > 0;
    store.textContent = t('report.file.store', { count: changed });
  }

  function refusals(rows) {
    const tail = currentLanguage() === 'vi' ? '_vi' : '';
    return gridTable({ caption: t('report.file.refusals'), columns: ['line', 'field', 'value', 'why', 'remedy'].map((key) => t(`report.file.${key}`)), rows: rows.map((row) => [formatNumber(row.line), row.field, row.value, row[`reason${tail}`], row[`remedy${tail}`]]), numeric: 99 });
  }

  function fail(problem) {
    const sentence = problem.detail.includes(' / ') ? inLanguage(problem.detail, currentLanguage()) : describe(problem);
    replaceChildren(body, el('div', { class: 'error-summary', role: 'alert' }, el('h3', {}, t('report.file.failed')), el('p', {}, sentence)));
  }

  async function save() {
    store.disabled = true;
    try {
      const { body: taken } = await ask(false);
      dialog.close();
      notice(t('report.file.stored', { count: taken.new + taken.corrected }), 'done');
      onStored();
    } catch (problem) {
      fail(problem);
    }
  }
}
