/** Importing a file of detections. */
import { notice } from '../dialog.js';
import { el, icon } from '../dom.js';
import { addWords, t } from '../i18n/index.js';
import words from '../i18n/import.js';
import { openImportDialog } from './import/dialog.js';
import { COLUMNS, mediaTypeOf, templateCsv } from './import/file.js';

addWords(words);

/** Opens the dialog; with a `file` (dropped on the page) it starts to read it. `context` as for the record form. */
export function openImport(context, file = null) {
  const plan = {
    collection: 'detections',
    words: 'import',
    accept: '.csv,.txt,.tsv,.geojson,.json,.gpx',
    mediaTypeOf,
    note: columnsNote(),
    options: [{ name: 'replace', key: 'replace', initial: false, offered: ({ refused }) => refused.some((refusal) => refusal.field === 'source_ref') }],
    after: (result) => demoOffer(context, result),
  };
  openImportDialog(context, plan, file);
}

function columnsNote() {
  const download = el('a', { class: 'import-template', href: `data:text/csv;charset=utf-8,${encodeURIComponent(templateCsv())}`, download: 'borderwatch-detections.csv' });
  download.append(icon('download', 16), ` ${t('import.template')}`);
  return el(
    'details',
    { class: 'import-columns' },
    el('summary', {}, t('import.columns')),
    el('p', {}, t('import.columns.required')),
    el('p', {}, el('code', {}, COLUMNS.join(', '))),
    download,
  );
}

/** After the first real rows: whether the synthetic ones should go. Null when there is nothing to offer. */
async function demoOffer({ api, session, refresh }, result) {
  if (result.stored === 0 || !session.can('manage-demo')) return null;
  const { syntheticDetections: synthetic } = await api.get('/api/summary/extent').catch(() => ({}));
  if (!synthetic) return null;
  const note = el('div', { class: 'note warn import-demo' }, el('p', {}, t('import.demo', { count: synthetic })));
  const removeDemo = async (event) => {
    event.currentTarget.disabled = true;
    try {
      await api.send('DELETE', '/api/demo');
      note.remove();
      notice(t('import.demo.removed'), 'done');
      refresh();
    } catch (problem) {
      notice(problem);
    }
  };
  note.append(
    el('button', { type: 'button', class: 'button', onclick: removeDemo }, t('import.demo.remove')),
    ' ',
    el('button', { type: 'button', class: 'text-button', onclick: () => note.remove() }, t('import.demo.keep')),
  );
  return note;
}
