/** How current the server's numbers are: `/api/data`, asked again and again while somebody looks at the page. */

const CALM_MS = 5_000;
const EAGER_MS = 1_000;

/** After a hint that something is wrong, the server may take some seconds to notice it too. */
const HINT_MS = 10_000;

/** Before the first answer. `state`: `unknown`, `loading`, `current` or `stale`; `since` is an ISO time while stale. */
export const UNKNOWN = Object.freeze({ state: 'unknown', loaded: 0, total: 0, since: null, dataVersion: null });

export const askFreshness = (get, signal) => get('/api/data', { signal });

/**
 * What is known after the question itself failed. When not even the gate could ask the database, it is away; anything
 * else, such as a network that is gone, says nothing about the data.
 */
export function afterFailure(known, problem, now = new Date()) {
  if (problem.type !== 'database-away' || known.state === 'stale') return known;
  return { ...known, state: 'stale', since: now.toISOString() };
}

/** How long to wait before asking again. */
export function pauseAfter(known, failed, hinted) {
  return hinted || (!failed && ['loading', 'stale'].includes(known.state)) ? EAGER_MS : CALM_MS;
}

/** What a page has to do about `now`, given what it knew and the version that its pictures were made of. */
export function whatFollows(now, before, shownVersion) {
  const ready = now.state === 'current' && ['loading', 'stale'].includes(before.state);
  const other = now.state === 'current' && Boolean(shownVersion) && now.dataVersion !== shownVersion;
  return { loaded: ready && before.state === 'loading', back: ready && before.state === 'stale', changed: ready || other };
}

/**
 * Asks at once and then again and again; while the page is hidden it pauses. `onAnswer(now, before)` follows each answer.
 * `page` is the document. Answers `{hint(), stop()}`: a hint, such as a refused write, makes it ask at once and often.
 */
export function watchFreshness({ get, onAnswer, page = document }) {
  const ended = new AbortController();
  let known = UNKNOWN;
  let hintedUntil = 0;
  let timer = 0;
  let asking = false;

  async function check() {
    clearTimeout(timer);
    if (asking || page.hidden || ended.signal.aborted) return;
    asking = true;
    const before = known;
    let failed = false;
    try {
      known = await askFreshness(get, ended.signal);
    } catch (problem) {
      failed = true;
      known = afterFailure(before, problem);
    }
    asking = false;
    if (ended.signal.aborted) return;
    if (!failed || known !== before) onAnswer(known, before);
    if (!ended.signal.aborted) timer = setTimeout(check, pauseAfter(known, failed, Date.now() < hintedUntil));
  }

  function hint() {
    hintedUntil = Date.now() + HINT_MS;
    check();
  }

  page.addEventListener('visibilitychange', check, { signal: ended.signal });
  check();
  return {
    hint,
    stop() {
      clearTimeout(timer);
      ended.abort();
    },
  };
}
