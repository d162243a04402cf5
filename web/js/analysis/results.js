/** Results that were looked at lately, so that going back to one costs no request. */

const KEPT = 4;

/** `client`: the functions of jobs.js. `load(job, signal)` answers the document of a job that has ended well. */
export function createResults(client) {
  const documents = new Map();

  async function load({ jobID }, signal) {
    const document = documents.get(jobID) ?? (await client.jobResult(jobID, signal));
    documents.delete(jobID);
    documents.set(jobID, document);
    if (documents.size > KEPT) documents.delete(documents.keys().next().value);
    return document;
  }

  return { load };
}
