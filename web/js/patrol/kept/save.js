/** Keeping what was just made: areas and roster become a plan that stays. */

import { finishedJob } from '../../analysis/ask.js';
import { dismissJob } from '../../analysis/jobs.js';
import { announce, openDialog } from '../../dialog.js';
import { el } from '../../dom.js';
import { formatDate, t } from '../../i18n/index.js';
import { rosterInputsOf } from '../inputs.js';
import { makePlan } from './requests.js';
import { planProblem } from './words.js';

const LONGEST = 60;

/** `result` as the workbench has it, the roster as the settings draw it; `onKept(plan)`. */
export function openSave({ document: { summary }, job }, settings, { onKept }) {
  const name = el('input', { class: 'input', id: 'plan-name', maxlength: LONGEST, autocomplete: 'off', value: t('kept.save.name', { date: formatDate(summary.from) }) });
  const failure = el('p', { class: 'field-error', role: 'alert' });
  const go = el('button', { type: 'submit', class: 'button primary', form: 'plan-save' }, t('kept.save.do'));
  const form = el('form', { id: 'plan-save', onsubmit: keep }, el('label', { class: 'field-label', for: 'plan-name' }, t('kept.save.label')), name, el('p', { class: 'muted small' }, t('kept.save.note')), failure);
  const dialog = openDialog({ title: t('kept.save.title'), body: form, footer: [el('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, t('cancel')), go] });
  name.select();

  /** The roster on the page was asked on the side; the same seed draws the same again. */
  async function keep(event) {
    event.preventDefault();
    go.disabled = true;
    go.textContent = t('kept.save.waiting');
    failure.textContent = '';
    try {
      const roster = await finishedJob('patrol-roster', rosterInputsOf(job, settings));
      const plan = await makePlan(name.value, job.jobID, roster.jobID);
      dismissJob(roster.jobID).catch(() => {});
      dialog.close();
      announce(t('kept.save.done', { name: plan.name }));
      onKept(plan);
    } catch (problem) {
      failure.textContent = planProblem(problem);
      name.setAttribute('aria-invalid', String(problem.errors?.some(({ field }) => field === 'name') ?? false));
    }
    go.disabled = false;
    go.textContent = t('kept.save.do');
  }
}
