/** The heading of the printed sheet: what it shows, under which conditions, by whom, of which data. */

import { el, replaceChildren } from '../dom.js';
import { currentLanguage, formatDateTime, formatStretch, t } from '../i18n/index.js';
import { LIST_FILTERS } from '../state.js';
import { periodName } from './period.js';

export function createPrintHead({ state, session, base }) {
  const element = el('div', { class: 'print-head', 'aria-hidden': 'true' });

  function update(answers, period) {
    const { legend, view: totals } = answers;
    if (!legend || !totals) return;
    const language = currentLanguage();
    replaceChildren(
      element,
      el('h1', {}, `${legend.title[language]}, ${periodName(period)}`),
      el('p', {}, t('print.totals', { detections: totals.detections, persons: totals.persons }), ' ', conditionsInWords(state.get(), base)),
      el(
        'p',
        {},
        [
          language === 'en' ? session.unit?.nameEn : session.unit?.nameVi,
          t('print.by', { account: session.account, time: formatDateTime(new Date()) }),
          t('print.version', { version: legend.dataVersion }),
          `Borderwatch ${session.software ?? ''}`,
        ]
          .filter(Boolean)
          .join(' · '),
      ),
      legend.synthetic && el('p', {}, el('span', { class: 'synthetic' }, t('synthetic.badge'))),
    );
  }
  return { element, update };
}

function conditionsInWords(view, base) {
  const nameOf = (name, code) => (name === 'station' ? (base.stations.find((each) => each.code === code)?.names[currentLanguage()] ?? code) : t(`${name}.${code}`));
  const parts = LIST_FILTERS.filter((name) => view[name].length > 0).map((name) => `${t(name)}: ${view[name].map((code) => nameOf(name, code)).join(', ')}`);
  if (view.persons) parts.push(`${t('conditions.persons')}: ${view.persons.replace('/..', '+').replace('/', '–')}`);
  if (view.stretch) parts.push(formatStretch(view.stretch.fromKm, view.stretch.toKm));
  return parts.length === 0 ? t('print.noConditions') : `${parts.join('; ')}.`;
}
