/** The workbench "hotspots": the map with its heat, the conditions, the joint picture and the answer, all on one state. */

import { createComparison } from './analysis/compare/comparison.js';
import { hasAnyEffort } from './analysis/effort.js';
import { ANALYSES } from './analysis/views.js';
import { createWorkbench } from './analysis/workbench.js';
import { createBench } from './bench.js';
import { createDetectionsView } from './detections-view.js';
import { announce } from './dialog.js';
import { el } from './dom.js';
import { mayExport, openExport } from './export/dialog.js';
import { t } from './i18n/index.js';
import { createHeat } from './map/heat.js';
import { createAnswer } from './panels/answer.js';
import { createConditions } from './panels/conditions.js';
import { createDock } from './panels/dock.js';
import { withoutConditions } from './panels/filters.js';
import { openRecordForm } from './panels/forms.js';
import { createLegend } from './panels/legend.js';
import { periodName } from './panels/period.js';
import { createSheet } from './panels/sheet.js';
import { openTables } from './panels/tables.js';
import { listenToPrinting } from './printing.js';
import { conditionCount, heatQuery, periodOf } from './query.js';
import { emptyWords, sentenceOf } from './sentence.js';
import { createStretchView } from './stretch-view.js';
import { createSummaries, questions } from './summaries.js';
import { themeInForce } from './theme.js';

const PAUSE_MS = 900;

