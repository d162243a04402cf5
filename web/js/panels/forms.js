/** The forms that write: recording, import, counts of a period. They are loaded when first needed. */

import { notice } from '../dialog.js';
import { t } from '../i18n/index.js';

/** `context`: `{map, api, state, session, refresh}`; with `detection` (a feature) it corrects that one. */
export async function openRecordForm(context) {
  const { openRecord } = await import('./record.js');
  openRecord(context);
}

/** Sends entries that wait on this device, and has the form at hand before the network can go. */
export async function resumeEntries(context) {
  if (!context.session.can('add-detection')) return;
  const { resumeWaiting } = await import('./record.js');
  resumeWaiting(context);
}

/** The import dialog, empty or with a file that was dropped. */
export async function openFileImport(context, file) {
  const { openImport } = await import('./import.js');
  openImport(context, file);
}

/** What units count by hand, for those who report it. */
export async function openOutcomeForm(context) {
  const { openOutcomes } = await import('./outcomes/form.js');
  openOutcomes(context);
}

/** A file may be dropped anywhere on the page. Answers a function that stops listening. */
export function listenToDrops(page, context, session) {
  const hasFile = (event) => [...(event.dataTransfer?.types ?? [])].includes('Files');
  const over = (event) => {
    if (!hasFile(event)) return;
    event.preventDefault();
    page.classList.add('dropping');
  };
  const leave = (event) => event.relatedTarget === null && page.classList.remove('dropping');
  const drop = (event) => {
    if (!hasFile(event) || event.defaultPrevented) return;
    event.preventDefault();
    page.classList.remove('dropping');
    if (session.can('import')) openFileImport(context, event.dataTransfer.files[0]);
    else notice(t('import.notAllowed'), 'bad');
  };
  const listeners = { dragover: over, dragleave: leave, drop };
  for (const [name, listener] of Object.entries(listeners)) document.addEventListener(name, listener);
  return () => Object.entries(listeners).forEach(([name, listener]) => document.removeEventListener(name, listener));
}
