/**
 * The analyses of a workbench: it runs what the view in force asks, and shows the result that the state names.
 * It knows no analysis by name; each is a module with the face of views.js.
 */

import { announce, describe, notice } from '../dialog.js';
import { el } from '../dom.js';
import { currentLanguage, t } from '../i18n/index.js';
import { latest } from '../latest.js';
import { inLanguage } from '../message.js';
import { createAnalysisPanel } from '../panels/analysis.js';
import { createResultLegend } from '../panels/result-legend.js';
import { periodOfJob } from '../panels/runs/times.js';
import { conditionsOfJob, titleOf } from '../panels/runs/words.js';
import { openTable } from '../panels/table-dialog.js';
import { periodOf } from '../query.js';
import { adviceFor } from './advice.js';
import { createChoice } from './choice.js';
import { createExhibit } from './exhibit.js';
import { conditionsOf, sameInputs } from './inputs.js';
import * as client from './jobs.js';
import { hasEnded } from './jobs.js';
import { createResults } from './results.js';
import { createRuns } from './runs.js';

/**
 * `context`: `{state, session, base, extent}`; `hears`: `{onNote(), onResult(), onWindow(window), onError(problem), busy(boolean), compare}`,
 * the last `(jobId, jobId)` or null, and perhaps `legendBeside()`, lines for what else is on the map; and what the bench has: `analyses` in the order of `tabs`, which are `[[view, title]]` and may hold others,
 * `refused`, `{view, words}` for whom may run none, and `askEffort()`, whether there is effort to divide by. Panel and legend exist at once; `attach(map, {answer, isTaken(point), covered(), storyOf(id, deeds), keepsStory()})` gives the rest a map and the
 * panel for stories; `isTaken` says that a click belongs to somebody else, `covered` which boxes of the map the legend hides.
 */
