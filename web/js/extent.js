/** The time that the data covers. */

import { dayOf, halfYearOf } from './time.js';

/** Asks for the time that the data of the view's kind covers; the server decides where the view leaves the kind open. */
export const askExtent = (get, { synthetic }) => get('/api/summary/extent', synthetic === null ? {} : { query: { synthetic } });

/**
 * `document`: `/api/summary/extent`. Without data the extent is the present half-year and `empty` is true, so that the
 * page has its axes and can say what would be here.
 */
export function readExtent(document, now = new Date()) {
  const { realDetections, syntheticDetections, dataVersion = null } = document;
  const empty = !document.from || !document.to;
  const { from, to } = empty ? halfYearOf(dayOf(now)) : document;
  return Object.freeze({ from, to, empty, loading: false, realDetections, syntheticDetections, dataVersion });
}

/** What stands in its place until the server has read its data. */
export function extentWhileLoading(now = new Date()) {
  const { from, to } = halfYearOf(dayOf(now));
  return Object.freeze({ from, to, empty: false, loading: true, realDetections: 0, syntheticDetections: 0 });
}

/** True when the counts by now are of other data than the extent, which was asked for before the server had caught up. */
export const isOlder = ({ loading, dataVersion }, now) => !loading && Boolean(dataVersion) && now.state === 'current' && now.dataVersion !== dataVersion;

/** Whether what is looked at is made up: by choice, or as there is nothing else. */
export const isSynthetic = ({ synthetic }, { realDetections, syntheticDetections }) => synthetic ?? (realDetections === 0 && syntheticDetections > 0);

/** True when the page has to be laid out anew: the first detection of all, or of a kind, so that there is a choice of kinds. */
export function needsNewLayout(next, before) {
  const hasBoth = (extent) => extent.realDetections > 0 && extent.syntheticDetections > 0;
  if (before.loading) return next.empty || hasBoth(next);
  return next.empty !== before.empty || next.realDetections > 0 !== before.realDetections > 0 || next.syntheticDetections > 0 !== before.syntheticDetections > 0;
}
