/** The left panel of a report: which period, which unit, the way to its parts, and to the forms that feed it. */

import { el, icon, replaceChildren } from '../dom.js';
import { currentLanguage, t } from '../i18n/index.js';
import { chooser } from '../panels/fields.js';
import { isPeriod, periodsOf, periodWords, yearsUntil } from './periods.js';

const MONTHS = 'months';

/**
 * `units`: those whose reports may be read. `deeds`: `{choose({period, unit}), enter(), importFile(), template(), close()}`.
 * Answers `{element, update({period, unit}), showParts(headings)}`.
 */
export function createReportConditions({ session }, units, deeds) {
  const thisYear = new Date().getFullYear();
  let chosen = null;
  const year = chooser({ id: 'report-year', label: t('report.year'), choices: yearsUntil(thisYear).map((each) => [String(each), String(each)]), onChoose: (text) => choosePeriod(chosen.period.includes('/') ? `${text}-H1` : chosen.period.replace(/^\d{4}/, text)) });
  const period = el('select', { class: 'select', id: 'report-period' });
  period.addEventListener('change', () => (period.value === MONTHS ? showMonths(true) : choosePeriod(period.value)));
  const from = el('input', { class: 'input', type: 'month', id: 'report-from' });
  const to = el('input', { class: 'input', type: 'month', id: 'report-to' });
  for (const field of [from, to]) field.addEventListener('change', () => isPeriod(`${from.value}/${to.value}`) && choosePeriod(`${from.value}/${to.value}`));
  const months = el('div', { class: 'report-months', hidden: true }, field('report-from', t('report.from'), from), field('report-to', t('report.to'), to));
  const unit = chooser({ id: 'report-unit', label: t('report.unit'), choices: units.map((each) => [each.code, each[currentLanguage() === 'en' ? 'name_en' : 'name_vi']]), onChoose: (code) => deeds.choose({ unit: code }) });
  const parts = el('ul', { class: 'report-parts' });
  const writes = session.can('write-outcomes');
  const element = el(
    'aside',
    { class: 'panel left', id: 'conditions', 'aria-label': t('conditions') },
    el('header', {}, el('h1', {}, t('reports')), el('p', {}, t('reports.question')), el('button', { type: 'button', class: 'ghost sheet-close', 'aria-label': t('close'), onclick: deeds.close }, icon('close'))),
    el('section', {}, year.element, field('report-period', t('report.period'), period), months, unit.element),
    el('section', { class: 'report-contents' }, el('h2', {}, t('report.parts')), parts),
    writes &&
      el(
        'section',
        { class: 'report-feed' },
        el('h2', {}, t('report.enter')),
        el('button', { type: 'button', class: 'button wide', onclick: deeds.enter }, icon('table', 18), t('report.form')),
        el('button', { type: 'button', class: 'button wide', onclick: deeds.importFile }, icon('upload', 18), t('report.import')),
        el('button', { type: 'button', class: 'text-button', onclick: deeds.template }, icon('download', 16), t('report.template')),
      ),
    el('footer', { class: 'sheet-foot' }, el('button', { type: 'button', class: 'button primary wide', onclick: deeds.close }, t('report.read'))),
  );

  function choosePeriod(name) {
    deeds.choose({ period: name });
  }

  function showMonths(shown) {
    months.hidden = !shown;
    if (shown) from.focus();
  }

  function update(next) {
    chosen = next;
    const run = next.period.includes('/');
    year.update(next.period.slice(0, 4));
    const names = periodsOf(Number(next.period.slice(0, 4)));
    replaceChildren(period, names.map((name) => el('option', { value: name }, periodWords(name))), el('option', { value: MONTHS }, run ? periodWords(next.period) : t('report.months')));
    period.value = run ? MONTHS : next.period;
    months.hidden = !run;
    if (run) [from.value, to.value] = next.period.split('/');
    unit.update(next.unit);
  }

  /** Links to the parts of the sheet. */
  function showParts(headings) {
    const go = (heading) => () => {
      deeds.close();
      heading.scrollIntoView({ block: 'start' });
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    };
    replaceChildren(parts, headings.map((heading) => el('li', {}, el('button', { type: 'button', onclick: go(heading) }, heading.textContent))));
  }
  return { element, update, showParts };
}

const field = (id, label, control) => el('div', { class: 'field' }, el('label', { class: 'field-label', for: id }, label), control);
