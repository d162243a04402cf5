/** The time that an analysis over time looks at: it ends with the period, and begins as far back as is wished. Pure. */

import { addDays, addMonths, daysBetween } from '../time.js';

/** `span` as in settings.js; never before the first day of the data. */
export function spanOf(span, period, extent) {
  if (span === 'period') return { from: period.from, to: period.to };
  const months = /^P(\d+)M$/.exec(span);
  const wished = months ? addMonths(addDays(period.to, 1), -Number(months[1])) : extent.from;
  const from = wished < extent.from ? extent.from : wished;
  // A period that ends before the data begin has nothing to look back to.
  return { from: from > period.to ? period.from : from, to: period.to };
}

/**
 * How many steps a span can hold at most. The server takes the whole ones among them; being told an upper bound, it claims no
 * more memory than they need.
 */
export function mostSteps({ from, to }, step) {
  const [, count, unit] = /^P(\d+)([DM])$/.exec(step);
  if (unit === 'D') return Math.max(1, Math.floor(daysBetween(from, to) / Number(count)));
  const months = (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7)) + 1;
  return Math.ceil(months / Number(count));
}
