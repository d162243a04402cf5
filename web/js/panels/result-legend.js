/** The legend of an analysis, where that of the density stands otherwise. */

import { el, icon, replaceChildren } from '../dom.js';
import { t } from '../i18n/index.js';
import { periodOfJob } from './runs/times.js';
import { conditionsOfJob } from './runs/words.js';

/**
 * `onTable()` opens the tables, `beside()` are lines for what else is on the map. `show(job, legend, base)` with the legend that the analysis gives; `hide()`. The same stands on
 * `paper`, below the map, as a sheet is too narrow for it beside the border.
 */
export function createResultLegend({ onTable, beside = () => [] }) {
  const element = el('section', { class: 'legend result', 'aria-label': t('legend.label'), hidden: true });
  const paper = el('section', { class: 'legend-paper', 'aria-hidden': 'true' });
  let open = false;

  function show(job, { title, unit, body, method }, base) {
    const period = periodOfJob(job);
    const conditions = conditionsOfJob(job, base);
    const more = el('button', { type: 'button', class: 'ghost legend-more', 'aria-expanded': String(open), 'aria-label': t('legend.whole'), onclick: () => unfold(more) }, icon('down'));
    element.hidden = false;
    replaceChildren(
      element,
      more,
      el('h2', {}, title, el('span', { class: 'wide-only' }, ` (${unit})`), period && el('span', { class: 'phone-only' }, ` · ${period}`)),
      el('div', { class: 'legend-body' }, body),
      el('ul', { class: 'legend-symbols wide-only' }, beside()),
      el('p', { class: 'phone-only legend-method' }, unit),
      el('p', { class: 'legend-method' }, [method, period, conditions].filter(Boolean).join('. '), ' ', el('button', { type: 'button', class: 'text-button', onclick: onTable }, icon('table', 16), t('asTable'))),
    );
    replaceChildren(paper, [...element.childNodes].map((node) => node.cloneNode(true)));
  }

  /** On a phone only title and classes stand there until somebody asks for the rest. */
  function unfold(button) {
    open = element.classList.toggle('open');
    button.setAttribute('aria-expanded', String(open));
  }
  function hide() {
    element.hidden = true;
    replaceChildren(paper);
  }
  return { element, paper, show, hide };
}
