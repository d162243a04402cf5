/** The switch that sets the same period a year earlier beside the one that is looked at. */

import { t } from '../i18n/index.js';
import { periodOf } from '../query.js';
import { daysBetween, yearBefore } from '../time.js';
import { toggle } from './fields.js';

/**
 * `deeds`: `{asked(), shownJob(), beside(job)}`: what the analysis in force asks, or null; its result on the map, or null; and what
 * compares that with one of a year earlier. The switch is there where a year earlier there are data already, and the two
 * periods don't overlap.
 */
export function createBeside({ state, extent }, deeds) {
  const field = toggle({ label: t('compare.yearBefore'), onChoose: choose });

  function choose(on) {
    const job = deeds.shownJob();
    if (!on) state.set({ compare: null });
    else if (state.get().view === 'density') state.set({ compare: 'year-before' });
    else if (job) deeds.beside(job);
  }

  function update(view) {
    const period = periodOf(view, extent);
    const comparable = yearBefore(period).from >= extent.from && daysBetween(period.from, period.to) <= 366;
    // A result of another time than the period, as one that looks back over years, has no year before.
    const isOfPeriod = (inputs) => inputs?.filter?.datetime === `${period.from}/${period.to}`;
    const asked = deeds.asked();
    field.element.hidden = !comparable || (asked !== null && !isOfPeriod(asked));
    // It keeps its place while there is nothing to compare yet, so that nothing below it jumps when there is.
    field.input.disabled = asked !== null && !isOfPeriod(deeds.shownJob()?.inputs);
    field.update(view.compare !== null);
  }
  return { element: field.element, update };
}
