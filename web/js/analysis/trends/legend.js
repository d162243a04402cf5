/** The legend of the trends: the patterns that occur, hot and cold side by side, with their counts. */

import { el } from '../../dom.js';
import { formatBandwidth, t } from '../../i18n/index.js';
import { swatch } from '../cells/marks.js';
import { hardlyWords, leftOutWords, unitWords } from '../gi/words.js';
import { legendLine } from '../parts.js';
import { stepsWord } from '../steps.js';
import { countKinds, markOfKind, UNKNOWN } from './kinds.js';
import { FAMILIES, labelOf, NO_PATTERN, PATTERNS } from './labels.js';

export function trendLegend({ summary, features }) {
  const counts = countKinds(features, summary.exposure === 'effort');
  return {
    title: t('trends.title'),
    unit: unitWords(summary),
    body: [patterns(counts), el('ul', {}, [NO_PATTERN, ...UNKNOWN].filter((kind) => counts[kind]).map((kind) => legendLine(swatch(markOfKind(kind)), plainWords(kind, summary), counts[kind])))],
    method: methodWords(summary),
  };
}

/** What a kind without pattern means. */
export const plainWords = (kind, summary) => (kind === NO_PATTERN ? t('trends.none') : kind === 'hardly' ? hardlyWords(summary) : t(`gi.${kind}`));

export function methodWords(summary) {
  const { steps, step, correction = 'bh', band_metres: band, n } = summary;
  const method = t('trends.method', { count: steps.length, steps: stepsWord(step, steps.length), correction: t(`correction.${correction}`), band: formatBandwidth(band), n });
  return [method, leftOutWords(summary)].filter(Boolean).join('; ');
}

/** Hot and cold side by side; where only one of them occurs, two patterns in a row, so that the map keeps its room. */
function patterns(counts) {
  const families = FAMILIES.filter((family) => PATTERNS.some((pattern) => counts[labelOf(family, pattern)]));
  if (families.length === 0) return el('p', {}, t('trends.nothing'));
  const rows = PATTERNS.filter((pattern) => families.some((family) => counts[labelOf(family, pattern)]));
  const cell = (label) => el('td', {}, counts[label] ? el('span', { class: 'with-swatch' }, swatch(markOfKind(label)), t('legend.cells', { count: counts[label] })) : '–');
  const entry = (pattern) => [el('th', { scope: 'row' }, t(`trends.pattern.${pattern}`)), families.map((family) => cell(labelOf(family, pattern)))];
  const head = (place) => [el('th', { scope: 'col', class: place > 0 && 'next' }, t('trends.legend.pattern')), families.map((family) => el('th', { scope: 'col' }, t(`trends.legend.${family}`)))];
  const inRow = families.length === 1 && rows.length > 1 ? 2 : 1;
  const lines = Array.from({ length: Math.ceil(rows.length / inRow) }, (_, i) => rows.slice(i * inRow, (i + 1) * inRow));
  return el('table', { class: 'levels' }, el('thead', {}, el('tr', {}, Array.from({ length: inRow }, (_, place) => head(place)))), el('tbody', {}, lines.map((line) => el('tr', {}, line.map(entry)))));
}
