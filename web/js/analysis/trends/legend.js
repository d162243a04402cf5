/** The legend of the trends: the patterns that occur, hot and cold side by side with their counts. */

import { el } from '../../dom.js';
import { formatNumber, t } from '../../i18n/index.js';
import { FAMILIES, labelOf, NO_PATTERN, PATTERNS } from './labels.js';
import { trendSign } from './sign.js';

/** `counts`: labels to numbers, one record for each side that is compared (usually one). */
export function trendClasses(...counts) {
  const of = (label) => counts.map((each) => each[label] ?? 0);
  const occurs = (label) => of(label).some((count) => count > 0);
  const families = FAMILIES.filter((family) => PATTERNS.some((pattern) => occurs(labelOf(family, pattern))));
  const rows = PATTERNS.filter((pattern) => families.some((family) => occurs(labelOf(family, pattern))));
  return [
    rows.length > 0 &&
      el(
        'table',
        { class: 'class-table' },
        el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, t('trends.legend.pattern')), families.map((family) => el('th', { scope: 'col' }, t(`trends.legend.${family}`))))),
        el('tbody', {}, rows.map((pattern) => el('tr', {}, el('th', { scope: 'row' }, t(`trends.pattern.${pattern}`)), families.map((family) => el('td', {}, occurs(labelOf(family, pattern)) ? [trendSign(labelOf(family, pattern), 18), number(of(labelOf(family, pattern)))] : '–'))))),
      ),
    occurs(NO_PATTERN) && el('p', { class: 'class-line' }, trendSign(NO_PATTERN, 18), t('trends.none'), ' ', number(of(NO_PATTERN))),
  ];
}

/** `12`; of two sides `12 | 15`. */
const number = (counts) => el('b', { class: 'n' }, counts.map((count) => formatNumber(count)).join(' | '));
