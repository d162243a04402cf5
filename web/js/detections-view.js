/** Single detections in the planner: shown from zoom 13 to those who may see them, chosen, corrected, deleted. */

import { get, isAbort, send } from './api.js';
import { notice } from './dialog.js';
import { t } from './i18n/index.js';
import { createDetections, DETECTION_ZOOM } from './map/detections.js';
import { story } from './panels/story.js';
import { fullQuery } from './query.js';

/** `tools`: `{state, session, base, answer, report, edit(feature), refresh(), isAway(), onNote()}`: whether the database is away; `note()` may be another. */
export function createDetectionsView(map, { state, session, base, answer, report, edit, refresh, isAway, onNote }) {
  const layer = createDetections(map, { pane: 'detections' });
  const mayRead = session.can('read-detections');
  let missing = false;
  let waiting = false;
  let round = 0;
  const isShowing = () => mayRead && map.getZoom() >= DETECTION_ZOOM;

  /** The record form is waiting for a position: clicks are its own. */
  const isPlacing = () => map.getContainer().classList.contains('is-placing');

  map.on('click', (event) => {
    if (!isShowing() || isPlacing()) return;
    const found = layer.at(event.containerPoint);
    state.set({ selected: found?.id ?? null });
  });

  async function update(period) {
    const own = ++round;
    let problem = null;
    waiting = true;
    if (!isShowing()) layer.clear();
    else await layer.load(fullQuery(state.get(), period)).catch((error) => (problem = error));
    if (problem && !isAbort(problem)) report(problem);
    if (own !== round) return;
    waiting = false;
    missing = problem?.type === 'database-away';
    layer.select(state.get().selected);
    onNote();
  }

  function note() {
    if (map.getZoom() < DETECTION_ZOOM) return null;
    if (!mayRead) return t('map.heatOnly');
    return missing || (waiting && isAway()) ? t('map.detectionsAway') : null;
  }

  async function select(id) {
    layer.select(id);
    if (!id || !mayRead) return answer.showStory(null);
    try {
      const feature = await get(`/api/collections/detections/items/${id}`);
      if (state.get().selected === id) answer.showStory(story(feature, base, deedsFor(feature)));
    } catch (problem) {
      state.set({ selected: null });
      // Whoever asked for one detection waits for an answer, which the line over the map isn't.
      if (problem.type === 'database-away') notice(t('story.away'));
      else report(problem);
    }
  }

  function deedsFor(feature) {
    const may = session.can('change-detection');
    return {
      close: () => state.set({ selected: null }),
      correct: may ? () => edit(feature) : null,
      remove: may ? () => remove(feature) : null,
    };
  }

  async function remove(feature) {
    const path = `/api/collections/detections/items/${feature.id}`;
    try {
      await send('DELETE', path, { headers: { 'If-Match': `"${feature.properties.version}"` } });
      state.set({ selected: null });
      refresh();
      notice(t('story.removed'), 'done', { undo: () => restore(path) });
    } catch (problem) {
      notice(problem);
    }
  }

  async function restore(path) {
    try {
      await send('POST', `${path}/restore`);
      refresh();
    } catch (problem) {
      notice(problem);
    }
  }

  const step = (direction) => {
    const next = isShowing() ? layer.neighbour(state.get().selected, direction) : null;
    if (!next) return false;
    const [lon, lat] = next.geometry.coordinates;
    state.set({ selected: next.id });
    map.panTo([lat, lon]);
    return true;
  };

  if (state.get().selected) select(state.get().selected);
  return {
    update,
    select,
    step,
    isShowing,
    isPlacing,
    hit: (point) => isShowing() && layer.at(point) !== null,
    chooseCentre: () => state.set({ selected: (isShowing() && layer.at(map.getSize().divideBy(2))?.id) || null }),
    note,
    isMissing: () => missing,
    forget: layer.forget,
    redraw: layer.redraw,
  };
}
