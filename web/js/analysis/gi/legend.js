/** One legend for what holds after correction and what is raw only; it lists the kinds that are on the map. */

import { el } from '../../dom.js';
import { t } from '../../i18n/index.js';
import { swatch } from '../cells/marks.js';
import { legendLine } from '../parts.js';
import { correctionOf, countKinds, markOfKind } from './kinds.js';
import { hardlyWords, levelWords, methodWords, unitWords } from './words.js';

const LEVELS_IN_ORDER = [3, 2, 1, -1, -2, -3];
const OTHERS = ['chance', 'no-crossing', 'hardly', 'not-patrolled'];

export function giLegend(document, { view }) {
  const { summary, features } = document;
  const correction = correctionOf(view);
  const counts = countKinds(features, correction, summary.exposure === 'effort');
  return {
    title: t('gi.title'),
    body: [el('p', {}, unitWords(summary)), levels(counts), el('ul', {}, OTHERS.filter((kind) => counts.has(kind)).map((kind) => legendLine(swatch(markOfKind(kind)), kind === 'hardly' ? hardlyWords(summary) : t(`gi.${kind}`), counts.get(kind))))],
    method: methodWords(summary, correction),
  };
}

function levels(counts) {
  const present = LEVELS_IN_ORDER.filter((level) => counts.has(`kept:${level}`) || counts.has(`raw:${level}`));
  if (present.length === 0) return el('p', {}, t('gi.nothing'));
  const cell = (kind) => el('td', {}, counts.has(kind) ? el('span', { class: 'with-swatch' }, swatch(markOfKind(kind)), t('legend.cells', { count: counts.get(kind) })) : '–');
  return el(
    'table',
    { class: 'levels' },
    el('thead', {}, el('tr', {}, ['gi.level', 'gi.kept', 'gi.raw'].map((key) => el('th', { scope: 'col' }, t(key))))),
    el('tbody', {}, present.map((level) => el('tr', {}, el('th', { scope: 'row' }, levelWords(level)), cell(`kept:${level}`), cell(`raw:${level}`)))),
  );
}
