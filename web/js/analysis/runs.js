/** Analyses, those of the account and those that it may see: which run and which have ended. One list for every part of the page. */

import { followJob } from './follow.js';
import { hasEnded } from './jobs.js';

const UNDO_MS = 10_000;

/**
 * `client`: the functions of jobs.js; `processes`: ids of those that the page can show; `isMine(job)`; `onChange()` after each
 * change of the list, `onEnd(job)` once when a job that was followed has ended, `onError(problem)` when the list can't be had.
 */
export function createRuns({ client, processes, isMine, onChange, onEnd, onError }) {
  const jobs = new Map();
  const followed = new Set();
  const going = new Map();
  const leaving = new AbortController();

  const list = () => [...jobs.values()].filter((job) => processes.includes(job.processID) && !going.has(job.jobID)).sort((a, b) => (a.created < b.created ? 1 : -1));

  function put(job) {
    jobs.set(job.jobID, job);
    onChange();
    return job;
  }

  function drop(id) {
    jobs.delete(id);
    onChange();
  }

  /** Asks for the whole list, and follows what the account itself has running. */
  async function refresh() {
    try {
      const found = await client.listJobs(processes, leaving.signal);
      const ids = new Set(found.map((job) => job.jobID));
      for (const id of jobs.keys()) if (!ids.has(id) && !followed.has(id)) jobs.delete(id);
      for (const job of found) jobs.set(job.jobID, job);
      onChange();
      list().filter((job) => isMine(job) && !hasEnded(job)).forEach(follow);
    } catch (problem) {
      if (!leaving.signal.aborted) onError(problem);
    }
  }

  async function follow(job) {
    if (followed.has(job.jobID)) return;
    followed.add(job.jobID);
    try {
      const last = await followJob(job, { read: client.jobStatus, onStatus: put, signal: leaving.signal });
      put(last);
      onEnd(last);
    } catch (problem) {
      if (!leaving.signal.aborted) drop(job.jobID);
    } finally {
      followed.delete(job.jobID);
    }
  }

  function begun(job) {
    put(job);
    follow(job);
    return job;
  }

  const run = async (processId, inputs) => begun(await client.execute(processId, inputs));
  const again = async (id) => begun(await client.restartJob(id));

  /** The job leaves the list at once and the server after a while: until then `undo()` of the answer brings it back. */
  function forget(id) {
    const deed = async () => {
      going.delete(id);
      jobs.delete(id);
      await client.dismissJob(id).catch((problem) => problem.status === 404 || onError(problem));
    };
    const timer = setTimeout(deed, UNDO_MS);
    going.set(id, () => {
      clearTimeout(timer);
      return deed();
    });
    onChange();
    return function undo() {
      clearTimeout(timer);
      going.delete(id);
      onChange();
    };
  }

  /** Whoever leaves follows no more; the jobs themselves go on. */
  function stop() {
    leaving.abort();
    for (const deed of [...going.values()]) deed();
  }

  return { list, get: (id) => jobs.get(id), put, watch: follow, refresh, run, again, forget, cancel: (id) => client.dismissJob(id), stop };
}