/** Fills `page`; `given` as in bench.js. Answers a function that takes everything down again. */
export function openPlanner(page, given) {
  const bench = createBench(page, given);
  const { context, frame, printHead, report } = bench;
  const { state, session, base, extent } = context;
  const legend = createLegend({ onTable: () => openTables(summaries.answers, base) });
  const dock = createDock(context, frame);
  const answer = createAnswer(context);
  const sheet = createSheet(dock.element, answer.element);
  const workbench = createWorkbench(context, {
    analyses: ANALYSES,
    tabs: [['density', t('view.density')], ...ANALYSES.map(({ id, title }) => [id, title()])],
    refused: { view: 'density', words: t('view.densityOnly') },
    askEffort: () => hasAnyEffort(state.get(), base.borders.map((border) => border.with)),
    onNote: () => showNote(),
    onResult: () => onResult(),
    onWindow: dock.mark,
    onError: report,
    busy: (busy) => frame.busy('analysis', busy),
    compare: (a, b) => state.set({ compare: [a, b] }),
  });
  const comparison = createComparison(context, frame, { onBusy: (busy) => frame.busy('compare', busy), onError: report, onChange: onCompared });
  const conditions = createConditions(context, { analysis: workbench.panel, beside: { asked: workbench.asked, shownJob: () => workbench.result()?.job ?? null, beside: comparison.askYearBefore }, onExport: mayExport(session) ? exportLayer : null, onClose: () => conditions.element.classList.remove('open') });
  answer.element.prepend(comparison.element);

  const floor = bench.lay({
    title: t('hotspots'),
    left: conditions.element,
    sheet,
    legends: [legend.element, workbench.legend.element, comparison.legend.element],
    over: [workbench.panel.chip],
    paper: workbench.legend.paper,
    chooser: () => (workbench.isActive() ? workbench.steps() : detections.isShowing() ? detections : stretches),
    leave: () => state.set({ selected: null, stretch: null, chosen: null }),
    shownVersion: () => summaries.answers.legend?.dataVersion,
    isIncomplete: () => detections.isMissing(),
    onTheme,
    onExtent: () => conditions.showExtent(),
    onRenew,
  });
  const { map, redraw, header, tabs, shared } = floor;
  const heat = createHeat(map, { pane: 'heat', onBusy: (busy) => frame.busy('heat', busy), onError: report });
  const detections = createDetectionsView(map, { state, session, base, answer, report, edit, refresh: floor.refresh, isAway: floor.isStale, onNote: showNote });
  const summaries = createSummaries({ onAnswer, onSettled, onBusy: (busy) => frame.busy('numbers', busy), onError: report });
  const stretches = createStretchView(map, { state, base, sections: () => summaries.answers.strongest, isFree: () => !workbench.isActive() && !detections.isShowing() && !detections.isPlacing() });
  const stopPrinting = listenToPrinting(frame, map, { heat, redraw: redrawAll });
  let pause = 0;
  let quiet = false;

  const unsubscribe = state.subscribe(onView);
  if (state.get().selected) sheet.raise();
  workbench.attach(map, { answer, covered: () => frame.covered(workbench.legend.element), isTaken: (point) => comparison.isActive() || detections.hit(point) || detections.isPlacing() });
  comparison.attach(map);
  ask();

  function ask() {
    if (extent.loading) return;
    const view = state.get();
    const period = periodOf(view, extent);
    const box = map.getBounds();
    const area = { west: box.getWest(), south: box.getSouth(), east: box.getEast(), north: box.getNorth() };
    bench.forgive();
    summaries.ask(questions(view, { period, extent, area, zoom: map.getZoom(), theme: themeInForce(), borderWith: borderWith(view) }));
    showHeat();
    detections.update(period);
    tabs.showCount(conditionCount(view));
  }

  function borderWith(view) {
    return view.stretch?.with ?? base.stretch?.with ?? 'CN';
  }

  function showHeat() {
    const view = state.get();
    const { legend: shown } = summaries.answers;
    if (view.hidden.includes('heat') || workbench.isActive() || comparison.isActive()) return heat.hide();
    const period = periodOf(view, extent);
    // The scale follows weight and period, so tiles of others wait for their legend instead of being asked for twice.
    if (shown && isLegendOf(shown, view, period)) heat.show({ ...heatQuery(view, period, themeInForce()), scale: shown.scale });
  }

  function onAnswer(name, document) {
    if (name === 'legend') {
      header.showSynthetic(document.synthetic && !extent.empty);
      showLegend();
      showHeat();
    }
    if (['weeks', 'months', 'sections', 'effortMonths', 'effort'].includes(name)) dock.update(summaries.answers);
    answer.update(summaries.answers, periodOf(state.get(), extent));
    if (name === 'view') sheet.showTotals(document);
  }

  function showLegend() {
    if (workbench.isActive() || comparison.hasLegend()) return legend.update(null, {});
    legend.update(summaries.answers.legend, { single: detections.isShowing(), base, hidden: state.get().hidden, beside: comparison.legends()?.[0] });
  }

  function onSettled(answers) {
    const period = periodOf(state.get(), extent);
    headPaper();
    showNote();
    clearTimeout(pause);
    const sentence = [sentenceOf(answers, state.get(), base), workbench.sentence()].filter(Boolean).join(' ');
    frame.describe(`${periodName(period)}: ${sentence}`);
    // What comes by itself, perhaps every few seconds, isn't read out.
    if (!quiet) pause = setTimeout(() => announce(sentence), PAUSE_MS);
    quiet = false;
  }

  function headPaper() {
    const result = workbench.result();
    if (result) printHead.showResult(result.job, result.legend);
    else printHead.update(summaries.answers, periodOf(state.get(), extent));
  }

  /** Another result is on the map. */
  function onResult() {
    conditions.update();
    headPaper();
    frame.describe(workbench.sentence());
  }

  function onCompared() {
    conditions.update();
    showHeat();
    showLegend();
    redraw();
  }

  function showNote() {
    const { view } = summaries.answers;
    const advice = workbench.note();
    if (extent.empty) frame.empty(shared);
    else if (advice) frame.note(advice.text, advice.action);
    else if (view?.detections === 0) frame.note(emptyWords(summaries.answers), conditionCount(state.get()) > 0 && clearButton());
    else frame.note(detections.note());
  }

  function clearButton() {
    return el('button', { type: 'button', class: 'text-button', onclick: () => state.set(withoutConditions()) }, t('conditions.clear'));
  }

  function onView(view, before) {
    if (['language', 'synthetic', 'bench'].some((name) => view[name] !== before[name])) return;
    conditions.update();
    dock.redraw();
    if (view.hidden !== before.hidden || view.stretch !== before.stretch) redraw();
    if (view.stretch && view.stretch !== before.stretch) showStretch(view.stretch);
    if (view.selected !== before.selected) detections.select(view.selected);
    workbench.update(view, before);
    comparison.update(view, before);
    if ((view.selected && view.selected !== before.selected) || (view.chosen && view.chosen !== before.chosen)) sheet.raise();
    showLegend();
    quiet = false;
    ask();
  }

  /** A stretch that is out of sight comes into view; one that can be seen moves nothing. */
  function showStretch(stretch) {
    const line = base.slice(stretch).map(([lon, lat]) => [lat, lon]);
    if (line.length > 1 && !line.every((point) => map.getBounds().contains(point))) map.fitBounds(line, { padding: [60, 60], maxZoom: map.getZoom() });
  }

  function onTheme() {
    redrawAll();
    ask();
    comparison.renew();
  }

  function redrawAll() {
    redraw();
    detections.redraw();
    workbench.redraw();
    comparison.redraw();
  }

  function exportLayer() {
    const { job } = state.get();
    openExport(shared, { content: job ? `job:${job}` : 'detections' });
  }

  function edit(feature) {
    openRecordForm({ ...shared, detection: feature });
  }

  function onRenew(aloud) {
    quiet = !aloud;
    summaries.forget();
    detections.forget();
    heat.forget();
    workbench.renew();
    comparison.renew();
    ask();
  }

  return () => {
    floor.stop();
    workbench.stop();
    comparison.stop();
    clearTimeout(pause);
    unsubscribe();
    stopPrinting();
    summaries.cancel();
    dock.stop();
    heat.hide();
    map.remove();
  };
}

const isLegendOf = (legend, view, period) => legend.weight === view.weight && legend.period.from === period.from && legend.period.to === period.to;
