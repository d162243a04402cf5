/** What the file will hold, before it is made: how many features, which attributes, how large. */

import { el } from '../dom.js';
import { currentLanguage, formatNumber, t } from '../i18n/index.js';
import { inLanguage } from '../message.js';
import { sizeOf } from '../panels/import/file.js';

/** More attributes than these stand behind the three dots. */
const NAMED = 8;

/** `preview` as the server answers it, or null while it counts; `conditions` says in words what was chosen of the content. */
export function writtenTable(content, preview, { conditions }) {
  const row = (key, number, words) => el('tr', {}, el('th', { scope: 'row' }, t(key)), el('td', { class: 'n' }, el('b', {}, number)), el('td', {}, words));
  if (!preview) return el('p', { class: 'muted export-counting' }, t('export.counting'));
  const { features, attributes, bytesAbout, notes } = preview;
  const names = attributes.map(({ name }) => name);
  const more = names.length - NAMED;
  const list = el('span', { class: 'export-names', title: names.join(', ') }, names.slice(0, NAMED).join(', '), more > 0 && t('export.moreNames', { count: more }));
  return el(
    'table',
    { class: 'grid-table' },
    el('tbody', {}, row('export.features', formatNumber(features), featureWords(content, preview, conditions, bytesAbout)), row('export.attributes', formatNumber(names.length), list), notesOf(notes).map((note) => el('tr', {}, el('td', { colspan: 3 }, note)))),
  );
}

function featureWords({ id }, { features }, conditions, bytes) {
  if (features === 0) return t(id === 'detections' ? 'export.empty.filtered' : 'export.empty');
  return [conditions, sizeWords(bytes)].filter(Boolean).join(' · ');
}

function sizeWords(bytes) {
  if (!Number.isFinite(bytes)) return '';
  const [amount, unit, decimals] = sizeOf(bytes);
  return t('export.about', { size: `${formatNumber(amount, decimals)} ${unit}` });
}

/** Notes come as texts in both languages, or as `{vi, en}`. */
const notesOf = (notes) => (notes ?? []).map((note) => (typeof note === 'string' ? inLanguage(note, currentLanguage()) : note[currentLanguage()]));
