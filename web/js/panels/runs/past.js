/** Runs that have ended: what was asked, when, by whom and how it went; to open, run again, compare, take away or forget. */

import { hasEnded } from '../../analysis/jobs.js';
import { analysisOfProcess } from '../../analysis/views.js';
import { el, icon, replaceChildren } from '../../dom.js';
import { currentLanguage, t } from '../../i18n/index.js';
import { inLanguage } from '../../message.js';
import { openDownloads } from './downloads.js';
import { periodOfJob, tookWords, whenWords } from './times.js';
import { titleOf } from './words.js';

/** More than these wait behind a button. */
const FIRST = 5;

/** `deeds`: `{open(job), again(job), compare(a, b) or null, forget(job), mayForget(job)}`. `update(jobs, {shownId})` takes the whole list. */
export function createPastRuns(deeds) {
  const count = el('b', {});
  const list = el('ul', { class: 'jobs' });
  const more = el('button', { type: 'button', class: 'text-button', onclick: () => showAll() });
  const fold = el('details', { class: 'filter past-runs' }, el('summary', {}, el('span', {}, t('past')), count, icon('down', 14)), list, more);
  const element = el('section', { hidden: true }, fold);
  let all = false;
  /** The job that waits for another of its kind to be compared with. */
  let marked = null;
  let shown = { jobs: [], shownId: null };

  function showAll() {
    all = true;
    draw();
  }

  function mark(job) {
    if (marked?.jobID === job.jobID) marked = null;
    else if (marked === null) marked = job;
    else {
      deeds.compare(marked.jobID, job.jobID);
      marked = null;
    }
    draw();
  }

  function update(jobs, { shownId }) {
    shown = { jobs: jobs.filter(hasEnded), shownId };
    draw();
  }

  function draw() {
    const { jobs, shownId } = shown;
    if (!jobs.some(({ jobID }) => jobID === marked?.jobID)) marked = null;
    const visible = all ? jobs : jobs.slice(0, FIRST);
    element.hidden = jobs.length === 0;
    count.textContent = String(jobs.length);
    more.hidden = visible.length === jobs.length;
    more.textContent = t('past.more', { count: jobs.length - visible.length });
    const focused = [...list.querySelectorAll('button')].indexOf(document.activeElement);
    replaceChildren(list, visible.map((job) => row(job, { deeds, isShown: job.jobID === shownId, marked, mark })));
    if (focused >= 0) list.querySelectorAll('button')[focused]?.focus({ preventScroll: true });
  }
  return { element, update };
}

function row(job, { deeds, isShown, marked, mark }) {
  const analysis = analysisOfProcess(job.processID);
  const good = job.status === 'successful';
  const title = titleOf(job);
  const settings = analysis.wordsOf(job.inputs ?? {});
  const isMarked = marked?.jobID === job.jobID;
  const isComparable = marked === null || marked.processID === job.processID;
  const head = el('span', { class: 'job-head' }, el('span', {}, title), isShown && el('span', { class: 'done' }, icon('check', 14), t('past.shown')));
  const act = (name, key, onclick, attributes = {}) => el('button', { type: 'button', class: 'ghost small', 'aria-label': `${t(key)}: ${title}`, title: t(key), onclick, ...attributes }, icon(name, 16));
  return el(
    'li',
    { class: isShown ? 'shown' : null },
    good ? el('button', { type: 'button', class: 'row-button', 'aria-pressed': String(isShown), onclick: () => deeds.open(job) }, head, lines(job, settings)) : el('div', {}, head, lines(job, settings)),
    el(
      'div',
      { class: 'job-acts' },
      act('repeat', 'past.again', () => deeds.again(job)),
      good && deeds.compare && isComparable && act('compare', marked && !isMarked ? 'past.compareWith' : 'past.compare', () => mark(job), { 'aria-pressed': String(isMarked) }),
      good && act('download', 'past.download', () => openDownloads(job)),
      deeds.mayForget(job) && act('bin', 'past.forget', () => deeds.forget(job)),
    ),
  );
}

function lines(job, settings) {
  const state = job.status === 'failed' ? `${t('past.failed')}: ${inLanguage(job.message ?? '', currentLanguage())}` : job.status === 'dismissed' ? t('past.dismissed') : null;
  return [
    el('small', {}, [periodOfJob(job), settings].filter(Boolean).join(' · ')),
    el('small', {}, [whenWords(job.finished ?? job.created), tookWords(job), job.requester].filter(Boolean).join(' · ')),
    state && el('small', { class: job.status === 'failed' ? 'bad' : null }, state),
    job.status === 'successful' && job.current === false && el('small', { class: 'changed' }, t('past.changed')),
  ];
}
