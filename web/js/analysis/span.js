/** The time that an analysis over time looks at: it ends with the period, and begins as far back as is wished. Pure. */

import { addDays, addMonths } from '../time.js';

/** `span` as in settings.js; never before the first day of the data. */
export function spanOf(span, period, extent) {
  if (span === 'period') return { from: period.from, to: period.to };
  const months = /^P(\d+)M$/.exec(span);
  const wished = months ? addMonths(addDays(period.to, 1), -Number(months[1])) : extent.from;
  const from = wished < extent.from ? extent.from : wished;
  // A period that ends before the data begin has nothing to look back to.
  return { from: from > period.to ? period.from : from, to: period.to };
}
