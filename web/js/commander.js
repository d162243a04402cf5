/** The workbench "patrols": where teams go, what one more would be worth, and who goes where on which day. */

import { PATROL_ANALYSES } from './analysis/views.js';
import { createWorkbench } from './analysis/workbench.js';
import * as api from './api.js';
import { createBench } from './bench.js';
import { el, svg } from './dom.js';
import { mayExport, openExport } from './export/dialog.js';
import { isSynthetic } from './extent.js';
import { currentLanguage, t } from './i18n/index.js';
import { latest } from './latest.js';
import { createHeat } from './map/heat.js';
import { createNetworkLayer } from './map/network/layer.js';
import { createAnswerPanel } from './panels/answer-panel.js';
import { createLegend, ramp } from './panels/legend.js';
import { createResultLegend } from './panels/result-legend.js';
import { takeTable } from './panels/runs/table.js';
import { createSheet } from './panels/sheet.js';
import { createPlans } from './patrol/kept/plans.js';
import { openSave } from './patrol/kept/save.js';
import { createMovesLayer } from './patrol/moves-layer.js';
import { createPatrolPanel } from './patrol/panel.js';
import { askRoster, rosterDock } from './patrol/roster.js';
import { planFigures, planSummary } from './patrol/summary.js';
import { listenToPrinting } from './printing.js';
import { conditionCount, heatQuery, periodOf } from './query.js';
import { createRoutesDock } from './routes/dock.js';
import { themeInForce } from './theme.js';

