/**
 * The planner's workbench for analyses: it runs what the view in force asks, and shows the result that the state names.
 * It knows no analysis by name; each is a module with the face of views.js.
 */

import { announce, describe, notice } from '../dialog.js';
import { el } from '../dom.js';
import { currentLanguage, t } from '../i18n/index.js';
import { latest } from '../latest.js';
import { inLanguage } from '../message.js';
import { openTable } from '../panels/table-dialog.js';
import { createAnalysisPanel } from '../panels/analysis.js';
import { createResultLegend } from '../panels/result-legend.js';
import { titleOf } from '../panels/runs/words.js';
import { periodOf } from '../query.js';
import { createChoice } from './choice.js';
import { conditionsOf, sameInputs } from './inputs.js';
import * as client from './jobs.js';
import { hasEnded } from './jobs.js';
import { createResults } from './results.js';
import { createRuns } from './runs.js';
import { ANALYSES, analysisOf, analysisOfProcess } from './views.js';

/**
 * `context`: `{state, session, base, extent}`; `hears`: `{onNote(), onResult(), onWindow(window), onError(problem), busy(boolean), compare(a, b) or null}`.
 * The parts of the page exist at once; `attach(map, answer)` gives them a map and the panel for stories.
 */
export function createWorkbench(context, hears) {
  const { state, base, extent } = context;
  const panel = createAnalysisPanel(context, { choose, run, cancel, open, again, compare: hears.compare, forget });
  const legend = createResultLegend({ onTable: showTable });
  const runs = createRuns({ client, knows: ({ processID }) => Boolean(analysisOfProcess(processID)), onChange: showRuns, onEnd: ended, onError: hears.onError });
  const results = createResults(client);
  const load = latest((signal, job) => results.load(job, signal));
  const layers = new Map();
  const controls = new Map();
  /** The job that a view showed last, so that changing tabs loses nothing. */
  const lastJobs = new Map();
  let choice = null;
  let map = null;
  /** `{analysis, job, document, legend}` on the map, or null. */
  let shown = null;
  /** Where the state asks for a result that is not there: `{job, problem}`. */
  let missing = null;
  let listed = false;
  let starting = false;
  /** Started here, and to be shown when it ends. */
  let awaited = null;

  const analysis = () => (panel.mayRun ? analysisOf(state.get()) : undefined);
  const facts = () => ({ period: periodOf(state.get(), extent), extent, hasEffort: Boolean(extent.hasEffort) });
  const wanted = () => analysis().inputsOf(state.get(), facts());
  const runningNow = () => runs.list().find((job) => !hasEnded(job) && job.processID === analysis()?.processId);

  async function attach(onMap, answer) {
    map = onMap;
    choice = createChoice(map, { state, base, answer, shown: () => shown, onWindow: hears.onWindow });
    update(state.get(), null);
    if (!panel.mayRun) return;
    await runs.refresh();
    listed = true;
    follow();
  }

  /** Brings the page to what the state says. `before` is null at first. */
  function update(view, before) {
    const current = analysis();
    if (view.view !== before?.view) showControls(current);
    panel.update(view);
    if (!current) hide();
    else if (view.job !== shown?.job.jobID || shown.analysis !== current) follow();
    else if (view.settings !== before?.settings) draw();
    choice?.update(view);
    advise();
  }

  function showControls(current) {
    if (current && !controls.has(current.id)) controls.set(current.id, current.createControls({ state, hasEffort: facts().hasEffort }));
    panel.showMethod(current ? controls.get(current.id) : null);
  }

  function hide() {
    load.cancel();
    if (shown) layerOf(shown.analysis).show(null, state.get());
    shown = missing = null;
    legend.hide();
  }

  /** Finds the result that the state names, or one that answers the same question. */
  async function follow() {
    const current = analysis();
    if (!current || !map) return;
    const { job: id } = state.get();
    if (!id) {
      hide();
      const same = listed && runs.list().find((job) => job.status === 'successful' && job.current !== false && job.processID === current.processId && sameInputs(job.inputs ?? {}, wanted()));
      if (same) state.set({ job: same.jobID });
      return advise();
    }
    hears.busy(true);
    try {
      const job = runs.get(id) ?? (await client.jobStatus(id));
      runs.put(job);
      if (state.get().job !== id) return;
      await show(job, analysisOfProcess(job.processID));
    } catch (problem) {
      if (state.get().job === id) fail({ jobID: id }, problem);
    } finally {
      hears.busy(false);
    }
  }

  async function show(job, owner) {
    // A link may name a job of another view; the job is what somebody wanted to show.
    if (owner && owner !== analysis()) return state.set({ view: owner.id });
    if (!hasEnded(job)) return runs.watch(job);
    if (!owner || job.status !== 'successful') return fail(job, null);
    const document = await load(job);
    if (!document) return;
    if (shown && shown.analysis !== owner) layerOf(shown.analysis).show(null, state.get());
    shown = { analysis: owner, job, document };
    missing = null;
    lastJobs.set(owner.id, job.jobID);
    draw();
    choice.update(state.get());
    showRuns();
    if (awaited === job.jobID) announce(`${t('run.done', { title: titleOf(job) })} ${sentence()}`);
    awaited = null;
    hears.onResult();
  }

  function fail(job, problem) {
    hide();
    missing = { job, problem };
    advise();
  }

  function layerOf(owner) {
    if (!layers.has(owner.id)) layers.set(owner.id, owner.createLayer(map, { pane: 'cells' }));
    return layers.get(owner.id);
  }

  function draw() {
    const view = state.get();
    layerOf(shown.analysis).show(shown.document, view);
    shown.legend = shown.analysis.legend(shown.document, { view, base });
    legend.show(shown.job, shown.legend, base);
    choice.use(layerOf(shown.analysis));
  }

  function showTable() {
    openTable(titleOf(shown.job), shown.analysis.tables(shown.document, { view: state.get(), base }));
  }

  /** What the button says, and the line over the map: null when the picture answers the question. */
  function adviceNow() {
    if (!analysis()) return null;
    const busy = starting || Boolean(runningNow());
    if (missing) return { text: missingWords(missing), action: t('run'), busy };
    if (!shown) return state.get().job ? null : { text: listed && !busy ? t('run.none') : null, action: t('run'), busy };
    if (!sameInputs(shown.job.inputs ?? {}, wanted())) return { text: t('run.differs'), action: t('run.again'), busy };
    if (shown.job.current === false) return { text: t('run.changed'), action: t('run.again'), busy };
    return null;
  }

  function advise() {
    panel.showAdvice(adviceNow() ?? { text: null, action: null, busy: false });
    hears.onNote();
  }

  function note() {
    const advice = adviceNow();
    if (!advice?.text) return null;
    return { text: advice.text, action: el('button', { type: 'button', class: 'text-button', disabled: advice.busy, onclick: run }, advice.action) };
  }

  function choose(id) {
    panel.clearProblem();
    state.set({ view: id, job: lastJobs.get(id) ?? null, chosen: null });
  }

  async function run() {
    panel.clearProblem();
    starting = true;
    advise();
    try {
      const job = await runs.run(analysis().processId, wanted());
      awaited = job.jobID;
    } catch (problem) {
      refuse(problem);
    }
    starting = false;
    advise();
  }

  function refuse(problem) {
    const words = problem.detail ? inLanguage(problem.detail, currentLanguage()) : describe(problem);
    panel.showProblem(problem.parameter, words);
  }

  async function cancel(job) {
    try {
      await runs.cancel(job.jobID);
    } catch (problem) {
      notice(problem);
    }
  }

  /** The result with its own conditions, so that totals and charts beside it speak of the same detections. */
  function open(job) {
    const owner = analysisOfProcess(job.processID);
    const settings = Object.freeze({ ...state.get().settings, ...owner.settingsOf(job.inputs ?? {}) });
    state.set({ view: owner.id, job: job.jobID, chosen: null, ...conditionsOf(job.inputs ?? {}), settings });
  }

  async function again(job) {
    try {
      awaited = (await runs.again(job.jobID)).jobID;
      open(runs.get(awaited));
    } catch (problem) {
      notice(problem);
    }
  }

  function forget(job) {
    const undo = runs.forget(job.jobID);
    if (state.get().job === job.jobID) state.set({ job: null, chosen: null });
    lastJobs.forEach((id, view) => id === job.jobID && lastJobs.delete(view));
    notice(t('past.forgotten', { title: titleOf(job) }), 'done', { undo });
  }

  function ended(job) {
    const title = titleOf(job);
    if (job.status === 'failed') notice(`${t('run.failed', { title })} ${inLanguage(job.message ?? '', currentLanguage())}`, 'bad');
    else if (job.status === 'dismissed') announce(t('run.cancelled', { title }));
    else if (job.jobID === awaited && analysis()?.processId === job.processID) {
      if (state.get().job === job.jobID) follow();
      else state.set({ job: job.jobID });
    } else notice(t('run.done', { title }), 'done');
    advise();
  }

  function showRuns() {
    panel.showRuns(runs.list(), state.get(), shown?.job.jobID);
    advise();
  }

  /** The data changed: which results are still those of today is asked anew. */
  async function renew() {
    if (!panel.mayRun) return;
    await runs.refresh();
    if (shown) shown.job = runs.get(shown.job.jobID) ?? shown.job;
    advise();
  }

  const sentence = () => (shown ? shown.analysis.sentence(shown.document, { view: state.get(), base }) : '');

  function redraw() {
    for (const layer of layers.values()) layer.redraw();
  }

  function stop() {
    runs.stop();
    panel.stop();
    load.cancel();
  }

  return { panel, legend, attach, update, note, sentence, renew, redraw, stop, isActive: () => Boolean(analysis()), result: () => shown, steps: () => choice };
}

function missingWords({ job, problem }) {
  if (!problem) return t(job.status === 'failed' ? 'run.missing.failed' : 'run.missing.other', { reason: inLanguage(job.message ?? '', currentLanguage()) });
  return problem.status === 404 ? t('run.missing.gone') : describe(problem);
}
