/** One legend for what holds after correction and what is raw only; it lists the kinds that are on the map. */

import { el } from '../../dom.js';
import { formatNumber, t } from '../../i18n/index.js';
import { swatch } from '../cells/marks.js';
import { legendLine } from '../parts.js';
import { correctionOf, countKinds, markOfKind } from './kinds.js';
import { hardlyWords, methodWords, percentOf, unitWords } from './words.js';

const LEVELS_IN_ORDER = [3, 2, 1, -1, -2, -3];
const OTHERS = ['chance', 'no-crossing', 'hardly', 'not-patrolled'];

export function giLegend(document, { view }) {
  const { summary, features } = document;
  const correction = correctionOf(view);
  const counts = countKinds(features, correction, summary.exposure === 'effort');
  return {
    title: t('gi.title'),
    unit: unitWords(summary),
    body: [levels(counts), el('ul', {}, OTHERS.filter((kind) => counts.has(kind)).map((kind) => legendLine(swatch(markOfKind(kind)), kind === 'hardly' ? hardlyWords(summary) : t(`gi.${kind}`), counts.get(kind))))],
    method: methodWords(summary, correction),
  };
}

/** A row for what holds and one for what doesn't; a column for each level that is on the map, hot to cold. */
function levels(counts) {
  const present = LEVELS_IN_ORDER.filter((level) => counts.has(`kept:${level}`) || counts.has(`raw:${level}`));
  if (present.length === 0) return el('p', {}, t('gi.nothing'));
  const side = (key, levelsOfSide) => levelsOfSide.length > 0 && el('th', { scope: 'colgroup', colspan: levelsOfSide.length }, t(key));
  return el(
    'table',
    { class: 'levels' },
    el('thead', {}, el('tr', {}, el('td', {}), side('gi.hot.side', present.filter((level) => level > 0)), side('gi.cold.side', present.filter((level) => level < 0))), el('tr', {}, el('td', {}, t('gi.cells')), present.map((level) => el('th', { scope: 'col' }, percentOf(level))))),
    el('tbody', {}, ['kept', 'raw'].map((name) => el('tr', {}, el('th', { scope: 'row' }, t(`gi.${name}`)), present.map((level) => levelCell(`${name}:${level}`, counts))))),
  );
}

function levelCell(kind, counts) {
  if (!counts.has(kind)) return el('td', {}, '–');
  return el('td', {}, swatch(markOfKind(kind)), el('span', { class: 'n' }, formatNumber(counts.get(kind))));
}
