/** Processes and jobs as the server offers them (OGC API Processes). */

import { get, getBlob, send } from '../api.js';

const LISTED = 50;

/** Starts a process that goes on by itself; answers the status of its job. */
export async function execute(processId, inputs) {
  const { body } = await send('POST', `/api/processes/${processId}/execution`, { json: { inputs }, headers: { Prefer: 'respond-async' } });
  return body;
}

/** The latest jobs of some processes that the caller may see, the newest first. */
export async function listJobs(processes, signal) {
  const { jobs } = await get('/api/jobs', { query: { processID: processes, limit: LISTED }, signal });
  return jobs;
}

export const jobStatus = (id, signal) => get(`/api/jobs/${id}`, { signal });

/** What came of a job, in the form that the page reads. Features that have no id of their own are called by their place. */
export async function jobResult(id, signal) {
  const document = await get(`/api/jobs/${id}/results`, { signal, accept: 'application/json, application/geo+json' });
  document.features?.forEach((feature, i) => (feature.id ??= String(i + 1)));
  return document;
}

/** The result in another form, as a file. */
export const jobFile = (id, mediaType) => getBlob(`/api/jobs/${id}/results`, { accept: mediaType });

/** Cancels a job that runs, forgets one that has ended. */
export const dismissJob = (id) => send('DELETE', `/api/jobs/${id}`);

/** The same inputs again, on the data as they are now; answers the status of the new job. */
export async function restartJob(id) {
  const { body } = await send('POST', `/api/jobs/${id}/restart`);
  return body;
}

/** A job that was cancelled takes a moment to stop, and may leave the best that it had: it has ended when it says so. */
export const hasEnded = ({ status, finished }) => (status === 'dismissed' ? Boolean(finished) : !['accepted', 'running'].includes(status));