/** Fills `page`; `given` as in bench.js. Answers a function that takes everything down again. */
export function openCommander(page, given) {
  const bench = createBench(page, given);
  const { context, frame, printHead, report } = bench;
  const { state, session, base, extent } = context;
  const mayRead = session.can('read-plans');
  const dock = createRoutesDock();
  const answer = createAnswerPanel({ onShut: () => state.set({ chosen: null }), keepsOpen: () => false });
  const sheet = createSheet(dock.element, answer.element);
  const heatLegend = createLegend({ onTable: () => {} });
  const askLegend = latest((signal, query) => api.get('/api/maps/heat/legend', { query, signal }));
  /** Classes of the heat that is on the map, or null. */
  let classes = null;
  const workbench = createWorkbench(context, {
    analyses: PATROL_ANALYSES,
    tabs: [...PATROL_ANALYSES.map(({ id }) => [id, t('patrols.make')]), ...(mayRead ? [['kept', t('kept')]] : [])],
    refused: { view: 'plan', words: t('patrols.refused') },
    askEffort: async () => true,
    onNote: () => showNote(),
    onResult,
    onWindow: () => {},
    onError: report,
    busy: (busy) => frame.busy('analysis', busy),
    compare: null,
    legendBeside: besideAreas,
  });
  const panel = createPatrolPanel(context, { analysis: workbench.panel, onExport: mayExport(session) ? exportLayer : null, onClose: toMap });
  const keptLegend = createResultLegend({ onTable: () => plans.showTables(), beside: besideAreas });
  let plans = null;
  let moves = null;
  const floor = bench.lay({
    title: t('patrols'),
    left: panel.element,
    sheet,
    legends: [workbench.legend.element, heatLegend.element, keptLegend.element],
    over: [workbench.panel.chip],
    paper: [workbench.legend.paper, keptLegend.paper],
    chooser: () => (isKept() ? plans : { step: (by) => workbench.steps().step(by), chooseCentre: () => workbench.steps().chooseCentre() }),
    leave: () => state.set({ chosen: null }),
    taken: () => [...workbench.taken(), ...(plans?.taken() ?? []), ...(moves?.taken() ?? [])],
    onTheme,
    onExtent: panel.showExtent,
    onRenew,
  });
  const { map, redraw, header, tabs } = floor;
  const heat = createHeat(map, { pane: 'heat', onBusy: (busy) => frame.busy('heat', busy), onError: report });
  const network = createNetworkLayer(map, { pane: 'network', onError: report, onKind: frame.creditRoads });
  moves = createMovesLayer(map, { pane: 'cells' });
  plans = mayRead ? createPlans(context, { map, story: answer.showStory, legend: keptLegend, report, toMap, onChange: onPlan }) : null;
  if (plans) panel.addKept(plans.panel);
  const stopPrinting = listenToPrinting(frame, map, { heat, redraw: redrawAll });
  const unsubscribe = state.subscribe(onView);
  header.showSynthetic(isSynthetic(state.get(), extent));
  workbench.attach(map, { answer, covered: () => frame.covered(workbench.legend.element), isTaken: () => false, keepsStory: isKept });
  showLayers(state.get());
  showHeat();
  showResult();
  plans?.update(state.get(), null);
  tabs.showCount(conditionCount(state.get()));

  function toMap() {
    panel.element.classList.remove('open');
  }

  function isKept() {
    return plans !== null && state.get().view === 'kept';
  }

  function choose(feature) {
    workbench.steps().take(feature);
  }

  /** Heat under the areas, in the classes that its legend names. */
  async function showHeat() {
    const view = state.get();
    if (extent.loading) return;
    if (view.hidden.includes('heat')) {
      classes = null;
      heat.hide();
      return showHeatLegend(null);
    }
    const query = heatQuery(view, periodOf(view, extent), themeInForce());
    try {
      const legend = await askLegend({ ...query, zoom: Math.round(map.getZoom()) });
      if (!legend) return;
      classes = legend;
      heat.show({ ...query, scale: legend.scale });
      showHeatLegend(legend);
    } catch (problem) {
      report(problem);
    }
  }

  /** The legend of areas has a line for the heat; without areas it stands alone. */
  function showHeatLegend(legend) {
    const hasAreas = workbench.result() !== null || (plans?.plan() ?? null) !== null;
    heatLegend.update(hasAreas ? null : legend, { single: false, base, hidden: state.get().hidden });
    heatLegend.element.querySelector('.text-button')?.remove();
    workbench.redrawLegend();
    plans?.redrawLegend();
  }

  /** What else is on the map: where they would go, and the heat below. */
  function besideAreas() {
    return [
      moves?.shown() > 0 && el('li', {}, svg('svg', { class: 'swatch plan-move', width: 28, height: 14, 'aria-hidden': 'true' }, svg('path', { d: 'M2 2h24v10H2z' })), el('span', {}, t('plan.legend.moves'))),
      classes && el('li', { class: 'heat-beside' }, ramp(classes.classes), el('span', {}, `${classes.title[currentLanguage()]}, ${classes.unit[currentLanguage()]}`)),
    ].filter(Boolean);
  }

  function showLayers({ hidden, synthetic }) {
    if (hidden.includes('network')) network.hide();
    else network.show({ synthetic });
  }

  function onView(view, before) {
    if (['language', 'synthetic', 'bench'].some((name) => view[name] !== before[name])) return;
    bench.forgive();
    panel.update();
    if (view.hidden !== before.hidden) {
      redraw();
      showLayers(view);
    }
    // What is drawn moves with the map by itself; a story that somebody reads stays as it is.
    if (Object.keys(view).every((name) => name === 'map' || view[name] === before[name])) return;
    workbench.update(view, before);
    plans?.update(view, before);
    if (view.chosen && view.chosen !== before.chosen) sheet.raise();
    if (view.settings === before.settings) showHeat();
    showResult();
    tabs.showCount(conditionCount(view));
  }

  function onResult() {
    panel.update();
    showResult();
    const { job, legend } = workbench.result();
    printHead.showResult(job, legend);
    frame.describe(workbench.sentence());
    redraw();
  }

  /** Another plan is open, or another version of it. */
  function onPlan() {
    showHeatLegend(classes);
    showResult();
    frame.describe(plans.sentence());
    if (plans.plan()) plans.printOn(printHead);
    redraw();
  }

  /** Dock and panel at the right, as the result or the stored plan has them. */
  function showResult() {
    const view = state.get();
    if (isKept()) return showKept();
    const result = workbench.result();
    showHeatLegend(classes);
    showMoves(result);
    answer.showNumbers(planSummary(result, view, { choose, byPost, keep: session.can('write-plans') ? keep : null }));
    sheet.showFigures(planFigures(result));
    if (!result) return dock.show({ title: t('roster.title'), note: '', body: el('p', { class: 'dock-empty muted' }, t('roster.none')) });
    dock.show(rosterDock(result, { state, choose }), { onFile: () => takeTable(result.job) });
  }

  function showKept() {
    const plan = plans.plan();
    moves.show(plan?.moves ?? [], plans.places());
    plans.redrawLegend();
    answer.showNumbers(plans.numbers());
    sheet.showFigures(plans.figures());
    dock.show(plans.dock());
  }

  /** The roster comes a moment after the areas, and with it where they would go. */
  async function showMoves(result) {
    if (!result) return moves.show([], new Map());
    const { settings } = state.get();
    const entry = askRoster(result.job, settings);
    const roster = entry.value ?? (await entry.promise).value;
    if (workbench.result() !== result || state.get().settings !== settings) return;
    moves.show(roster?.summary.moves ?? [], result.document.places);
    workbench.redrawLegend();
  }

  /** The teams of the plan as it is, to go on from. */
  function byPost() {
    const { posts } = workbench.result().document.summary;
    state.set({ posts: Object.fromEntries(posts.filter(({ teams }) => teams > 0).map(({ code, teams }) => [code, teams])) });
    panel.element.querySelector('.post-teams').scrollIntoView({ block: 'center' });
  }

  function keep() {
    openSave(workbench.result(), state.get().settings, { onKept: plans.put });
  }

  function exportLayer() {
    const { job } = state.get();
    openExport({ ...context, api }, { content: job ? `job:${job}` : 'stations' });
  }

  function showNote() {
    const advice = workbench.note();
    frame.note(advice?.text ?? null, advice?.action);
  }

  function redrawAll() {
    redraw();
    network.redraw();
    workbench.redraw();
    moves.redraw();
    plans?.redraw();
  }

  function onTheme() {
    redrawAll();
    showHeat();
  }

  function onRenew() {
    network.forget();
    heat.forget();
    showHeat();
    workbench.renew();
    plans?.renew();
    header.showSynthetic(isSynthetic(state.get(), extent));
  }

  return () => {
    floor.stop();
    workbench.stop();
    plans?.stop();
    askLegend.cancel();
    unsubscribe();
    stopPrinting();
    heat.hide();
    map.remove();
  };
}
