/** The density of the period beside that of the same period a year earlier: two heats in the same classes. */

import { get, urlOf } from '../../api.js';
import { t } from '../../i18n/index.js';
import { createHeat } from '../../map/heat.js';
import { periodName } from '../../panels/period.js';
import { heatQuery, periodOf } from '../../query.js';
import { themeInForce } from '../../theme.js';
import { yearBefore } from '../../time.js';

/** What decides on both pictures, to tell whether a change of the view changes them. */
export const densityQuestion = (view, extent) => urlOf('', heatQuery(view, periodOf(view, extent)));

/**
 * The two sides for a view, the earlier first: `{name, detail, show(pane), select(id), at(point), redraw(), remove()}`. Both follow the scale of the
 * period's own legend, so that a colour means the same left and right. `hears`: `{onBusy(boolean), onError(problem)}`.
 */
export async function densitySides(map, view, extent, hears, signal) {
  const now = periodOf(view, extent);
  const periods = [yearBefore(now), now];
  const legends = await Promise.all(periods.map((period) => get('/api/maps/heat/legend', { query: { ...heatQuery(view, period, themeInForce()), zoom: Math.round(map.getZoom()) }, signal })));
  const { scale } = legends[1];
  const sides = periods.map((period, i) => side(map, { ...heatQuery(view, period, themeInForce()), scale }, { name: periodName(period), detail: t('legend.n', { count: legends[i].n }) }, hears));
  return { sides, legends };
}

function side(map, query, words, hears) {
  let heat = null;
  const show = (pane) => {
    heat = createHeat(map, { pane, ...hears });
    heat.show(query);
  };
  return { ...words, show, select: () => {}, redraw: () => {}, at: () => null, remove: () => heat?.hide() };
}
