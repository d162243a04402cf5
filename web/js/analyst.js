/** The workbench "routes": which segments carry those who cross, what ways remain, and what lies on a road. */

import { ROUTE_ANALYSES } from './analysis/views.js';
import { createWorkbench } from './analysis/workbench.js';
import * as api from './api.js';
import { createBench } from './bench.js';
import { el, replaceChildren } from './dom.js';
import { mayExport, openExport } from './export/dialog.js';
import { isSynthetic } from './extent.js';
import { t } from './i18n/index.js';
import { createNetworkLayer } from './map/network/layer.js';
import { createAnswerPanel } from './panels/answer-panel.js';
import { takeTable } from './panels/runs/table.js';
import { createSheet } from './panels/sheet.js';
import { listenToPrinting } from './printing.js';
import { conditionCount, periodOf } from './query.js';
import { createEnds } from './routes/alternatives/ends.js';
import { createRoutesDock } from './routes/dock.js';
import { createLineLayer } from './routes/line-layer.js';
import { createRoutesPanel } from './routes/panel.js';
import { createRegister } from './routes/register.js';
import { edgeOf, roadId, roadStory } from './routes/segments/road-story.js';
import { figuresOf, summaryOf } from './routes/summary.js';

/** Fills `page`; `given` as in bench.js. Answers a function that takes everything down again. */
export function openAnalyst(page, given) {
  const bench = createBench(page, given);
  const { context, frame, printHead, report } = bench;
  const { state, session, base, extent } = context;
  const dock = createRoutesDock();
  const answer = createAnswerPanel({ onShut: () => state.set({ chosen: null }), keepsOpen: () => false });
  const sheet = createSheet(dock.element, answer.element);
  const workbench = createWorkbench(context, {
    analyses: ROUTE_ANALYSES,
    tabs: [...ROUTE_ANALYSES.map(({ id, title }) => [id, title()]), ...(session.can('read-routes') ? [['register', t('register')]] : [])],
    refused: { view: 'register', words: t('routes.refused') },
    askEffort: async () => false,
    onNote: () => showNote(),
    onResult,
    onWindow: () => {},
    onError: report,
    busy: (busy) => frame.busy('analysis', busy),
    compare: null,
    legendBeside: () => registerLines(),
  });
  const registerLegend = el('section', { class: 'legend', 'aria-label': t('legend.label'), hidden: true });
  const panel = createRoutesPanel(context, { analysis: workbench.panel, onExport: mayExport(session) ? exportLayer : null, onClose: toMap });
  const floor = bench.lay({
    title: t('routes'),
    left: panel.element,
    sheet,
    legends: [workbench.legend.element, registerLegend],
    over: [workbench.panel.chip],
    paper: workbench.legend.paper,
    chooser: () => (isRegister(state.get()) && register ? register : { step: (by) => workbench.steps().step(by), chooseCentre }),
    leave: () => state.set({ chosen: null }),
    taken: workbench.taken,
    onTheme: redrawAll,
    onExtent: panel.showExtent,
    onRenew,
  });
  const { map, redraw, header, tabs } = floor;
  const ends = createEnds(map, { state });
  const register = session.can('read-routes') ? createRegister({ ...context, api }, { map, story: answer.showStory, report, toMap, onChange: () => showRegister() }) : null;
  const network = createNetworkLayer(map, { pane: 'network', onError: report, onKind: frame.creditRoads });
  /** The road that is chosen on the map itself. */
  const road = createLineLayer(map, { pane: 'routes' });
  const stopPrinting = listenToPrinting(frame, map, { redraw: redrawAll });
  const unsubscribe = state.subscribe(onView);
  header.showSynthetic(isSynthetic(state.get(), extent));
  workbench.attach(map, { answer, covered: () => frame.covered(workbench.legend.element), isTaken: () => isChoosingEnds(), storyOf, keepsStory: () => isRegister(state.get()) });
  map.on('click', ({ latlng }) => (isChoosingEnds() ? ends.choose(latlng) : chooseRoad(latlng)));
  showLayers(state.get());
  if (register) panel.addPart('register', register.panel);
  showEnds(state.get());
  showResult();
  tabs.showCount(conditionCount(state.get()));

  function toMap() {
    panel.element.classList.remove('open');
  }

  /** Lines for a legend; none for an account that may not read the register. */
  function registerLines() {
    return register?.legend() ?? [];
  }

  function isChoosingEnds() {
    const view = state.get();
    return isAlternatives(view) && workbench.isActive() && (!view.start || !view.end);
  }

  function chooseCentre() {
    if (isChoosingEnds()) return ends.choose(map.getCenter());
    workbench.steps().chooseCentre();
    chooseRoad(map.getCenter());
  }

  /** What no result has drawn over may be asked about too. */
  function chooseRoad(latLng) {
    const isTaken = frame.host.classList.contains('is-placing');
    if (isTaken || state.get().chosen || isRegister(state.get())) return;
    const way = network.at(latLng);
    if (way?.id) state.set({ chosen: roadId(way.id) });
  }

  function storyOf(id, deeds) {
    const edge = edgeOf(id);
    const view = state.get();
    return edge && roadStory(edge, { view, period: periodOf(view, extent), base, deeds: { close: deeds.close }, onFeature: showRoad });
  }

  function showRoad(feature) {
    if (edgeOf(state.get().chosen) !== String(feature.id)) return;
    road.show([{ feature, width: 3, colour: 'route', rank: null }]);
    road.select(feature.id);
  }

  function showLayers({ hidden, synthetic }) {
    if (hidden.includes('network')) network.hide();
    else network.show({ synthetic });
  }

  function showEnds(view) {
    ends.update(isAlternatives(view) ? view : null);
    frame.host.classList.toggle('is-choosing', isChoosingEnds());
  }

  function onView(view, before) {
    if (['language', 'synthetic', 'bench'].some((name) => view[name] !== before[name])) return;
    bench.forgive();
    panel.update();
    if (view.hidden !== before.hidden) {
      redraw();
      showLayers(view);
    }
    if (view.chosen !== before.chosen) road.show([]);
    register?.update(view, before);
    // What is drawn moves with the map by itself; a story that somebody reads stays as it is.
    if (isMove(view, before)) return;
    showEnds(view);
    workbench.update(view, before);
    if (view.chosen && view.chosen !== before.chosen) sheet.raise();
    showResult();
    tabs.showCount(conditionCount(view));
    askForWays(view, before);
  }

  /** Ways between two places are there in the blink of an eye, so they are asked for as soon as both are known. */
  function askForWays(view, before) {
    const isNew = ['start', 'end', 'settings', 'view'].some((name) => view[name] !== before[name]);
    if (isNew && isAlternatives(view) && workbench.asked() && !state.get().job && !workbench.isBusy()) workbench.run();
  }

  function onResult() {
    panel.update();
    showResult();
    const { job, legend } = workbench.result();
    printHead.showResult(job, legend);
    frame.describe(workbench.sentence());
    redraw();
  }

  /** Dock and panel at the right, as the result and what is chosen of it want them. */
  function showResult() {
    const view = state.get();
    const result = workbench.result();
    if (isRegister(view)) return showRegister();
    showRegisterLegend();
    answer.showNumbers(summaryOf(result, view));
    sheet.showFigures(figuresOf(result));
    if (!result) return dock.show(null);
    const { analysis, document, job } = result;
    dock.show(analysis.dock(document, { base, choose: workbench.steps().take, chosen: view.chosen }), { onFile: () => takeTable(job) });
  }

  /** The routes are others, or another is chosen. */
  function showRegister() {
    showRegisterLegend();
    workbench.redrawLegend();
    if (!register || !isRegister(state.get())) return;
    answer.showNumbers(register.numbers());
    dock.show(register.dock());
    frame.describe(register.sentence());
  }

  /** Its lines have a legend of their own where there is no result that has one. */
  function showRegisterLegend() {
    const lines = registerLines();
    registerLegend.hidden = lines.length === 0 || workbench.result() !== null;
    replaceChildren(registerLegend, el('h2', {}, t('register.legend')), el('ul', { class: 'legend-symbols' }, lines));
  }

  function exportLayer() {
    const { view, job } = state.get();
    openExport({ ...context, api }, { content: job && view !== 'register' ? `job:${job}` : 'routes' });
  }

  function showNote() {
    const advice = workbench.note();
    frame.note(advice?.text ?? null, advice?.action);
  }

  function redrawAll() {
    redraw();
    network.redraw();
    road.redraw();
    workbench.redraw();
    register?.redraw();
  }

  function onRenew() {
    network.forget();
    workbench.renew();
    register?.renew();
    header.showSynthetic(isSynthetic(state.get(), extent));
  }

  return () => {
    floor.stop();
    workbench.stop();
    register?.stop();
    unsubscribe();
    stopPrinting();
    map.remove();
  };
}

const isMove = (view, before) => Object.keys(view).every((name) => name === 'map' || view[name] === before[name]);
const isAlternatives = (view) => view.view === 'alternatives';
const isRegister = (view) => view.view === 'register';
