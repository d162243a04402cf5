/** Stored plans as a list to choose from, those touched last first. */

import { el, replaceChildren } from '../../dom.js';
import { formatNumber, t } from '../../i18n/index.js';
import { personsWords } from '../words.js';
import { spanWords, statusTag } from './words.js';

/** `open(id)`; `update({lines, view, problem})`: `lines` is null until they have come, `problem` says why they have not. */
export function createPlanList({ open }) {
  const total = el('small', {});
  const note = el('p', { class: 'muted route-empty', hidden: true });
  const list = el('ul', { class: 'register-list' });
  const element = el('section', { class: 'register', hidden: true }, el('h2', {}, t('kept.title'), total), note, list);

  function update({ lines, view, problem }) {
    total.textContent = lines ? formatNumber(lines.length) : '';
    const words = problem ? t('kept.failed') : !lines ? t('kept.loading') : lines.length === 0 ? t('kept.empty') : null;
    note.hidden = words === null;
    note.textContent = words ?? '';
    const focused = [...list.querySelectorAll('button')].indexOf(document.activeElement);
    replaceChildren(list, (lines ?? []).map((line) => row(line, line.id === view.plan)));
    if (focused >= 0) list.querySelectorAll('button')[focused]?.focus({ preventScroll: true });
  }

  function row(line, isOpen) {
    return el(
      'li',
      { class: isOpen ? 'chosen' : null },
      el(
        'button',
        { type: 'button', class: 'row-button', 'aria-pressed': String(isOpen), onclick: () => open(line.id) },
        el('span', { class: 'route-head' }, el('b', {}, line.name), statusTag(line)),
        el('small', {}, [spanWords(line), t('plan.teams.value', { count: line.teams }), t('kept.stops', { value: personsWords(line.expected) })].join(' · ')),
      ),
    );
  }
  return { element, update };
}
