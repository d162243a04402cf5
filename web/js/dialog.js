/** What stands over the page: dialogs, short notices with undo, and sentences for screen readers. */

import { Problem } from './api.js';
import { el, icon } from './dom.js';
import { hasWord, t } from './i18n/index.js';

const NOTICE_MS = 10_000;

let dialogs = 0;

/**
 * A modal dialog (native `<dialog>`: focus is kept inside, Esc closes, focus returns). `body` and `footer` are nodes or
 * lists of nodes. `className` adds to the dialog's class; `leave(go)`, where it is given, decides whether somebody who closes it by hand
 * may `go`, as something would be lost. Answers `{element, body, footer, close()}`.
 */
export function openDialog({ title, body = [], footer = null, onClose = () => {}, className = '', leave = (go) => go() }) {
  const heading = el('h2', { id: `dialog-${++dialogs}` }, title);
  const bodyElement = el('div', { class: 'dialog-body' }, body);
  const footerElement = el('footer', { class: 'dialog-footer', hidden: footer === null }, footer ?? []);
  const closeButton = el('button', { type: 'button', class: 'ghost', 'aria-label': t('close') }, icon('close'));
  const element = el(
    'dialog',
    { class: `dialog ${className}`.trim(), 'aria-labelledby': heading.id },
    el('header', { class: 'dialog-header' }, heading, closeButton),
    bodyElement,
    footerElement,
  );
  const close = () => element.close();
  closeButton.addEventListener('click', () => leave(close));
  element.addEventListener('cancel', (event) => {
    event.preventDefault();
    leave(close);
  });
  element.addEventListener('close', () => {
    element.remove();
    onClose();
  });
  element.addEventListener('mousedown', (event) => event.target === element && leave(close));
  document.body.append(element);
  element.showModal();
  return { element, body: bodyElement, footer: footerElement, close };
}

/** Says `text` through the polite live region, once. */
export function announce(text) {
  const region = document.getElementById('announcements');
  if (!region) return;
  region.textContent = '';
  requestAnimationFrame(() => (region.textContent = text));
}

/**
 * A notice at the foot of the page. `kind`: `info`, `done` or `bad`. With `undo` (a function) it offers to take the deed
 * back for ten seconds; bad news stays until it is closed.
 */
export function notice(problemOrText, kind = problemOrText instanceof Problem ? 'bad' : 'info', { undo = null } = {}) {
  const text = problemOrText instanceof Problem ? describe(problemOrText) : String(problemOrText);
  const host = document.getElementById('notices');
  const remove = () => {
    clearTimeout(timer);
    element.remove();
  };
  const takeBack = () => {
    remove();
    undo();
  };
  const element = el(
    'div',
    { class: `notice ${kind}`, role: kind === 'bad' ? 'alert' : 'status' },
    icon(kind === 'bad' ? 'warning' : 'check'),
    el('p', {}, text),
    undo && el('button', { type: 'button', class: 'button', onclick: takeBack }, icon('undo', 16), t('undo')),
    el('button', { type: 'button', class: 'ghost', 'aria-label': t('close'), onclick: remove }, icon('close', 16)),
  );
  const timer = kind === 'bad' ? 0 : setTimeout(remove, NOTICE_MS);
  host.append(element);
  return remove;
}

/** A problem as sentences: what failed, what to do, and the incident number for the log. */
export function describe(problem) {
  const key = `problem.${problem.type}`;
  const known = hasWord(key) ? t(key, { seconds: problem.retryAfterSeconds ?? 60 }) : t('problem.unknown', { status: problem.status });
  const detail = ['bad-parameter', 'bad-body', 'conflict', 'stale', 'not-allowed', 'too-large'].includes(problem.type) ? problem.detail : '';
  const incident = problem.incident ? t('problem.incident', { incident: problem.incident }) : '';
  return [known, detail, incident].filter(Boolean).join(' ');
}
