/** The workbenches of the page, and the way between them: period, filters and the place on the map travel along. */

import { t } from './i18n/index.js';
import { BENCHES, toQuery } from './state.js';

/** In the order of the top bar. A bench whose tools an account may not use is not shown to it. */
const ALL = Object.freeze([
  { id: 'hotspots', icon: 'heat', title: () => t('hotspots'), isFor: () => true },
  { id: 'patrols', icon: 'shield', title: () => t('patrols'), isFor: (session) => session.can('run-analyses') },
  { id: 'routes', icon: 'route', title: () => t('routes'), isFor: (session) => session.can('run-analyses') || session.can('read-routes') },
  { id: 'reports', icon: 'report', title: () => t('reports'), isFor: (session) => session.can('read-outcomes') },
]);

/**
 * `list(session)` are those an account may enter, `linkTo(id)` is the query of one, `open(id)` goes there; each is found again
 * as it was left, with its view and its result.
 */
export function createBenches(state) {
  const left = new Map();

  /** What belongs to one bench alone; all else stays. */
  function patch(id) {
    const { view, job, chosen, compare } = left.get(id) ?? { view: BENCHES[id][0], job: null, chosen: null, compare: null };
    return { bench: id, view, job, chosen, compare, selected: null };
  }

  function open(id) {
    const { bench, view, job, chosen, compare } = state.get();
    if (bench === id) return;
    left.set(bench, { view, job, chosen, compare });
    state.set(patch(id));
  }

  const list = (session) => ALL.filter((bench) => bench.isFor(session));
  const linkTo = (id) => `?${toQuery({ ...state.get(), ...patch(id) })}`;
  return { list, linkTo, open };
}
