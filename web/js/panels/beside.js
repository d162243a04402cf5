/** The switch that sets the same period a year earlier beside the one that is looked at. */

import { t } from '../i18n/index.js';
import { periodOf } from '../query.js';
import { daysBetween, yearBefore } from '../time.js';
import { toggle } from './fields.js';

/**
 * `deeds`: `{shownJob(), beside(job)}`: the result on the map or null, and what compares it with that of a year earlier. The
 * switch is there where a year earlier there are data already, and the two periods don't overlap.
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
    const ofPeriod = deeds.shownJob()?.inputs?.filter?.datetime === `${period.from}/${period.to}`;
    field.element.hidden = !comparable || (view.view !== 'density' && !ofPeriod);
    field.update(view.compare !== null);
  }
  return { element: field.element, update };
}
