/** The workbench "patrols": where teams go, what one more would be worth, and who goes where on which day. */

import { PATROL_ANALYSES } from './analysis/views.js';
import { createWorkbench } from './analysis/workbench.js';
import * as api from './api.js';
import { createBench } from './bench.js';
import { el } from './dom.js';
import { mayExport, openExport } from './export/dialog.js';
import { isSynthetic } from './extent.js';
import { currentLanguage, t } from './i18n/index.js';
import { latest } from './latest.js';
import { createHeat } from './map/heat.js';
import { createNetworkLayer } from './map/network/layer.js';
import { createAnswerPanel } from './panels/answer-panel.js';
import { createLegend, ramp } from './panels/legend.js';
import { takeTable } from './panels/runs/table.js';
import { createSheet } from './panels/sheet.js';
import { createPatrolPanel } from './patrol/panel.js';
import { rosterDock } from './patrol/roster.js';
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
  const dock = createRoutesDock();
  const answer = createAnswerPanel({ onShut: () => state.set({ chosen: null }), keepsOpen: () => false });
  const sheet = createSheet(dock.element, answer.element);
  const heatLegend = createLegend({ onTable: () => {} });
  const askLegend = latest((signal, query) => api.get('/api/maps/heat/legend', { query, signal }));
  /** Classes of the heat that is on the map, or null. */
  let classes = null;
  const workbench = createWorkbench(context, {
    analyses: PATROL_ANALYSES,
    tabs: PATROL_ANALYSES.map(({ id, title }) => [id, title()]),
    refused: { view: 'plan', words: t('patrols.refused') },
    askEffort: async () => true,
    onNote: () => showNote(),
    onResult,
    onWindow: () => {},
    onError: report,
    busy: (busy) => frame.busy('analysis', busy),
    compare: null,
    legendBeside: heatBeside,
  });
  const panel = createPatrolPanel(context, { analysis: workbench.panel, onExport: mayExport(session) ? exportLayer : null, onClose: () => panel.element.classList.remove('open') });
  const floor = bench.lay({
    title: t('patrols'),
    left: panel.element,
    sheet,
    legends: [workbench.legend.element, heatLegend.element],
    over: [workbench.panel.chip],
    paper: workbench.legend.paper,
    chooser: () => ({ step: (by) => workbench.steps().step(by), chooseCentre: () => workbench.steps().chooseCentre() }),
    leave: () => state.set({ chosen: null }),
    taken: workbench.taken,
    onTheme,
    onExtent: panel.showExtent,
    onRenew,
  });
  const { map, redraw, header, tabs } = floor;
  const heat = createHeat(map, { pane: 'heat', onBusy: (busy) => frame.busy('heat', busy), onError: report });
  const network = createNetworkLayer(map, { pane: 'network', onError: report, onKind: frame.creditRoads });
  const stopPrinting = listenToPrinting(frame, map, { heat, redraw: redrawAll });
  const unsubscribe = state.subscribe(onView);
  header.showSynthetic(isSynthetic(state.get(), extent));
  workbench.attach(map, { answer, covered: () => frame.covered(workbench.legend.element), isTaken: () => false });
  showLayers(state.get());
  showHeat();
  showResult();
  tabs.showCount(conditionCount(state.get()));

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

  /** The result's own legend has a line for the heat; without a result it stands alone. */
  function showHeatLegend(legend) {
    heatLegend.update(workbench.result() ? null : legend, { single: false, base, hidden: state.get().hidden });
    heatLegend.element.querySelector('.text-button')?.remove();
    workbench.redrawLegend();
  }

  function heatBeside() {
    return classes ? [el('li', { class: 'heat-beside' }, ramp(classes.classes), el('span', {}, `${classes.title[currentLanguage()]}, ${classes.unit[currentLanguage()]}`))] : [];
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

  /** Dock and panel at the right, as the result has them. */
  function showResult() {
    const view = state.get();
    const result = workbench.result();
    showHeatLegend(classes);
    answer.showNumbers(planSummary(result, view, choose));
    sheet.showFigures(planFigures(result));
    if (!result) return dock.show(null);
    dock.show(rosterDock(result, { state, choose }), { onFile: () => takeTable(result.job) });
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
    header.showSynthetic(isSynthetic(state.get(), extent));
  }

  return () => {
    floor.stop();
    workbench.stop();
    askLegend.cancel();
    unsubscribe();
    stopPrinting();
    heat.hide();
    map.remove();
  };
}
