/** What can be taken away: layers, and results of analyses. Pure. */

import { conditions, fullQuery } from '../query.js';
import { layerOf, STATUSES } from '../routes/register/statuses.js';
import { dayOf, timeOfDay } from '../time.js';

/** Layers in the order of the list. `needs`: what an account must also be allowed to read. */
const LAYERS = [
  { id: 'routes', needs: 'read-routes', queryOf: (view) => ({ synthetic: view.synthetic, status: shownStatuses(view) }) },
  { id: 'network', needs: 'read-layers', queryOf: ({ synthetic }) => ({ synthetic }) },
  { id: 'network-features', needs: 'read-layers', queryOf: ({ synthetic }) => ({ synthetic }) },
  { id: 'detections', needs: 'read-detections', queryOf: fullQuery, filtered: true },
  { id: 'gates', needs: 'read-layers', queryOf: () => ({}) },
  { id: 'stations', needs: 'read-layers', queryOf: () => ({}) },
  { id: 'border', needs: 'read-layers', queryOf: () => ({}) },
];

/** Processes whose results are features, by what their files are called. */
export const RESULT_FILES = Object.freeze({ 'key-segments': 'key-segments', 'alternative-routes': 'alternative-routes', reachability: 'reachability', 'patrol-areas': 'patrol-areas', 'patrol-roster': 'patrol-roster', hotspots: 'hotspots', trends: 'trends', clusters: 'clusters' });

/**
 * The contents that an account may choose among, layers first: `{id, kind, path, query, file, allowed, filtered, job}`. `jobs` as the
 * server lists them, of which only one's own can be taken away; `period` is the one in force. What an account may read but not take away is listed with `allowed` false, so
 * that the dialog can say why.
 */
export function contentsOf(session, { view, period, jobs }) {
  const layers = LAYERS.filter(({ needs }) => session.can(needs)).map(({ id, queryOf, filtered = false }) => ({
    id,
    kind: 'layer',
    path: `/api/collections/${id}/export`,
    query: queryOf(view, period),
    file: id,
    allowed: session.can('export'),
    filtered: filtered && Object.keys(conditions(view)).some((name) => name !== 'synthetic'),
  }));
  const results = jobs.filter(({ status, processID, requester }) => status === 'successful' && processID in RESULT_FILES && requester === session.account).map((job) => ({
    id: `job:${job.jobID}`,
    kind: 'result',
    path: `/api/jobs/${job.jobID}/export`,
    query: {},
    file: RESULT_FILES[job.processID],
    allowed: session.can('export-results'),
    filtered: false,
    job,
  }));
  return [...layers, ...results];
}

/** The content that the dialog opens with: the one asked for, else the first that may be taken away, else the first. */
export const firstOf = (contents, asked) => contents.find(({ id }) => id === asked) ?? contents.find(({ allowed }) => allowed) ?? contents[0] ?? null;

/** When a result was made, as the list says it: the clock for today, else the day. */
export const momentOf = (job, now) => {
  const time = job.finished ?? job.created;
  return dayOf(time) === dayOf(now) ? timeOfDay(time) : dayOf(time);
};

/** The statuses that are shown, or null when all are. */
function shownStatuses({ hidden }) {
  const shown = STATUSES.filter((status) => !hidden.includes(layerOf(status)));
  return shown.length === STATUSES.length || shown.length === 0 ? null : shown;
}
