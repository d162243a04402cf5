/** The steps of importing a file, whatever it holds: it is read, then shown, then stored. */
import { isAbort } from '../../api.js';
import { announce, describe, openDialog } from '../../dialog.js';
import { el, replaceChildren } from '../../dom.js';
import { currentLanguage, hasWord, t } from '../../i18n/index.js';
import { inLanguage } from '../../message.js';
import { ImportFailed, runImport } from './job.js';
import { chooser, failure, outcome, working } from './views.js';

/**
 * Opens the dialog; with a `file` it starts to read it. `context`: `{api, refresh()}`. `plan` says what is imported:
 *
 * - `collection`: where it goes; `words`: prefix of keys that say it in other words than the general `import.` ones
 * - `accept`: ends of names, for the field that chooses; `mediaTypeOf(name)`: null for a file that nobody can read
 * - `note`: an element below the field, or null
 * - `options`: `[{name, key, initial, offered(result)}]`: switches that are sent with the file, each a key of the words; `offered` says
 *   by what a reading came to whether it is shown
 * - `after(result)`: an element after storing, or null; may be a promise
 */
export function openImportDialog(context, plan, file = null) {
  if (document.querySelector('.import-dialog')) return;
  const say = (key, params) => t(hasWord(`${plan.words}.${key}`) ? `${plan.words}.${key}` : `import.${key}`, params);
  const initial = Object.fromEntries(plan.options.map((option) => [option.name, option.initial]));
  let running = null;
  const dialog = openDialog({ title: say('title'), className: 'import-dialog', footer: [], onClose: () => running?.abort() });

  function show(body, footer = []) {
    replaceChildren(dialog.body, body);
    replaceChildren(dialog.footer, footer);
    dialog.footer.hidden = footer.length === 0;
  }

  function choose() {
    show(chooser(say, plan, (chosen) => read(chosen)));
  }

  /** Reads the file on the server without storing anything of it. */
  function read(chosen, options = initial) {
    if (plan.mediaTypeOf(chosen.name) === null) return refuse(chosen, say('failed.kind', { name: chosen.name }));
    if (chosen.size === 0) return refuse(chosen, say('failed.empty', { name: chosen.name }));
    return run(chosen, { dryRun: true, options }, ({ jobId, result }) => preview(chosen, jobId, result, options));
  }

  function preview(chosen, jobId, result, options) {
    const sentence = say(result.stored > 0 ? 'nothingStored' : 'nothingToStore');
    const store = el('button', { type: 'button', class: 'button primary', onclick: () => keep(chosen, options) }, say('store', { count: result.stored }));
    show(
      [outcome(say, chosen, jobId, result), plan.options.filter((option) => options[option.name] !== option.initial || option.offered(result)).map((option) => box(option, options, chosen))],
      [el('p', { class: 'push muted' }, sentence), ...(result.stored > 0 ? [button('cancel', t('cancel'), dialog.close), store] : [button('another', say('another'), choose)])],
    );
    announce(`${dialog.body.querySelector('.import-tallies').innerText}`);
    (result.stored > 0 ? store : dialog.footer.querySelector('button')).focus();
  }

  /** Another choice may come to something else, so the file is read again. */
  function box({ name, key }, options, chosen) {
    const input = el('input', { type: 'checkbox', checked: options[name] });
    input.addEventListener('change', () => read(chosen, { ...options, [name]: input.checked }));
    return el('label', { class: 'import-replace' }, input, ` ${say(key)}`);
  }

  function keep(chosen, options) {
    return run(chosen, { dryRun: false, options }, async ({ jobId, result }) => {
      context.refresh();
      const sentence = result.stored > 0 ? say('done', { count: result.stored }) : say('doneNone');
      const see = el('button', { type: 'button', class: 'button primary', onclick: dialog.close }, say('showOnMap'));
      show([outcome(say, chosen, jobId, result), await plan.after(result)], [el('p', { class: 'push' }, sentence), button('another', say('another'), choose), see]);
      announce(sentence);
      see.focus();
    });
  }

  /** Runs one import with its progress on screen; `then` gets what it came to. */
  async function run(chosen, { dryRun, options }, then) {
    running?.abort();
    const controller = new AbortController();
    running = controller;
    const progress = working(say, chosen, !dryRun);
    show(progress.nodes, [button('cancel', t('cancel'), () => controller.abort())]);
    dialog.footer.querySelector('button').focus();
    try {
      await then(await runImport(context.api, chosen, { ...plan, dryRun, options, signal: controller.signal, onProgress: progress.show }));
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
    announce(say('stopped'));
    dialog.body.prepend(el('p', { class: 'note' }, say('stopped')));
  }

  function refuse(chosen, sentence) {
    show(failure(say, chosen, sentence), [button('another', say('another'), choose)]);
    dialog.footer.querySelector('button').focus();
  }

  choose();
  if (file) read(file);
}

function button(name, text, onclick) {
  return el('button', { type: 'button', class: `button ${name}`, onclick: () => onclick() }, text);
}