export function createWorkbench(context, hears) {
  const { state, session, base, extent } = context;
  const { analyses, tabs, refused } = hears;
  const analysisOf = ({ view }) => analyses.find(({ id }) => id === view);
  const analysisOfProcess = (processId) => analyses.find((each) => each.processId === processId);
  const panel = createAnalysisPanel(context, { tabs, refused: refused.words, choose, run, cancel, open, again, compare: hears.compare, forget });
  const legend = createResultLegend({ onTable: showTable, beside: hears.legendBeside });
  const runs = createRuns({ client, processes: analyses.map(({ processId }) => processId), isMine, onChange: showRuns, onEnd: ended, onError: hears.onError });
  const results = createResults(client);
  const load = latest((signal, job) => results.load(job, signal));
  const controls = new Map();
  /** The job that a view showed last, so that changing tabs loses nothing. */
  const lastJobs = new Map();
  let exhibit = null;
  let choice = null;
  /** Where the state asks for a result that can't be shown: `{job, problem}`. */
  let missing = null;
  /** Until jobs and effort are known there is nothing to say, nor to run. */
  let ready = false;
  let learning = false;
  let hasEffort = null;
  let listed = null;
  let left = false;
  let starting = false;
  /** Started here, and to be shown when it ends. */
  let awaited = null;

  function isMine({ requester }) {
    return requester === session.account;
  }

  const analysis = () => (panel.mayRun ? analysisOf(state.get()) : undefined);
  const factsOf = (view) => ({ period: periodOf(view, extent), extent, hasEffort });
  /** What the view asks; null while something of the question is still to be chosen. */
  const wanted = () => analysis().inputsOf(state.get(), factsOf(state.get()));
  const shown = () => exhibit?.result() ?? null;
  const isRunning = () => runs.list().some((job) => isMine(job) && !hasEnded(job) && job.processID === analysis()?.processId);
  const isBusy = () => !ready || starting || isRunning();

  function attach(map, { answer, isTaken, covered, storyOf, keepsStory }) {
    if (!panel.mayRun) return refuseView();
    exhibit = createExhibit(map, { state, base, legend });
    choice = createChoice(map, { state, base, extent, answer, exhibit, covered, storyOf, keepsStory, onWindow: hears.onWindow });
    map.on('click', ({ containerPoint }) => analysis() && !isTaken(containerPoint) && choice.chooseAt(containerPoint));
    listed = runs.refresh();
    update(state.get(), null);
  }

  /** Whether there is effort is asked when the first analysis is looked at: after a start the answer may take seconds. */
  async function learn() {
    if (learning || extent.loading) return;
    learning = true;
    const before = hasEffort;
    hasEffort = await hears.askEffort().catch(() => before ?? false);
    await listed;
    learning = false;
    if (left || (ready && hasEffort === before)) return;
    ready = true;
    controls.clear();
    update(state.get(), null);
  }

  /** A link may come from somebody who may do more. */
  function refuseView() {
    if (!analysisOf(state.get())) return;
    notice(refused.words);
    state.set({ view: refused.view, job: null, chosen: null });
  }

  /** Brings the page to what the state says. `before` is null at first. */
  function update(view, before) {
    const current = analysis();
    if (view.view !== before?.view) showControls(current);
    panel.update(view);
    if (!exhibit) return;
    if (current && !ready) learn();
    if (!current) hide();
    else if (view.job !== shown()?.job.jobID || shown().analysis !== current) follow();
    else if (before && asksOther(current, view, before)) followSame();
    if (current && shown() && view.settings !== before?.settings) exhibit.draw();
    choice.update(view);
    advise();
  }

  function showControls(current) {
    if (current && !controls.has(current.id)) controls.set(current.id, current.createControls({ state, base, hasEffort }));
    panel.showMethod(current ? controls.get(current.id) : null);
  }

  function hide() {
    load.cancel();
    missing = null;
    exhibit.hide();
  }

  /** Finds the result that the state names, or one that answers the same question. */
  async function follow() {
    if (!analysis() || !ready) return;
    const { job: id } = state.get();
    if (!id) return followNone();
    hears.busy(true);
    try {
      const job = runs.get(id) ?? (await client.jobStatus(id));
      if (state.get().job === id) await show(runs.put(job));
    } catch (problem) {
      if (state.get().job === id) fail({ jobID: id }, problem);
    } finally {
      hears.busy(false);
    }
  }

  function followNone() {
    hide();
    if (!followSame()) advise();
  }

  const asksOther = (current, view, before) => view.job === before.job && !sameInputs(current.inputsOf(before, factsOf(before)), current.inputsOf(view, factsOf(view)));

  /** Nothing is run twice: a result of today that answers the same question is shown instead. */
  function followSame() {
    if (!wanted()) return false;
    const answersThis = (job) => job.status === 'successful' && job.current !== false && job.processID === analysis().processId && sameInputs(job.inputs ?? {}, wanted());
    const same = runs.list().find(answersThis);
    if (same) state.set({ job: same.jobID });
    return Boolean(same);
  }

  async function show(job) {
    const owner = analysisOfProcess(job.processID);
    // A link may name a job of another view; the job is what somebody wanted to show.
    if (owner && owner !== analysis()) return state.set({ view: owner.id });
    if (!hasEnded(job)) return runs.watch(job);
    if (!owner || job.status !== 'successful') return fail(job, null);
    const document = await load(job);
    if (!document || left) return;
    missing = null;
    exhibit.show(owner, job, owner.read?.(document) ?? document);
    lastJobs.set(owner.id, job.jobID);
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

  function advice() {
    if (!analysis() || extent.loading || (extent.empty && analysis().usesDetections !== false)) return null;
    const coming = isBusy() || (state.get().job !== null && !missing);
    return adviceFor({ shown: shown(), missing, coming, wanted: wanted(), open: analysis().openQuestion?.(state.get()) ?? null });
  }

  /** The button in the panel, and the line over the map. */
  function advise() {
    panel.showAdvice({ text: null, action: null, ...advice(), busy: isBusy() });
    hears.onNote();
  }

  function note() {
    const { text, action } = advice() ?? {};
    return text ? { text, action: action && el('button', { type: 'button', class: 'text-button', disabled: isBusy(), onclick: run }, action) } : null;
  }

  function choose(id) {
    state.set({ view: id, job: lastJobs.get(id) ?? null, chosen: null });
  }

  async function run() {
    if (!wanted()) return;
    panel.clearProblem();
    starting = true;
    advise();
    try {
      awaited = (await runs.run(analysis().processId, wanted())).jobID;
    } catch (problem) {
      panel.showProblem(problem.parameter, refusalWords(problem));
    }
    starting = false;
    advise();
  }

  /** Analyses refuse in both languages; what else may fail has words of our own. */
  function refusalWords(problem) {
    if (problem.type === 'too-large') return t('run.tooLarge');
    return problem.detail.includes(' / ') ? inLanguage(problem.detail, currentLanguage()) : describe(problem);
  }

  function cancel(job) {
    return runs.cancel(job.jobID).catch((problem) => {
      notice(problem);
      throw problem;
    });
  }

  /** The result with its own conditions, so that totals and charts beside it speak of the same detections. */
  function open(job) {
    const owner = analysisOfProcess(job.processID);
    const inputs = job.inputs ?? {};
    const settings = Object.freeze({ ...state.get().settings, ...owner.settingsOf(inputs) });
    state.set({ view: owner.id, job: job.jobID, chosen: null, ...conditionsOf(inputs), ...owner.viewOf?.(inputs), settings });
  }

  async function again(job) {
    try {
      const next = await runs.again(job.jobID);
      awaited = next.jobID;
      open(next);
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
    const isHere = analysis()?.processId === job.processID;
    if (job.status === 'failed') notice(`${t('run.failed', { title })} ${inLanguage(job.message ?? '', currentLanguage())}`, 'bad');
    else if (job.status === 'dismissed') announce(t('run.cancelled', { title }));
    else if (isHere && state.get().job === job.jobID) follow();
    // What is done at once ends before its start has been answered here.
    else if (isHere && (job.jobID === awaited || starting)) state.set({ job: job.jobID });
    else notice(t('run.done', { title }), 'done');
    if (isHere && state.get().job === job.jobID && job.status !== 'successful') follow();
    advise();
  }

  function showRuns() {
    panel.showRuns(runs.list(), shown()?.job.jobID);
    if (exhibit) advise();
  }

  function showTable() {
    const { analysis: owner, job, document, legend: words } = shown();
    const facts = [words.unit, periodOfJob(job), words.method, conditionsOfJob(job, base)];
    openTable(words.title, owner.tables(document, { view: state.get(), base }), { facts, synthetic: job.synthetic });
  }

  /** The data are there, or others: whether they have effort, and which results are still those of today. */
  async function renew() {
    if (!panel.mayRun) return;
    listed = runs.refresh();
    await listed;
    exhibit.update(runs.get(shown()?.job.jobID));
    if (analysis()) await learn();
    advise();
  }

  function sentence() {
    const result = shown();
    return result ? result.analysis.sentence(result.document, { view: state.get(), base }) : '';
  }

  function stop() {
    left = true;
    runs.stop();
    panel.stop();
    load.cancel();
  }

  return { panel, legend, attach, update, note, sentence, renew, stop, isActive: () => Boolean(analysis()), asked: () => (analysis() ? wanted() : null), result: shown, steps: () => choice, run, isBusy, taken: () => exhibit?.layer()?.taken?.() ?? [], redraw: () => exhibit?.redraw(), redrawLegend: () => shown() && legend.show(shown().job, shown().legend, base) };
}
