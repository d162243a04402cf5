/** The same question a year earlier, for a result that is to be compared with it. */

import { yearBefore } from '../../time.js';
import { followJob } from '../follow.js';
import { sameInputs } from '../inputs.js';
import { execute, jobStatus, listJobs } from '../jobs.js';

/** The inputs of a job with the period a year earlier; null when it has no period of days. Pure. */
export function inputsYearBefore(inputs) {
  const [from, to] = /^(\d{4}-\d{2}-\d{2})\/(\d{4}-\d{2}-\d{2})$/.exec(inputs?.filter?.datetime ?? '')?.slice(1) ?? [];
  if (!from) return null;
  const before = yearBefore({ from, to });
  return { ...inputs, filter: { ...inputs.filter, datetime: `${before.from}/${before.to}` } };
}

/** The id of a job that answers `job`'s question a year earlier: one that has ended well, or a new one. Null when that fails. */
export async function askYearBefore({ processID, inputs }, signal) {
  const wanted = inputsYearBefore(inputs);
  const answers = (job) => job.status === 'successful' && job.current !== false && sameInputs(job.inputs ?? {}, wanted);
  const known = (await listJobs([processID], signal)).find(answers);
  if (known) return known.jobID;
  const last = await followJob(await execute(processID, wanted), { read: jobStatus, signal });
  return last.status === 'successful' ? last.jobID : null;
}
