/** The heading of the printed sheet: what it shows, under which conditions, by whom, of which data. */

import { el, replaceChildren } from '../dom.js';
import { currentLanguage, formatDateTime, t } from '../i18n/index.js';
import { conditionsInWords } from './conditions-words.js';
import { periodName } from './period.js';
import { periodOfJob } from './runs/times.js';
import { conditionsOfJob } from './runs/words.js';

/** `update(answers, period)` heads the density and the totals, `showResult(result)` the result of an analysis in its place. */
export function createPrintHead({ state, session, base }) {
  const element = el('div', { class: 'print-head', 'aria-hidden': 'true' });

  function update(answers, period) {
    const { legend, view: totals } = answers;
    if (!legend || !totals) return;
    const sums = t('print.totals', { detections: totals.detections, persons: totals.persons });
    write(`${legend.title[currentLanguage()]}, ${periodName(period)}`, [`${sums} ${conditionsInWords(state.get(), base)}`], legend.dataVersion, legend.synthetic);
  }

  /** `job` and `legend` as the analysis gives it. What is printed beside the map belongs to the period of the result. */
  function showResult(job, legend) {
    const made = t('print.made', { requester: job.requester ?? '', time: formatDateTime(job.finished) });
    write(`${legend.title} (${legend.unit}), ${periodOfJob(job)}`, [conditionsOfJob(job, base), `${legend.method}. ${made}`], job.dataVersion, job.synthetic);
  }

  function write(title, lines, version, synthetic) {
    const unit = currentLanguage() === 'en' ? session.unit?.nameEn : session.unit?.nameVi;
    const by = t('print.by', { account: session.account, time: formatDateTime(new Date()) });
    replaceChildren(
      element,
      el('h1', {}, title),
      lines.map((line) => el('p', {}, line)),
      el('p', {}, [unit, by, t('print.version', { version }), `Borderwatch ${session.software ?? ''}`].filter(Boolean).join(' · ')),
      synthetic && el('p', {}, el('span', { class: 'synthetic' }, t('synthetic.badge'))),
    );
  }
  return { element, update, showResult };
}
