// Detections that are saved on this device until the server has them. One storage key an entry, so that two open
// pages never overwrite each other; the client's uuid makes sending one twice harmless.

const PREFIX = 'borderwatch.queue.';
/** Answers after which it is worth trying again later: no network, signed out, too many, or the server is away. */
const LATER = new Set([0, 401, 408, 425, 429, 500, 502, 503, 504]);

/**
 * The queue of one account.
 *
 * @param storage a Storage (localStorage in the page)
 * @param account entries of other accounts on the same device are left alone
 * @param send posts a feature, resolves to the stored feature, rejects with a problem (`status`; none means no network)
 * @param find resolves to the stored feature of an id, rejects with status 404 when there is none
 */
export function openQueue({ storage, account, send, find, onChange = () => {} }) {
  const prefix = `${PREFIX}${account}.`;
  let flushing = null;

  function waiting() {
    const found = [];
    for (let i = 0; i < storage.length; i++) {
      const key = storage.key(i);
      if (key.startsWith(prefix)) found.push(JSON.parse(storage.getItem(key)));
    }
    return found.sort((a, b) => a.savedAt - b.savedAt);
  }

  /** Writes the entry before anything is sent. Throws when the device refuses to store it. */
  function keep(feature, savedAt = Date.now()) {
    storage.setItem(prefix + feature.id, JSON.stringify({ feature, savedAt, refusal: null }));
    onChange(waiting());
  }

  function drop(id) {
    storage.removeItem(prefix + id);
    onChange(waiting());
  }

  /** Sends one entry: `{stored}` when the server has it, `{later: problem}` when it stays here, or rejects when refused. */
  async function deliver(feature) {
    try {
      const stored = await sendOnce(feature);
      drop(feature.id);
      return { stored };
    } catch (problem) {
      if (mayWait(problem)) return { later: problem };
      throw problem;
    }
  }

  async function sendOnce(feature) {
    try {
      return await send(feature);
    } catch (problem) {
      if (problem.status !== 409) throw problem;
      // An earlier attempt may have arrived although its answer did not.
      return find(feature.id).catch((absent) => Promise.reject(absent.status === 404 ? problem : absent));
    }
  }

  async function sendAll() {
    const result = { sent: [], refused: [] };
    for (const entry of waiting().filter((each) => !each.refusal)) {
      try {
        const { stored } = await deliver(entry.feature);
        if (!stored) break;
        result.sent.push(stored);
      } catch (problem) {
        // Kept, with the reason, until somebody mends or discards it.
        storage.setItem(prefix + entry.feature.id, JSON.stringify({ ...entry, refusal: describe(problem) }));
        result.refused.push(entry.feature.id);
        onChange(waiting());
      }
    }
    return result;
  }

  /** Sends all that waits, oldest first; a call during another joins it. */
  function flush() {
    flushing ??= sendAll().finally(() => {
      flushing = null;
    });
    return flushing;
  }

  return { waiting, keep, drop, deliver, flush };
}

/** Whether the entry should stay for a later attempt instead of being shown to the user as wrong. */
export function mayWait(problem) {
  return !problem.status || LATER.has(problem.status);
}

function describe(problem) {
  return { status: problem.status, detail: problem.detail ?? problem.message ?? '', errors: problem.errors ?? [] };
}
