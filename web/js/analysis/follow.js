/** Follows a job to its end: often at first, as most end at once, then seldom; not at all while nobody looks. */

import { hasEnded } from './jobs.js';

const PAUSES_MS = [60, 90, 150, 250, 400, 600, 900, 1300];
const CALM_MS = 2000;

/** The pause before the look number `round`, from 0. */
export const pauseBefore = (round) => PAUSES_MS[round] ?? CALM_MS;

/**
 * Resolves to the last status of `job`. `read(id, signal)` asks for it, `onStatus(job)` hears each. A look that fails is
 * taken again later, unless the job is gone. `page` is the document, `wait(milliseconds, signal)` a pause.
 */
export async function followJob(job, { read, onStatus = () => {}, signal, page = document, wait = pause }) {
  let known = job;
  for (let round = 0; !hasEnded(known); round++) {
    await wait(pauseBefore(round), signal);
    if (page.hidden) await shown(page, signal);
    try {
      known = await read(job.jobID, signal);
      onStatus(known);
    } catch (problem) {
      if (signal?.aborted || [401, 403, 404, 410].includes(problem.status)) throw problem;
    }
  }
  return known;
}

function pause(milliseconds, signal) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    onAbort(signal, reject, () => clearTimeout(timer));
  });
}

function shown(page, signal) {
  return new Promise((resolve, reject) => {
    const look = () => {
      if (page.hidden) return;
      page.removeEventListener('visibilitychange', look);
      resolve();
    };
    page.addEventListener('visibilitychange', look);
    onAbort(signal, reject, () => page.removeEventListener('visibilitychange', look));
  });
}

function onAbort(signal, reject, cleanUp) {
  const stop = () => {
    cleanUp();
    reject(new DOMException('Nobody follows the job any more', 'AbortError'));
  };
  if (signal?.aborted) stop();
  else signal?.addEventListener('abort', stop, { once: true });
}
