/** How long a job may still take. Pure; only this device's clock is used, as the server's may differ. */

/** Below this share nothing can be said yet. */
const LEAST_PERCENT = 2;
const LEAST_MS = 1500;

/**
 * Remembers the first look at each job, and at each part of its work, as every part has a pace of its own: the message of a
 * job names the part, besides numbers. `left(job, now)` is the time left in milliseconds, or null when too little has been
 * seen: the pace since that look goes on.
 */
export function createEstimates() {
  const first = new Map();

  function left({ jobID, status, progress, message }, now) {
    if (status !== 'running') return null;
    const part = message?.replace(/\d+/g, '');
    const seen = first.get(jobID);
    const isNew = !seen || seen.part !== part;
    if (isNew) first.set(jobID, { at: now, progress, part });
    if (isNew || now - seen.at < LEAST_MS || progress - seen.progress < LEAST_PERCENT) return null;
    return ((100 - progress) * (now - seen.at)) / (progress - seen.progress);
  }

  return { left, forget: (id) => first.delete(id) };
}

/** Rounded as people say it: `['seconds', 35]`, `['minutes', 4]`, or `['soon']` below ten seconds. */
export function roundedTime(milliseconds) {
  const seconds = milliseconds / 1000;
  if (seconds < 10) return ['soon'];
  if (seconds < 90) return ['seconds', 5 * Math.round(seconds / 5)];
  return ['minutes', Math.round(seconds / 60)];
}
