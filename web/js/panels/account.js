/** The account menu: who is signed in, and what can be done with the account and the data. */

import { isAbort, send } from '../api.js';
import { describe, notice, openDialog } from '../dialog.js';
import { el, icon, replaceChildren } from '../dom.js';
import { t } from '../i18n/index.js';
import { changePassword, signOut } from '../session.js';

/** Opens the menu below `button`. `actions`: `{importFile, outcomes, keys, signedOut, refresh}`; `extent` says whether there is a demo. */
export function openAccountMenu(button, { session, extent }, actions) {
  const open = button.closest('header').querySelector('.menu');
  if (open) return open.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
  const entry = (name, text, act) => {
    const choose = () => {
      close();
      act();
    };
    return el('button', { type: 'button', role: 'menuitem', tabindex: -1, onclick: choose }, icon(name), text);
  };
  const menu = el(
    'div',
    { class: 'menu', role: 'menu', 'aria-label': t('account') },
    el('p', { class: 'menu-head' }, el('b', {}, session.account), el('span', {}, t(`role.${session.role}`))),
    session.can('import') && entry('upload', t('account.import'), actions.importFile),
    session.can('write-outcomes') && entry('table', t('account.outcomes'), actions.outcomes),
    session.can('manage-demo') && extent.syntheticDetections > 0 && entry('bin', t('account.removeDemo'), () => askToRemoveDemo(actions.refresh)),
    entry('keyboard', t('account.keys'), actions.keys),
    entry('key', t('account.password'), () => openPasswordDialog()),
    entry('signout', t('account.signOut'), () => signOut().then(actions.signedOut, (problem) => notice(problem))),
  );
  const items = [...menu.querySelectorAll('[role="menuitem"]')];
  const outside = (event) => !menu.contains(event.target) && !button.contains(event.target) && close();
  const onKey = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      items[(items.indexOf(document.activeElement) + step + items.length) % items.length].focus();
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      close();
      button.focus();
    }
  };
  function close() {
    menu.remove();
    button.setAttribute('aria-expanded', 'false');
    document.removeEventListener('pointerdown', outside, true);
  }
  menu.addEventListener('keydown', onKey);
  document.addEventListener('pointerdown', outside, true);
  button.setAttribute('aria-expanded', 'true');
  button.closest('header').append(menu);
  items[0].focus();
}

/** Old and new password; the server has the last word on what is good enough. `reason`: why it has to be changed, or null. */
export function openPasswordDialog(reason = null) {
  const error = el('p', { class: 'field-error', role: 'alert' });
  const old = el('input', { class: 'input', type: 'password', autocomplete: 'current-password' });
  const next = el('input', { class: 'input', type: 'password', autocomplete: 'new-password' });
  const form = el(
    'form',
    { id: 'password-form' },
    reason && el('p', { class: 'note warn' }, reason),
    error,
    el('label', { class: 'field' }, el('span', { class: 'field-label' }, t('password.old')), old),
    el('label', { class: 'field' }, el('span', { class: 'field-label' }, t('password.new')), next),
  );
  const dialog = openDialog({
    title: t('account.password'),
    className: 'narrow',
    body: [form],
    footer: [el('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, t('cancel')), el('button', { type: 'submit', form: 'password-form', class: 'button primary' }, t('save'))],
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (next.value.length < 12) return replaceChildren(error, t('password.short'));
    try {
      await changePassword(old.value, next.value);
      dialog.close();
      notice(t('password.changed'), 'done');
    } catch (problem) {
      if (!isAbort(problem)) replaceChildren(error, problem.status === 401 ? t('password.wrong') : `${describe(problem)} ${problem.errors[0]?.reason ?? ''}`.trim());
    }
  });
  old.focus();
}

function askToRemoveDemo(refresh) {
  const dialog = openDialog({
    title: t('demo.title'),
    className: 'narrow',
    body: [el('p', {}, t('demo.question'))],
    footer: [el('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, t('cancel')), el('button', { type: 'button', class: 'button danger', onclick: remove }, t('demo.remove'))],
  });
  async function remove() {
    try {
      await send('DELETE', '/api/demo');
      dialog.close();
      notice(t('demo.removed'), 'done');
      refresh();
    } catch (problem) {
      dialog.close();
      notice(problem);
    }
  }
}
