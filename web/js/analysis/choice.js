/** Choosing a feature of the result on the map: by click, by Enter, by n and p; its story opens at the right. */

import { announce } from '../dialog.js';
import { DETECTION_ZOOM } from '../map/detections.js';
import { periodOf } from '../query.js';

/**
 * `exhibit` is what is on the map (exhibit.js). `update(view)` follows the state; the others are deeds of click and keys, and `take(feature)` of a list.
 * `covered()` are the boxes `[left, top, right, bottom]` of the map that the legend hides. `onWindow(window)` hears when and where the chosen feature is, as `windowOf` of its analysis says, or null.
 * `storyOf(id, deeds)` has a story for what may be chosen beside the features, or null; `keepsStory()` says that somebody else tells one.
 */
export function createChoice(map, { state, base, extent, answer, exhibit, covered, onWindow, storyOf = () => null, keepsStory = () => false }) {
  const shown = exhibit.result;
  /** The document whose list stands before the numbers. */
  let listed = null;
  let ranked = { document: null, list: [] };

  const find = (id) => shown()?.document.features.find((feature) => feature.id === id);

  /** The order changes with the document and with settings of the picture; both are other objects then. */
  function rank() {
    const result = shown();
    const { settings } = state.get();
    if (ranked.document !== result.document || ranked.settings !== settings) ranked = { document: result.document, settings, list: result.analysis.ranked(result.document, state.get()) };
    return ranked.list;
  }

  function choose(feature, aloud) {
    state.set({ chosen: feature?.id ?? null, selected: null });
    if (feature && aloud) announce(shown().analysis.say(feature, shown().document, { view: state.get(), base }));
  }

  /** True when a feature is there: the click was ours. */
  function chooseAt(point, aloud = false) {
    const found = exhibit.layer()?.at(point);
    if (!found && !state.get().chosen) return false;
    choose(found ?? null, aloud);
    return Boolean(found);
  }

  function step(by) {
    if (!shown()) return false;
    const list = rank();
    if (list.length === 0) return false;
    const index = list.findIndex(({ id }) => id === state.get().chosen);
    const next = list[(index + by + list.length + (index < 0 && by < 0 ? 1 : 0)) % list.length];
    choose(next, true);
    bringIntoView(next);
    return true;
  }

  function bringIntoView(feature) {
    const box = latLngBounds(feature);
    if (!box) return;
    const [{ x: left, y: bottom }, { x: right, y: top }] = box.map((corner) => map.latLngToContainerPoint(corner));
    const hidden = covered().find((each) => each[0] < right && each[2] > left && each[1] < bottom && each[3] > top);
    if (!hidden && map.getBounds().contains(box)) return;
    const fits = map.getBoundsZoom(box) >= map.getZoom();
    if (fits) map.panBy([(left + right) / 2 - map.getSize().x / 2, (top + bottom) / 2 - middleOfFree()]);
    else map.fitBounds(box);
  }

  /** Half way down the broader part of the map that no legend hides. */
  function middleOfFree() {
    const { y: height } = map.getSize();
    const [, top, , bottom] = covered()[0] ?? [0, 0, 0, 0];
    return height - bottom >= top ? (bottom + height) / 2 : top / 2;
  }

  function latLngBounds({ id }) {
    const box = exhibit.layer()?.boundsOf(id);
    return box && [[box[1], box[0]], [box[3], box[2]]];
  }

  /** From the zoom at which single detections are shown, to those who may see them. */
  function lookAtDetections(feature) {
    const box = latLngBounds(feature);
    map.setView([(box[0][0] + box[1][0]) / 2, (box[0][1] + box[1][1]) / 2], Math.max(DETECTION_ZOOM, map.getBoundsZoom(box) - 1));
  }

  /** What an analysis lists of all its features, for those that do. */
  function showList() {
    const { analysis, document } = shown() ?? {};
    const wanted = analysis?.list ? document : null;
    if (wanted === listed) return;
    listed = wanted;
    answer.showLead(wanted && analysis.list(wanted, { base, choose: chooseFromList }));
  }

  function chooseFromList(feature) {
    choose(feature, false);
    bringIntoView(feature);
  }

  function update(view) {
    const feature = view.chosen ? find(view.chosen) : null;
    exhibit.layer()?.select(feature?.id ?? null);
    showList();
    onWindow(feature ? (shown().analysis.windowOf?.(feature, { base }) ?? null) : null);
    if (view.selected || keepsStory()) return;
    const deeds = { close: () => state.set({ chosen: null }), previous: () => step(-1), next: () => step(1), detections: () => lookAtDetections(feature), set: state.set };
    const keys = { Escape: deeds.close, n: deeds.next, p: deeds.previous };
    if (!feature) return answer.showStory(view.chosen ? storyOf(view.chosen, deeds) : null, { keys });
    const { analysis, document, job } = shown();
    const place = rank().indexOf(feature);
    answer.showStory(analysis.story(feature, document, { view, base, job, period: periodOf(view, extent), deeds, rank: place < 0 ? null : { place: place + 1, of: rank().length } }), { keys });
  }

  return { update, step, chooseAt, take: chooseFromList, chooseCentre: () => chooseAt(map.getSize().divideBy(2), true) };
}
