/** What the panel at the left has for analyses: the choice of view, its settings with the run button, and the runs. */

import { el, replaceChildren } from '../dom.js';
import { t } from '../i18n/index.js';
import { segmented } from './fields.js';
import { createPastRuns } from './runs/past.js';
import { createRunning } from './runs/running.js';

/**
 * `deeds`: `{tabs, refused, choose(view), run(), cancel(job), open(job), again(job), compare(a, b) or null, forget(job)}`: `tabs` are `[[view, title]]`, `refused` the words for
 * whom may run none. The parts are
 * `views`, `method`, `running` (`chip` over the map of a phone) and `past`; `update(view)` shows the state, `showMethod(controls)` the fields of the view in
 * force, `showAdvice(advice)` what the run button says, `showProblem(problem, words)` an error at its field.
 */
export function createAnalysisPanel({ session }, deeds) {
  const isMine = ({ requester }) => requester === session.account;
  const mayForget = (job) => isMine(job) || session.role === 'admin';
  const mayRun = session.can('run-analyses');
  const choice = segmented(t('view'), deeds.tabs, deeds.choose);
  const views = mayRun ? choice.element : el('p', { class: 'muted small' }, deeds.refused);
  const fields = el('div', {});
  const button = el('button', { type: 'button', class: 'button primary wide', onclick: () => deeds.run() }, t('run'));
  const advice = el('p', { class: 'run-advice' });
  const failure = el('p', { class: 'field-error', role: 'alert' });
  const method = el('div', { class: 'run-method', hidden: true }, fields, failure, advice, button);
  const running = createRunning(deeds);
  const chip = createRunning(deeds, 'running running-chip');
  const past = createPastRuns({ ...deeds, mayForget });
  let controls = null;

  function showMethod(next) {
    controls = next;
    method.hidden = !next;
    replaceChildren(fields, next?.element);
    clearProblem();
  }

  function update(view) {
    choice.update(view.view);
    controls?.update(view);
  }

  /** `text` or null; `action` is the word of the button, or null when there is nothing to run; `stale` speaks of what is shown. */
  function showAdvice({ text, action, busy, stale }) {
    advice.textContent = text ?? '';
    advice.hidden = !text;
    advice.classList.toggle('stale', Boolean(stale));
    button.hidden = !action;
    button.disabled = busy;
    button.textContent = action ?? '';
  }

  function clearProblem() {
    for (const place of [failure, ...fields.querySelectorAll('.field-error')]) place.textContent = '';
    for (const field of fields.querySelectorAll('[aria-invalid]')) field.removeAttribute('aria-invalid');
  }

  /** At the field that the server names, else above the button. */
  function showProblem(parameter, words) {
    clearProblem();
    const box = parameter && fields.querySelector(`[data-parameter="${CSS.escape(parameter)}"]`);
    (box?.querySelector('.field-error') ?? failure).textContent = words;
    const input = box?.querySelector('input, select');
    input?.setAttribute('aria-invalid', 'true');
    input?.focus();
  }

  function stop() {
    running.stop();
    chip.stop();
  }

  const showRuns = (jobs, shownId) => {
    running.update(jobs.filter(isMine));
    chip.update(jobs.filter(isMine));
    past.update(jobs, { shownId });
  };

  return { views, method, running: running.element, chip: chip.element, past: past.element, mayRun, update, showMethod, showAdvice, clearProblem, showProblem, showRuns, stop };
}
