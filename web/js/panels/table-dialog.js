/** The tables of a result in a dialog; `facts` say above them of what they are, `synthetic` that it is made up. */

import { openDialog } from '../dialog.js';
import { el } from '../dom.js';
import { t } from '../i18n/index.js';
import { gridTable } from './grid-table.js';

export function openTable(title, tables, { facts = [], synthetic = false } = {}) {
  const head = el('p', { class: 'muted table-facts' }, facts.filter(Boolean).join('. '), ' ', synthetic && el('span', { class: 'synthetic' }, t('synthetic.badge')));
  openDialog({ title, body: [head, tables.map(gridTable)] });
}
