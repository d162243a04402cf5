/** The workbench "hotspots": the map with its heat, the conditions, the joint picture and the answer, all on one state. */

import { createComparison } from './analysis/compare/comparison.js';
import { createWorkbench } from './analysis/workbench.js';
import * as api from './api.js';
import { announce, notice } from './dialog.js';
import { el, replaceChildren } from './dom.js';
import { t } from './i18n/index.js';
import { createDetectionsView } from './detections-view.js';
import { createFineBorder } from './map/fine-border.js';
import { createHeat } from './map/heat.js';
import { createMap } from './map/map.js';
import { createScaleBar } from './map/scale-bar.js';
import { openAccountMenu } from './panels/account.js';
import { createAnswer } from './panels/answer.js';
import { createConditions, withoutConditions } from './panels/conditions.js';
import { createDock } from './panels/dock.js';
import { listenToDrops, openFileImport, openRecordForm, resumeEntries } from './panels/forms.js';
import { createHeader, createTabs } from './panels/header.js';
import { createLegend } from './panels/legend.js';
import { createMapFrame, openKeys } from './panels/map-frame.js';
import { periodName } from './panels/period.js';
import { createPrintHead } from './panels/print-head.js';
import { createSheet } from './panels/sheet.js';
import { openTables } from './panels/tables.js';
import { listenToPrinting } from './printing.js';
import { conditionCount, heatQuery, periodOf } from './query.js';
import { createRenewal } from './renewal.js';
import { emptyWords, sentenceOf } from './sentence.js';
import { createStretchView } from './stretch-view.js';
import { createSummaries, questions } from './summaries.js';
import { themeInForce } from './theme.js';

const PAUSE_MS = 900;

/**
 * Fills `page`. `given`: `{state, session, extent, base, reopen(), signOut()}`. Answers a function that takes
 * everything down again.
 */
