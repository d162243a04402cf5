/**
 * Two pictures of the same place with a bar between them: two results, or the density of a period and of the same period a
 * year earlier. What the state says under `compare` is shown; everything else stays as it was and is there again afterwards.
 */

import { announce, notice } from '../../dialog.js';
import { el, icon, replaceChildren } from '../../dom.js';
import { t } from '../../i18n/index.js';
import { isAbort } from '../../api.js';
import { latest } from '../../latest.js';
import { createSwipe } from '../../map/swipe.js';
import { densityQuestion, densitySides } from './density.js';
import { comparisonHead, createComparisonLegend, pairSection } from './panel.js';
import { loadPair, resultSides } from './results.js';
import { changesWords, differencesWords } from './words.js';
import { askYearBefore } from './year-before.js';

export const YEAR_BEFORE = 'year-before';

/** Where each side is drawn: below the border and the names, as the pictures that they stand for. */
const PANES = ['side-left', 'side-right'];
const LEVEL = 310;

/**
 * `context`: `{state, base, extent}`; `frame` holds the map, `hears`: `{onBusy(boolean), onError(problem), onChange()}`. `element`
 * belongs at the head of the panel at the right, `legend` over the map. `attach(map)`, then `update(view, before)` after each
 * change; `askYearBefore(job)`, `isActive()`, `redraw()`, `renew()`, `stop()`.
 */
export function createComparison({ state, base, extent }, frame, hears) {
  const close = () => state.set({ compare: null });
  const element = el('div', { class: 'comparison-panel' });
  const legend = createComparisonLegend();
  const endButton = el('button', { type: 'button', class: 'button compare-end', onclick: close }, icon('close', 16), t('compare.close'));
  const load = latest((signal, view) => sidesFor(view, signal));
  const leaving = new AbortController();
  let map = null;
  let swipe = null;
  /** `{sides, words, analysis, pair, legends}` on the map, or null. */
  let shown = null;
  let chosen = null;
  let opener = null;

  function attach(onMap) {
    map = onMap;
    for (const name of PANES) Object.assign(map.createPane(name).style, { zIndex: LEVEL, pointerEvents: 'none' });
    map.on('click', (event) => shown?.pair && chooseAt(event.containerPoint));
    update(state.get(), null);
  }

  function update(view, before) {
    if (!map) return;
    // Whoever turns to another view or result has done with comparing.
    if (view.compare && before?.compare && (view.view !== before.view || view.job !== before.job)) return close();
    if (!view.compare) return end();
    const asked = (each) => (each.compare === YEAR_BEFORE ? densityQuestion(each, extent) : String(each.compare));
    const opened = before !== null && !before.compare;
    if (opened) opener = document.activeElement;
    if (!before || asked(view) !== asked(before)) begin(view, opened);
    else if (view.settings !== before.settings && shown?.pair) begin(view, false);
  }

  async function begin(view, byHand) {
    hears.onBusy(true);
    try {
      const next = await load(view);
      if (!next || state.get().compare !== view.compare) return;
      show(next, byHand);
    } catch (problem) {
      if (isAbort(problem)) return;
      notice(t('compare.failed'), 'bad');
      close();
    } finally {
      hears.onBusy(false);
    }
  }

  async function sidesFor(view, signal) {
    if (view.compare === YEAR_BEFORE) {
      const { sides, legends } = await densitySides(map, view, extent, { onBusy: hears.onBusy, onError: hears.onError }, signal);
      return { sides, legends, words: [] };
    }
    const loaded = await loadPair(view.compare, signal);
    if (!loaded) {
      notice(t('compare.other'), 'bad');
      close();
      return null;
    }
    const { analysis, pair } = loaded;
    return { sides: resultSides(map, analysis, pair, view), analysis, pair, words: [differencesWords(pair), changesWords(analysis, pair, view)] };
  }

  /** Sets the same analysis of a year earlier beside a result, as soon as there is one. */
  async function askOther(job) {
    hears.onBusy(true);
    try {
      const id = await askYearBefore(job, leaving.signal);
      if (id && state.get().job === job.jobID) state.set({ compare: [id, job.jobID] });
      else if (!id) notice(t('compare.failed'), 'bad');
    } catch (problem) {
      if (!leaving.signal.aborted) hears.onError(problem);
    } finally {
      hears.onBusy(false);
      hears.onChange();
    }
  }

  function stop() {
    load.cancel();
    leaving.abort();
  }

  function show(next, byHand) {
    takeDown();
    shown = next;
    shown.sides.forEach((side, i) => side.show(PANES[i]));
    frame.element.classList.add('comparing');
    swipe = createSwipe(map, frame.element, { left: panesOf(PANES[0]), right: panesOf(PANES[1]), names: shown.sides.map(({ name, detail }) => [name, detail]) });
    frame.element.append(endButton);
    swipe.element.addEventListener('keydown', (event) => event.key === 'Escape' && close());
    if (shown.pair) legend.show(shown.analysis, shown.pair, shown.sides, state.get(), shown.words[0]);
    drawPanel();
    hears.onChange();
    if (!byHand) return;
    swipe.focus();
    announce([t('compare.title'), ...shown.words.filter(Boolean)].join('. '));
  }

  /** A layer may have a second pane, for what stands above the names. */
  const panesOf = (pane) => [pane, `${pane}-badges`].filter((name) => map.getPane(name));

  function chooseAt(point) {
    const side = point.x < swipe.share() * map.getSize().x ? 0 : 1;
    chosen = shown.sides[side].at(point)?.id ?? null;
    for (const each of shown.sides) each.select(chosen);
    drawPanel();
  }

  function drawPanel() {
    const { sides, words, analysis, pair } = shown;
    replaceChildren(element, comparisonHead(sides, words, close), pair && chosen && pairSection(chosen, analysis, pair, { view: state.get(), base }));
  }

  function takeDown() {
    swipe?.remove();
    for (const side of shown?.sides ?? []) side.remove();
    swipe = shown = chosen = null;
  }

  function end() {
    load.cancel();
    if (!shown) return;
    takeDown();
    legend.hide();
    endButton.remove();
    replaceChildren(element);
    frame.element.classList.remove('comparing');
    const back = opener?.isConnected && opener !== document.body ? opener : frame.host;
    if (opener) back.focus({ preventScroll: true });
    opener = null;
    hears.onChange();
  }

  return {
    element,
    legend,
    attach,
    update,
    isActive: () => Boolean(state.get().compare),
    /** Two results bring a legend of their own; two densities share that of the density. */
    hasLegend: () => Boolean(shown?.pair),
    /** Counts of both sides for the legend of the density, the earlier first; null otherwise. */
    legends: () => shown?.legends ?? null,
    redraw: () => shown?.sides.forEach((side) => side.redraw()),
    renew: () => shown && begin(state.get(), false),
    askYearBefore: askOther,
    stop,
  };
}
