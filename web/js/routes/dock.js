/** The dock under the analyst's map: the strongest of the result as a table. */

import { el, icon, replaceChildren } from '../dom.js';
import { t } from '../i18n/index.js';

/** `show({title, note, body}, {onFile})`: words, nodes, and what the button for a file does, or null; `show(null)` says what would be here. */
export function createRoutesDock() {
  const heading = el('h2', {});
  const note = el('span', { class: 'muted dock-note' });
  const file = el('button', { type: 'button', class: 'button quiet', hidden: true }, icon('download', 16), t('dock.csv'));
  const collapse = el('button', { type: 'button', class: 'ghost collapse', 'aria-expanded': 'true', 'aria-label': t('dock.collapse'), onclick: () => fold() }, icon('down'));
  const body = el('div', { class: 'dock-body', tabindex: 0 });
  const element = el('section', { class: 'dock routes-dock', 'aria-label': t('routes.dock') }, el('header', {}, heading, note, el('span', { class: 'push' }), file, collapse), body);
  let onFile = null;
  file.addEventListener('click', () => onFile());

  function fold() {
    const folded = element.classList.toggle('folded');
    collapse.setAttribute('aria-expanded', String(!folded));
    window.dispatchEvent(new Event('resize'));
  }

  function show(content, deeds = {}) {
    const { scrollTop } = body;
    const focused = [...body.querySelectorAll('button')].indexOf(document.activeElement);
    onFile = deeds.onFile ?? null;
    file.hidden = !onFile;
    heading.textContent = content?.title ?? t('routes.dock');
    note.textContent = content?.note ?? '';
    replaceChildren(body, content?.body ?? el('p', { class: 'dock-empty muted' }, t('routes.dock.empty')));
    body.scrollTop = scrollTop;
    if (focused >= 0) body.querySelectorAll('button')[focused]?.focus({ preventScroll: true });
  }
  show(null);
  return { element, show };
}