export function openPlanner(page, given) {
  // The parts of the page read the extent when they draw, so that it can grow under them.
  const context = { ...given, extent: { ...given.extent } };
  const { state, session, base, extent } = context;
  const frame = createMapFrame({ base, session });
  const legend = createLegend({ onTable: () => openTables(summaries.answers, base) });
  const dock = createDock(context, frame);
  const answer = createAnswer(context);
  const sheet = createSheet(dock.element, answer.element);
  const workbench = createWorkbench(context, { onNote: () => showNote(), onResult: () => onResult(), onWindow: dock.mark, onError: report, busy: (busy) => frame.busy('analysis', busy), compare: (a, b) => state.set({ compare: [a, b] }) });
  const comparison = createComparison(context, frame, { onBusy: (busy) => frame.busy('compare', busy), onError: report, onChange: onCompared });
  const conditions = createConditions(context, { analysis: workbench.panel, beside: { asked: workbench.asked, shownJob: () => workbench.result()?.job ?? null, beside: comparison.askYearBefore }, onClose: () => conditions.element.classList.remove('open') });
  const header = createHeader(context, { record: () => openRecordForm(shared), account: openAccount });
  const tabs = createTabs(context, { record: () => openRecordForm(shared), conditions: showConditions, map: () => sheet.lower() });
  const printHead = createPrintHead(context);
  const scaleBar = createScaleBar();

  frame.element.append(legend.element, workbench.legend.element, workbench.panel.chip, comparison.legend.element, scaleBar.element);
  answer.element.prepend(comparison.element);
  replaceChildren(
    page,
    el('a', { class: 'skip', href: '#main' }, t('skip')),
    header.element,
    el('main', { id: 'main', class: 'bench', tabindex: -1 }, el('h1', { class: 'visually-hidden phone-only' }, t('hotspots')), printHead.element, conditions.element, frame.element, workbench.legend.paper, sheet.element),
    tabs.element,
  );

  const { map, redraw, fitWhole } = createMap(frame.host, base, state.get, () => frame.taken(legend.element, workbench.legend.element, comparison.legend.element, scaleBar.element));
  const refineBorder = createFineBorder(map, base, { onReady: redraw, onError: report });
  const heat = createHeat(map, { pane: 'heat', onBusy: (busy) => frame.busy('heat', busy), onError: report });
  const detections = createDetectionsView(map, { state, session, base, answer, report, edit, refresh, isAway: () => renewal.isStale(), onNote: showNote });
  const summaries = createSummaries({ onAnswer, onSettled, onBusy: (busy) => frame.busy('numbers', busy), onError: report });
  const stretches = createStretchView(map, { state, base, sections: () => summaries.answers.strongest, isFree: () => !workbench.isActive() && !detections.isShowing() && !detections.isPlacing() });
  const shared = Object.freeze({ map, api, state, session, extent, refresh });
  const close = [listenToDrops(page, shared, session), listenToPrinting(frame, map, { heat, redraw: redrawAll }), listenToSize([legend.element, workbench.legend.element, comparison.legend.element, frame.noteLine, frame.line], redraw)];
  let pause = 0;
  let failed = false;
  let quiet = false;

  const chooser = () => (workbench.isActive() ? workbench.steps() : detections.isShowing() ? detections : stretches);
  frame.listen(map, { whole: wholeBorder, chooser, leave: () => state.set({ selected: null, stretch: null, chosen: null }), print: () => window.print(), share, keys: openKeys });
  map.on('moveend', onMoved);
  window.addEventListener('theme-changed', onTheme);
  const unsubscribe = state.subscribe(onView);
  scaleBar.update(map);
  resumeEntries(shared);
  refineBorder();
  if (state.get().selected) sheet.raise();
  const renewal = createRenewal(context, { frame, shownVersion: () => summaries.answers.legend?.dataVersion, isIncomplete: detections.isMissing, onRenew });
  workbench.attach(map, { answer, covered: () => frame.covered(workbench.legend.element), isTaken: (point) => comparison.isActive() || detections.hit(point) || detections.isPlacing() });
  comparison.attach(map);
  ask();

  function ask() {
    if (extent.loading) return;
    const view = state.get();
    const period = periodOf(view, extent);
    const box = map.getBounds();
    const area = { west: box.getWest(), south: box.getSouth(), east: box.getEast(), north: box.getNorth() };
    failed = false;
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
    if (view.language !== before.language || view.synthetic !== before.synthetic) return;
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

  function onMoved() {
    const { lat, lng } = map.getCenter();
    scaleBar.update(map);
    refineBorder();
    state.set({ map: { lon: Number(lng.toFixed(4)), lat: Number(lat.toFixed(4)), zoom: map.getZoom() } });
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

  function wholeBorder() {
    fitWhole();
    map.once('moveend', () => state.set({ map: null }));
  }

  function showConditions() {
    conditions.element.classList.add('open');
    conditions.element.querySelector('.sheet-close').focus();
  }

  function openAccount(button) {
    openAccountMenu(button, context, { importFile: () => openFileImport(shared), keys: openKeys, signedOut: context.signOut, refresh: context.reopen });
  }

  function edit(feature) {
    openRecordForm({ ...shared, detection: feature });
  }

  /** Something was stored or deleted here: the pictures follow at once. */
  function refresh() {
    return renewal.renew(true);
  }

  function onRenew(next, aloud) {
    quiet = !aloud;
    takeExtent(next);
    summaries.forget();
    detections.forget();
    heat.forget();
    workbench.renew();
    comparison.renew();
    ask();
  }

  /** The data reach further than before; the period that is looked at stays. */
  function takeExtent(next) {
    const view = state.get();
    const period = periodOf(view, extent);
    const first = extent.loading;
    Object.assign(extent, next);
    const moved = periodOf(view, extent);
    conditions.showExtent();
    if (!first && (moved.from !== period.from || moved.to !== period.to)) state.set(period);
  }

  async function share() {
    try {
      await navigator.clipboard.writeText(location.href);
      notice(t('share.done'), 'done');
    } catch {
      notice(t('share.byHand'), 'info');
    }
  }

  /** Many requests fail together; one notice is enough. */
  function report(problem) {
    if (failed || [401, 503].includes(problem.status)) return;
    failed = true;
    notice(problem);
  }

  return () => {
    renewal.stop();
    workbench.stop();
    comparison.stop();
    clearTimeout(pause);
    unsubscribe();
    window.removeEventListener('theme-changed', onTheme);
    for (const each of close) each();
    summaries.cancel();
    dock.stop();
    heat.hide();
    map.remove();
  };
}

const isLegendOf = (legend, view, period) => legend.weight === view.weight && legend.period.from === period.from && legend.period.to === period.to;

/** Labels leave room for the legend, so they are placed again and the note when they grow or shrink. */
function listenToSize(elements, onChange) {
  const observer = new ResizeObserver(onChange);
  for (const element of elements) observer.observe(element);
  return () => observer.disconnect();
}
