/** The time that the data covers. */

import { dayOf, halfYearOf } from './time.js';

/** Asks for the time that the data of the view's kind covers; the server decides where the view leaves the kind open. */
export const askExtent = (get, { synthetic }) => get('/api/summary/extent', synthetic === null ? {} : { query: { synthetic } });

/**
 * `document`: `/api/summary/extent`. Without data the extent is the present half-year and `empty` is true, so that the
 * page has its axes and can say what would be here.
 */
export function readExtent(document, now = new Date()) {
  const { realDetections, syntheticDetections } = document;
  const empty = !document.from || !document.to;
  const { from, to } = empty ? halfYearOf(dayOf(now)) : document;
  return Object.freeze({ from, to, empty, realDetections, syntheticDetections });
}

/** True when the page has to be laid out anew: other ends, or the first detection of a kind. */
export function differs(a, b) {
  return a.from !== b.from || a.to !== b.to || a.empty !== b.empty || a.realDetections > 0 !== b.realDetections > 0 || a.syntheticDetections > 0 !== b.syntheticDetections > 0;
}
