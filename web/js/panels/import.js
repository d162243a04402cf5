/** Importing a file of detections: it is read, then shown, then stored. */
import { isAbort } from '../api.js';
import { announce, describe, notice, openDialog } from '../dialog.js';
import { el, replaceChildren } from '../dom.js';
import { addWords, currentLanguage, t } from '../i18n/index.js';
import words from '../i18n/import.js';
import { inLanguage } from '../message.js';
import { mediaTypeOf } from './import/file.js';
import { ImportFailed, runImport } from './import/job.js';
import { chooser, failure, outcome, working } from './import/views.js';

addWords(words);

/** Opens the dialog; with a `file` (dropped on the page) it starts to read it. `context` as for the record form. */
export function openImport(context, file = null) {
  if (document.querySelector('.import-dialog')) return;
  let running = null;
  const dialog = openDialog({ title: t('import.title'), className: 'import-dialog', footer: [], onClose: () => running?.abort() });

  function show(body, footer = []) {
    replaceChildren(dialog.body, body);
    replaceChildren(dialog.footer, footer);
    dialog.footer.hidden = footer.length === 0;
  }

  function choose() {
    show(chooser(read));
  }

  /** Reads the file on the server without storing anything of it. */
  function read(chosen, replace = false) {
    if (mediaTypeOf(chosen.name) === null) return refuse(chosen, t('import.failed.kind', { name: chosen.name }));
    if (chosen.size === 0) return refuse(chosen, t('import.failed.empty', { name: chosen.name }));
    return run(chosen, { dryRun: true, replace }, ({ jobId, result }) => preview(chosen, jobId, result, replace));
  }

  function preview(chosen, jobId, result, replace) {
    const sentence = result.stored > 0 ? t('import.nothingStored') : t('import.nothingToStore');
    const overwrite = el('input', { type: 'checkbox', checked: replace });
    overwrite.addEventListener('change', () => read(chosen, overwrite.checked));
    const conflicts = replace || result.refused.some((refusal) => refusal.field === 'source_ref');
    const store = el('button', { type: 'button', class: 'button primary', onclick: () => keep(chosen, replace) }, t('import.store', { count: result.stored }));
    show(
      [outcome(chosen, jobId, result), conflicts && el('label', { class: 'import-replace' }, overwrite, ` ${t('import.replace')}`)],
      [el('p', { class: 'push muted' }, sentence), ...(result.stored > 0 ? [button('cancel', dialog.close), store] : [button('import.another', choose)])],
    );
    announce(`${dialog.body.querySelector('.import-tallies').innerText}`);
    (result.stored > 0 ? store : dialog.footer.querySelector('button')).focus();
  }

  function keep(chosen, replace) {
    return run(chosen, { dryRun: false, replace }, async ({ jobId, result }) => {
      context.refresh();
      const sentence = result.stored > 0 ? t('import.done', { count: result.stored }) : t('import.doneNone');
      const see = el('button', { type: 'button', class: 'button primary', onclick: dialog.close }, t('import.showOnMap'));
      show([outcome(chosen, jobId, result), await demoOffer(context, result)], [el('p', { class: 'push' }, sentence), button('import.another', choose), see]);
      announce(sentence);
      see.focus();
    });
  }

  /** Runs one import with its progress on screen; `then` gets what it came to. */
  async function run(chosen, { dryRun, replace }, then) {
    running?.abort();
    const controller = new AbortController();
    running = controller;
    const progress = working(chosen, !dryRun);
    show(progress.nodes, [button('cancel', () => controller.abort())]);
    dialog.footer.querySelector('button').focus();
    try {
      await then(await runImport(context.api, chosen, { dryRun, replace, signal: controller.signal, onProgress: progress.show }));
    } catch (error) {
      if (running !== controller || !dialog.element.isConnected) return;
      if (isAbort(error)) stopped();
      else refuse(chosen, error instanceof ImportFailed ? inLanguage(error.message, currentLanguage()) : describe(error));
    } finally {
      if (running === controller) running = null;
    }
  }

  function stopped() {
    choose();
    announce(t('import.stopped'));
    dialog.body.prepend(el('p', { class: 'note' }, t('import.stopped')));
  }

  function refuse(chosen, sentence) {
    show(failure(chosen, sentence), [button('import.another', choose)]);
    dialog.footer.querySelector('button').focus();
  }

  choose();
  if (file) read(file);
}

function button(key, onclick) {
  return el('button', { type: 'button', class: 'button', onclick: () => onclick() }, t(key));
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
