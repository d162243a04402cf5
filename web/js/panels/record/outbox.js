/** The queue of the signed-in account, at work: what waits on this device is sent when there is a network again. */
import { events } from '../../api.js';
import { notice } from '../../dialog.js';
import { t } from '../../i18n/index.js';
import { openQueue } from './queue.js';

export const ITEMS = '/api/collections/detections/items';
const RETRY_MS = 30_000;

let current = null;

/**
 * The outbox of `account`; made once and kept until another account signs in. `refresh()` is called when something was
 * sent. `outbox.queue` holds the entries, `outbox.subscribe(listener)` tells when they change.
 */
export function outboxOf(account, api, refresh) {
  if (current?.account !== account) {
    current?.stop();
    current = startOutbox(account, api, refresh);
  }
  return current;
}

/** Posts a feature as its own new detection; the body is the stored feature. */
export async function postDetection(api, feature) {
  const headers = { 'Content-Type': 'application/geo+json' };
  return (await api.send('POST', ITEMS, { body: JSON.stringify(feature), headers })).body;
}

function startOutbox(account, api, refresh) {
  const listeners = new Set();
  const queue = openQueue({
    storage: localStorage,
    account,
    send: (feature) => postDetection(api, feature),
    find: (id) => api.get(`${ITEMS}/${id}`),
    onChange: (entries) => listeners.forEach((listener) => listener(entries)),
  });

  async function flush() {
    if (!queue.waiting().some((entry) => !entry.refusal)) return;
    const { sent, refused } = await queue.flush();
    if (sent.length > 0) {
      notice(t('record.queued.sent', { count: sent.length }), 'done');
      refresh();
    }
    for (const id of refused) {
      const entry = queue.waiting().find((each) => each.feature.id === id);
      if (entry) notice(t('record.queued.refused', { reason: entry.refusal.detail }), 'bad');
    }
  }

  const timer = setInterval(flush, RETRY_MS);
  const stops = new AbortController();
  addEventListener('online', flush, { signal: stops.signal });
  events.addEventListener('database-back', flush, { signal: stops.signal });
  flush();
  return {
    account,
    queue,
    flush,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop() {
      clearInterval(timer);
      stops.abort();
    },
  };
}
