/** The sheet of a report: what the server wrote, taken over as elements, its figures made links to what is behind them. */

import { el, replaceChildren } from '../dom.js';
import { t } from '../i18n/index.js';

/**
 * `onFigure(code, name, period)` is called for a figure of a line, `onStretch(text)` for a hot place. Answers `{element, show(page), empty(nodes),
 * headings()}`.
 */
export function createSheet({ onFigure, onStretch }) {
  const element = el('div', { class: 'report-sheet', 'aria-live': 'off' });

  /** `page` is a whole document; only the article is taken, and nothing in it runs. */
  function show(page) {
    const [article] = new DOMParser().parseFromString(articleOf(page), 'text/html').body.children;
    for (const figure of article.querySelectorAll('.fig')) figure.replaceWith(button(figure));
    labelCells(article);
    replaceChildren(element, document.importNode(article, true));
    for (const place of element.querySelectorAll('button.fig')) place.addEventListener('click', () => follow(place));
  }

  function button(figure) {
    const { line, period, km } = figure.dataset;
    const words = line ? t('report.behind') : t('report.stretch');
    return el('button', { type: 'button', class: 'fig', 'data-line': line, 'data-period': period, 'data-km': km, title: words }, figure.textContent);
  }

  function follow(place) {
    const { line, period, km } = place.dataset;
    if (km) onStretch(km);
    else onFigure(line, place.closest('tr').querySelector('th').textContent, period);
  }

  const empty = (...nodes) => replaceChildren(element, el('div', { class: 'report-empty' }, nodes));
  const headings = () => [...element.querySelectorAll('h2[id]')];
  return { element, show, empty, headings };
}

/** The style of the page is for readers outside of ours. */
function articleOf(page) {
  return page.slice(page.indexOf('<article'), page.indexOf('</article>') + '</article>'.length);
}

/** On a phone each line is a block, and each cell says what it is. */
function labelCells(article) {
  for (const table of article.querySelectorAll('table.lines, table.stations')) {
    const heads = [...table.querySelectorAll('thead th')].map((head) => head.firstChild?.textContent?.trim() ?? '');
    for (const row of table.querySelectorAll('tbody tr')) [...row.children].forEach((cell, i) => i > 0 && cell.setAttribute('data-label', heads[i] ?? ''));
  }
}
