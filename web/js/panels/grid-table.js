/** A table of numbers that folds: a caption, columns, rows of texts. Long ones come in portions. */

import { el } from '../dom.js';
import { t } from '../i18n/index.js';

const PORTION = 300;

/** `numeric` is the first column of figures, which stand at the right. */
export function gridTable({ caption, columns, rows, numeric }) {
  const isNumeric = (i) => (i >= numeric ? 'n' : null);
  const body = el('tbody');
  const more = el('button', { type: 'button', class: 'text-button', onclick: () => add() });
  let shown = 0;

  function add() {
    body.append(...rows.slice(shown, shown + PORTION).map((row) => el('tr', {}, row.map((cell, i) => (i === 0 ? el('th', { scope: 'row' }, cell) : el('td', { class: isNumeric(i) }, cell))))));
    shown = Math.min(rows.length, shown + PORTION);
    more.hidden = shown === rows.length;
    more.textContent = t('tables.more', { count: rows.length - shown });
  }

  add();
  return el(
    'details',
    { class: 'table-fold', open: true },
    el('summary', {}, caption),
    el('table', { class: 'grid-table' }, el('thead', {}, el('tr', {}, columns.map((column, i) => el('th', { scope: 'col', class: isNumeric(i) }, column)))), body),
    more,
  );
}
