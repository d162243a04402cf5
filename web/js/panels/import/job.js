/** One import as the server runs it: the upload, then a job to follow, then its result. Knows no page. */
const FIRST_LOOK_MS = 150;
const LOOK_EVERY_MS = 600;

/** The job ended without a result; `message` is the server's sentence about the file. */
export class ImportFailed extends Error {}

/**
 * Sends `file` to `collection` and follows the job to its end. Resolves to `{jobId, result}`.
 *
 * @param api the page's only way to the server
 * @param mediaTypeOf answers the media type of a file by its name
 * @param options what else the import is told, by the names of its query; a choice that is off is left out
 * @param onProgress called with `{phase: 'sending' | 'working', percent}`
 * @param signal aborting it stops the upload, or the job on the server
 */
export async function runImport(api, file, { collection, mediaTypeOf, dryRun, options = {}, signal, onProgress = () => {} }) {
  const { body: job } = await api.send('POST', `/api/collections/${collection}/import`, {
    query: { dryRun: dryRun || null, ...Object.fromEntries(Object.entries(options).map(([name, on]) => [name, on || null])) },
    body: file,
    headers: { 'Content-Type': mediaTypeOf(file.name) },
    signal,
    onProgress: (fraction) => onProgress({ phase: 'sending', percent: Math.floor(fraction * 100) }),
  });
  try {
    await follow(api, job, signal, onProgress);
  } catch (error) {
    if (signal?.aborted) await cancel(api, job.jobID);
    throw error;
  }
  return { jobId: job.jobID, result: await api.get(`/api/jobs/${job.jobID}/results`, { signal }) };
}

async function follow(api, first, signal, onProgress) {
  let job = first;
  for (let wait = FIRST_LOOK_MS; job.status === 'accepted' || job.status === 'running'; wait = LOOK_EVERY_MS) {
    onProgress({ phase: 'working', percent: Math.floor(job.progress ?? 0) });
    await pause(wait, signal);
    job = await api.get(`/api/jobs/${first.jobID}`, { signal });
  }
  if (job.status === 'dismissed') throw new DOMException('The import was cancelled', 'AbortError');
  if (job.status === 'failed') throw new ImportFailed(job.message ?? '');
}

/** The job may have ended meanwhile, or the server may be gone: either way there is nothing left to cancel. */
function cancel(api, jobId) {
  return api.send('DELETE', `/api/jobs/${jobId}`).catch(() => null);
}

function pause(milliseconds, signal) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    const stop = () => {
      clearTimeout(timer);
      reject(new DOMException('The import was cancelled', 'AbortError'));
    };
    if (signal?.aborted) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });
}
