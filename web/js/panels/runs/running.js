/** Jobs that run now: how far, what they do, how long still, and a way to cancel. */

import { hasEnded } from '../../analysis/jobs.js';
import { createEstimates, roundedTime } from '../../analysis/remaining.js';
import { el, replaceChildren } from '../../dom.js';
import { currentLanguage, t } from '../../i18n/index.js';
import { inLanguage } from '../../message.js';
import { titleOf } from './words.js';

/** What is done sooner than this never shows a bar. */
const PATIENCE_MS = 300;

/** `deeds.cancel(job)`; `className` of the section. `update(jobs)` takes the whole list; `stop()` when the page goes. */
export function createRunning({ cancel }, className = 'running') {
  const list = el('ul', { class: 'jobs' });
  const element = el('section', { class: className, hidden: true, 'aria-label': t('running') }, el('h2', {}, t('running')), list);
  const estimates = createEstimates();
  const rows = new Map();
  const since = new Map();
  let timer = 0;
  let known = [];

  function update(jobs) {
    known = jobs.filter((job) => !hasEnded(job));
    show();
  }

  function show() {
    clearTimeout(timer);
    const now = Date.now();
    for (const job of known) if (!since.has(job.jobID)) since.set(job.jobID, now);
    const waiting = known.filter((job) => now - since.get(job.jobID) < PATIENCE_MS);
    const shown = known.filter((job) => !waiting.includes(job));
    if (waiting.length > 0) timer = setTimeout(show, PATIENCE_MS);
    for (const id of [...rows.keys()].filter((each) => !shown.some(({ jobID }) => jobID === each))) {
      rows.delete(id);
      since.delete(id);
      estimates.forget(id);
    }
    for (const job of shown) {
      if (!rows.has(job.jobID)) rows.set(job.jobID, createRow(job, cancel));
      rows.get(job.jobID).update(job, estimates.left(job, now));
    }
    element.hidden = shown.length === 0;
    const elements = shown.map((job) => rows.get(job.jobID).element);
    // Rows that stay are not moved, so that the focus on a button stays too.
    if (elements.length !== list.children.length || elements.some((each, i) => each !== list.children[i])) replaceChildren(list, elements);
  }
  return { element, update, stop: () => clearTimeout(timer) };
}

function createRow(job, cancel) {
  const title = titleOf(job);
  const bar = el('progress', { max: 100, 'aria-label': title });
  const state = el('small', {});
  const button = el('button', { type: 'button', class: 'text-button', 'aria-label': `${t('cancel')}: ${title}` }, t('cancel'));
  button.addEventListener('click', () => {
    button.disabled = true;
    // A second order would forget the job, and the best that it leaves.
    cancel(job).catch(() => (button.disabled = false));
  });
  const element = el('li', {}, el('span', {}, title), button, bar, state);

  function update({ status, progress, message }, left) {
    if (status === 'dismissed') button.disabled = true;
    if (status === 'accepted') bar.removeAttribute('value');
    else bar.value = progress ?? 0;
    state.textContent = [status === 'accepted' ? t('running.waiting') : inLanguage(message ?? '', currentLanguage()), left !== null && leftWords(left)].filter(Boolean).join(' · ');
  }
  return { element, update };
}

/** `còn khoảng 35 giây`. */
export function leftWords(milliseconds) {
  const [unit, count] = roundedTime(milliseconds);
  return t(`running.left.${unit}`, { count });
}
