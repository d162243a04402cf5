/** The sign-in page: the only thing that is shown without an account. */

import { isAbort } from '../api.js';
import { describe } from '../dialog.js';
import { el, replaceChildren } from '../dom.js';
import { t } from '../i18n/index.js';
import { signIn } from '../session.js';
import { languageSwitch, mark, themeButton } from './header.js';

/** Fills `page`; `onSignedIn(session)` when it worked. `reason`: a sentence on why one has to sign in again, or null. */
export function showSignIn(page, state, { reason = null, onSignedIn }) {
  const summary = el('div', { class: 'error-summary', id: 'signin-error', role: 'alert', tabindex: -1, hidden: true });
  const account = el('input', { class: 'input', id: 'account', name: 'account', autocomplete: 'username', autocapitalize: 'none', spellcheck: 'false', required: true });
  const password = el('input', { class: 'input', id: 'password', name: 'password', type: 'password', autocomplete: 'current-password', required: true });
  const button = el('button', { type: 'submit', class: 'button primary wide' }, t('signIn.button'));
  const form = el(
    'form',
    { novalidate: true },
    summary,
    el('label', { class: 'field' }, el('span', { class: 'field-label' }, t('signIn.account')), account),
    el('label', { class: 'field' }, el('span', { class: 'field-label' }, t('signIn.password')), password),
    el('div', { class: 'field' }, button),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });

  async function submit() {
    const empty = [account, password].filter((input) => input.value === '');
    if (empty.length > 0) return fail(empty.map((input) => [input, t(`signIn.empty.${input.id}`)]));
    button.disabled = true;
    try {
      onSignedIn(await signIn(account.value.trim(), password.value));
    } catch (error) {
      if (isAbort(error)) return;
      fail([[password, sentence(error)]]);
      password.select();
    } finally {
      button.disabled = false;
    }
  }

  function fail(errors) {
    for (const input of [account, password]) {
      input.setAttribute('aria-invalid', String(errors.some(([each]) => each === input)));
      input.setAttribute('aria-describedby', summary.id);
    }
    replaceChildren(summary, el('h2', {}, t('signIn.failed')), el('ul', {}, errors.map(([input, text]) => el('li', {}, linkTo(input, text)))));
    summary.hidden = false;
    summary.focus();
  }

  replaceChildren(
    page,
    el('header', { class: 'signin-top' }, languageSwitch(state), themeButton(state)),
    el(
      'main',
      { class: 'signin', id: 'main' },
      el('div', { class: 'signin-brand' }, mark(), el('h1', {}, 'Borderwatch')),
      el('p', { class: 'muted' }, t('signIn.purpose')),
      reason && el('p', { class: 'note warn' }, reason),
      form,
      el('p', { class: 'faint' }, t('signIn.help')),
    ),
  );
  account.focus();
}

/** A link of the error summary: it puts the cursor into the field and leaves the address as it is. */
function linkTo(input, text) {
  const link = el('a', { href: `#${input.id}` }, text);
  link.addEventListener('click', (event) => {
    event.preventDefault();
    input.focus();
  });
  return link;
}

/** What to do now: a wrong pair, a pause after too many attempts, or whatever else the server says. */
function sentence(problem) {
  if (problem.type === 'not-signed-in' || problem.status === 401) return t('signIn.wrong');
  if (problem.type === 'too-many-attempts') return t('signIn.locked', { seconds: problem.retryAfterSeconds ?? 60 });
  return describe(problem);
}
