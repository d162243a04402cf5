/** The bar at the top, and on a phone the one at the foot. */

import { el, icon, replaceChildren, svg } from '../dom.js';
import { currentLanguage, t } from '../i18n/index.js';

const THEMES = ['auto', 'light', 'dark'];
const THEME_ICONS = { auto: 'theme', light: 'sun', dark: 'moon' };

/** Our mark: the broken line of the border and one place on our side. */
export function mark() {
  return svg(
    'svg',
    { class: 'mark', viewBox: '0 0 26 26', width: 26, height: 26, 'aria-hidden': 'true' },
    svg('path', { class: 'mark-line', d: 'M3 20c4-1 3-7 7-8s4-6 8-7 3-2 5-2' }),
    svg('circle', { class: 'mark-dot', cx: 17.5, cy: 17, r: 4.2 }),
  );
}

/** `context`: `{state, session, benches}`; `actions`: `{record, account(button)}`. `showSynthetic(boolean)` sets the badge. */
export function createHeader({ state, session, benches }, actions) {
  const badge = el('span', { class: 'synthetic', title: t('synthetic.explained'), hidden: true }, el('span', { class: 'wide-only' }, t('synthetic.badge')), el('span', { class: 'phone-only' }, t('synthetic.short')));
  const account = el('button', { type: 'button', class: 'ghost', 'aria-label': t('account.open'), 'aria-haspopup': 'menu', onclick: () => actions.account(account) }, icon('account'));
  const element = el(
    'header',
    { class: 'top' },
    el('a', { class: 'brand', href: '/' }, mark(), el('b', {}, 'Borderwatch'), el('span', {}, unitName(session))),
    el('nav', { class: 'benches', 'aria-label': t('benches') }, benches.list(session).map((bench) => benchLink(bench, state, benches))),
    el(
      'div',
      { class: 'tools' },
      badge,
      session.can('add-detection') && el('button', { type: 'button', class: 'button primary record', 'aria-label': t('record.open'), onclick: actions.record }, icon('add', 18), el('span', {}, t('record.open'))),
      languageSwitch(state),
      themeButton(state),
      account,
    ),
  );
  return { element, showSynthetic: (shown) => (badge.hidden = !shown) };
}

/** A link, so that a bench opens in a tab of its own too. What is looked at may change until then, and so does the link. */
function benchLink({ id, icon: name, title }, state, benches) {
  const isHere = state.get().bench === id;
  const link = el('a', { href: isHere ? '#main' : benches.linkTo(id), 'aria-current': isHere && 'page' }, icon(name), title());
  const renew = () => !isHere && (link.href = benches.linkTo(id));
  for (const event of ['pointerenter', 'focus']) link.addEventListener(event, renew);
  link.addEventListener('click', (event) => {
    if (isHere || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    benches.open(id);
  });
  return link;
}

const unitName = (session) => (currentLanguage() === 'en' ? session.unit?.nameEn : session.unit?.nameVi) ?? '';

/** VI and EN, each named in its own language for those who read only that one. */
export function languageSwitch(state) {
  const button = (code, name) =>
    el('button', { type: 'button', lang: code, 'aria-label': name, 'aria-pressed': String(currentLanguage() === code), onclick: () => state.set({ language: code }) }, code.toUpperCase());
  return el('div', { class: 'lang', role: 'group', 'aria-label': t('language') }, button('vi', 'Tiếng Việt'), button('en', 'English'));
}

/** One button through the three themes: as the system, light, dark. */
export function themeButton(state) {
  const button = el('button', { type: 'button', class: 'ghost theme', onclick: () => state.set({ theme: THEMES[(THEMES.indexOf(state.get().theme) + 1) % THEMES.length] }) });
  const show = ({ theme }) => {
    replaceChildren(button, icon(THEME_ICONS[theme]));
    button.setAttribute('aria-label', t('theme', { theme: t(`theme.${theme}`) }));
    button.title = t('theme', { theme: t(`theme.${theme}`) });
  };
  state.subscribe((view) => button.isConnected && show(view));
  show(state.get());
  return button;
}

/** The bar at the foot of a phone: the workbenches, the round +, and the conditions. `actions`: `{record, conditions, map}`. */
export function createTabs({ state, session, benches }, actions) {
  const count = el('b', { class: 'count', hidden: true });
  const element = el(
    'nav',
    { class: 'tabs', 'aria-label': t('benches') },
    benches.list(session).map(({ id, icon: name, title }) => {
      const isHere = state.get().bench === id;
      return el('button', { type: 'button', 'aria-current': isHere && 'page', onclick: isHere ? actions.map : () => benches.open(id) }, icon(name), title());
    }),
    session.can('add-detection') && el('button', { type: 'button', class: 'add', onclick: actions.record }, icon('add'), t('record.short')),
    el('button', { type: 'button', onclick: actions.conditions }, icon('filter'), el('span', {}, t('conditions.short'), ' ', count)),
  );
  const showCount = (number) => {
    count.hidden = number === 0;
    count.textContent = String(number);
  };
  return { element, showCount };
}
