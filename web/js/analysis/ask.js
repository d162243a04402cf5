/** A question on the side: a process run to its end, which leaves no run in anybody's list. */

import { Problem } from '../api.js';
import { currentLanguage } from '../i18n/index.js';
import { inLanguage } from '../message.js';
import { followJob } from './follow.js';
import { dismissJob, execute, jobResult, jobStatus } from './jobs.js';

/** The job of a process run to its end; throws a Problem when it has no result. Whoever asks dismisses it. */
export async function finishedJob(processId, inputs) {
  const last = await followJob(await execute(processId, inputs), { read: jobStatus });
  if (last.status !== 'successful') throw new Problem({ type: '/problems/bad-body', title: 'The run failed', status: 422, detail: inLanguage(last.message ?? '', currentLanguage()) });
  return last;
}

/** The result of a process; throws a Problem when it has none. */
export async function answerOf(processId, inputs) {
  const { jobID } = await finishedJob(processId, inputs);
  const document = await jobResult(jobID);
  dismissJob(jobID).catch(() => {});
  return document;
}
