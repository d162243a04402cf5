/** Stored plans in the commander's workbench: their list, the one that is open on the map, its roster to be changed by hand, its way to an order. */

import { isAbort } from '../../api.js';
import { announce, notice, openDialog } from '../../dialog.js';
import { el, icon } from '../../dom.js';
import { formatDateTime, formatNumber, t } from '../../i18n/index.js';
import { latest } from '../../latest.js';
import { openTable } from '../../panels/table-dialog.js';
import { createAreaLayer } from '../area-layer.js';
import { planLegend } from '../legend.js';
import { rosterTable, teamWords } from '../roster-table.js';
import { planStory } from '../story.js';
import { personsWords, postWords, shiftWords, stretchWords } from '../words.js';
import { openChange } from './change.js';
import { changedPlaces, planAsResult, rosterOf } from './document.js';
import { createPlanList } from './list.js';
import { openOrder, openTracks } from './order.js';
import { approvePlan, listPlans, readPlan, readVersions, removePlan, undoChange } from './requests.js';
import { keptFigures, keptSummary } from './summary.js';
import { openWalked } from './walked.js';
import { changeWords, gainWords, planProblem, spanWords } from './words.js';

/** Changes by hand that are told below the roster; all of them stand in the history. */
const TOLD = 3;

/**
 * `context`: `{state, session, base}`; `map` is Leaflet's; `story(sections or null)` fills the panel at the right; `report(problem)` says what
 * failed; `legend` is one of panels/result-legend.js, `toMap()` leaves a panel that hides the map, `onChange()` hears that another plan is there,
 * or another version of it. It is the view `kept` of its workbench.
 *
 * Answers `{panel, update(view, before), plan(), places(), numbers(), figures(), dock(), sentence(), printOn(head), showTables(), step(by),
 * chooseCentre(), taken(), redraw(), redrawLegend(), renew(), put(plan), stop()}`; `plan` is the one that is shown, or null.
 */
export function createPlans(context, { map, story, legend, report, toMap, onChange }) {
  const { state, session, base } = context;
  const mayWrite = session.can('write-plans');
  const mayApprove = session.can('approve-plans');
  const layer = createAreaLayer(map, { pane: 'cells' });
  const list = createPlanList({ open });
  const askList = latest((signal) => listPlans(signal));
  const askPlan = latest((signal, id) => readPlan(id, signal));
  let lines = null;
  let problem = null;
  let plan = null;
  let result = null;
  let told = null;

  map.on('click', onClick);
  const isActive = () => state.get().view === 'kept';

  /** Reads list and plan anew. */
  async function renew() {
    if (!isActive()) return;
    try {
      const answer = await askList();
      if (!answer) return;
      [lines, problem] = [answer, null];
    } catch (error) {
      if (isAbort(error)) return;
      problem = error;
      report(error);
    }
    if (!isActive()) return;
    if (!state.get().plan && lines?.length > 0) state.set({ plan: lines[0].id });
    else await load();
    show();
  }

  async function load() {
    const { plan: id } = state.get();
    if (!id) return take(null);
    try {
      const read = await askPlan(id);
      if (read) take(read);
    } catch (error) {
      if (isAbort(error)) return;
      take(null);
      notice(error.status === 404 ? t('kept.gone') : planProblem(error), 'bad');
    }
  }

  function take(next) {
    plan = next;
    result = next && planAsResult(next);
    show();
    onChange();
  }

  /** A version that this page made. */
  function put(next) {
    lines = lines && [lineOf(next), ...lines.filter(({ id }) => id !== next.id)];
    take(next);
    if (!isActive() || state.get().plan !== next.id) state.set({ view: 'kept', plan: next.id, job: null, chosen: null });
  }

  function open(id) {
    state.set({ plan: id, chosen: null });
    toMap();
  }

  function update(view, before) {
    if (isActive() && view.view !== before?.view) renew();
    else if (isActive() && view.plan !== before?.plan && view.plan !== plan?.id) load();
    show();
  }

  function show() {
    list.element.hidden = !isActive();
    list.update({ lines, view: state.get(), problem });
    const isShown = isActive() && result !== null;
    layer.show(isShown ? result : null);
    if (isShown) redrawLegend();
    else legend.hide();
    tell();
  }

  /** The story of the chosen area, or none. */
  function tell() {
    if (!isActive()) return (told = null);
    const { chosen } = state.get();
    const feature = result?.features.find(({ id }) => id === chosen) ?? null;
    layer.select(feature?.id ?? null);
    if (told && told.feature === feature) return;
    told = { feature };
    if (!feature) return story(null);
    const rank = { place: result.features.indexOf(feature) + 1, of: result.features.length };
    story(planStory(feature, result, { rank, deeds: { close: () => choose(null), next: () => step(1), previous: () => step(-1) } }));
  }

  function choose(feature) {
    state.set({ chosen: feature?.id ?? null });
  }

  function onClick({ containerPoint }) {
    if (isActive() && !map.getContainer().classList.contains('is-placing')) choose(layer.at(containerPoint));
  }

  function step(by) {
    const all = result?.features ?? [];
    if (all.length === 0) return false;
    const index = all.findIndex(({ id }) => id === state.get().chosen);
    const next = all[(index + by + all.length + (index < 0 && by < 0 ? 1 : 0)) % all.length];
    choose(next);
    announce(t('plan.area', { name: next.properties.name }));
    return true;
  }

  function chooseCentre() {
    const found = layer.at(map.getSize().divideBy(2));
    if (found) choose(found);
    return found !== null;
  }

  function numbers() {
    if (!plan) return el('section', {}, el('h2', {}, t('kept.title')), el('p', { class: 'muted' }, t(problem ? 'kept.failed' : !lines ? 'kept.loading' : lines.length === 0 ? 'kept.empty' : 'kept.choose')));
    return keptSummary(plan, result, {
      choose,
      approve: mayApprove ? askToApprove : null,
      order: () => openOrder(plan),
      tracks: () => openTracks(plan),
      walked: () => openWalked(plan),
      versions: showVersions,
      remove: mayWrite ? askToRemove : null,
    });
  }

  function dock() {
    if (!plan) return { title: t('kept.roster'), note: '', body: el('p', { class: 'dock-empty muted' }, t(lines?.length === 0 ? 'kept.empty' : 'kept.roster.empty')) };
    const changed = changedPlaces(plan);
    const press = ({ day, team, duty }) => {
      if (mayWrite) return () => openChange(plan, { day, team, duty }, { onChanged });
      const area = result.features.find(({ id }) => id === duty?.area);
      return area ? () => choose(area) : null;
    };
    return {
      title: t('kept.roster'),
      note: [t('roster.note', { hours: formatNumber(plan.terms.rest_hours), seed: String(plan.seed) }), mayWrite && t('kept.roster.press')].filter(Boolean).join(' · '),
      body: [rosterTable(rosterOf(plan), result.summary, { press, isChanged: (day, team) => changed.has(`${day} ${team}`) }), changes()],
    };
  }

  function changes() {
    const latestFirst = [...plan.changes].reverse();
    const row = (change, i) => el('li', {}, icon('edit', 14), el('span', {}, `${t('kept.byHand')} ${changeWords(change, plan)}: `, el('b', { class: 'n' }, gainWords(change.price)), ` ${t('kept.persons')}.`), i === 0 && mayWrite && el('button', { type: 'button', class: 'text-button', onclick: undo }, t('undo')));
    return el('ul', { class: 'hand-changes' }, latestFirst.slice(0, TOLD).map(row), latestFirst.length > TOLD && el('li', {}, el('button', { type: 'button', class: 'text-button', onclick: showVersions }, t('kept.moreChanges', { count: latestFirst.length - TOLD }))));
  }

  function onChanged(next) {
    put(next);
    notice(t('kept.changed', { gain: gainWords(next.changes.at(-1).price) }), 'done', { undo });
  }

  async function undo() {
    await attempt(async () => {
      put(await undoChange(plan));
      announce(t('kept.undone'));
    });
  }

  /** Once, as what goes out holds from then on. */
  function askToApprove() {
    const go = async () => {
      dialog.close();
      await attempt(async () => {
        put(await approvePlan(plan));
        notice(t('kept.approve.done', { version: plan.version }), 'done');
      });
    };
    const dialog = openDialog({
      title: t('kept.approve'),
      body: [el('p', {}, el('b', {}, plan.name), `, ${t('kept.approve.what', { duties: plan.assignments.length, teams: plan.teams.length })}`), el('p', {}, t('kept.approve.fixes'))],
      footer: [el('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, t('cancel')), el('button', { type: 'button', class: 'button primary', onclick: go }, icon('check', 16), t('kept.approve.do'))],
    });
  }

  function askToRemove() {
    const go = async () => {
      dialog.close();
      const gone = plan;
      await attempt(async () => {
        await removePlan(gone);
        lines = lines?.filter(({ id }) => id !== gone.id) ?? null;
        notice(t('kept.removed', { name: gone.name }), 'done');
        state.set({ plan: lines?.[0]?.id ?? null, chosen: null });
        if (!state.get().plan) take(null);
      });
    };
    const dialog = openDialog({
      title: t('kept.remove'),
      body: el('p', {}, t('kept.remove.ask', { name: plan.name })),
      footer: [el('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, t('cancel')), el('button', { type: 'button', class: 'button danger', onclick: go }, t('kept.remove'))],
    });
  }

  /** Whoever changed the plan meanwhile has the word: it is read again. */
  async function attempt(deed) {
    try {
      await deed();
    } catch (error) {
      if (isAbort(error)) return;
      notice(planProblem(error), 'bad');
      if (error.status === 412 || error.status === 404) renew();
    }
  }

  async function showVersions() {
    await attempt(async () => {
      const versions = await readVersions(plan);
      const what = (each) => (each.team ? `${t(`kept.kind.${each.kind}`)}: ${changeWords(each, plan)}` : t(`kept.kind.${each.kind}`));
      const rows = versions.map((each) => [String(each.version), what(each), each.team ? gainWords(each.price) : '', personsWords(each.expected), each.by, formatDateTime(each.at)]);
      openTable(t('kept.versions'), [{ caption: plan.name, columns: [t('kept.versions.version'), t('kept.versions.what'), t('kept.change.gain'), t('kept.versions.stops'), t('kept.versions.by'), t('kept.versions.at')], rows, numeric: 99 }], { synthetic: plan.synthetic });
    });
  }

  function showTables() {
    const areas = result.features.flatMap(({ properties: p }) => p.posts.map((post) => [p.name, stretchWords(p), postWords(post.station, result.summary), shiftWords(post.shift, plan), formatNumber(post.duties)]));
    const duties = rosterOf(plan).features.map(({ properties: p }) => [String(p.day), teamWords(p.team, result.summary), p.area_name, `${p.shift_from}–${p.shift_until}`]);
    openTable(
      plan.name,
      [
        { caption: t('plan.areas'), columns: [t('plan.name'), t('plan.stretch'), t('station'), t('plan.shift'), t('kept.areas.unit')], rows: areas, numeric: 4 },
        { caption: t('kept.roster'), columns: [t('kept.day'), t('roster.team'), t('plan.areas'), t('plan.shift')], rows: duties, numeric: 99 },
      ],
      { synthetic: plan.synthetic },
    );
  }

  function stop() {
    askList.cancel();
    askPlan.cancel();
    map.off('click', onClick);
    layer.remove();
  }

  function redrawLegend() {
    if (isActive() && result) legend.show({ inputs: {} }, planLegend(result), base);
  }

  function printOn(head) {
    const { title, unit, method } = planLegend(result);
    const facts = { requester: plan.modified_by, finished: plan.modified_at, dataVersion: plan.data_version, synthetic: plan.synthetic, inputs: {} };
    head.showResult(facts, { title: `${title}: ${plan.name}, ${spanWords(plan)}, ${t(`kept.status.${plan.status}`)}`, unit, method });
  }

  return {
    panel: list.element,
    update,
    plan: () => (isActive() ? plan : null),
    places: () => result?.places ?? new Map(),
    numbers,
    figures: () => (plan ? keptFigures(plan, result) : []),
    dock,
    sentence: () => (plan ? t('kept.sentence', { name: plan.name, status: t(`kept.status.${plan.status}`), count: plan.teams.length, value: personsWords(plan.worth.expected) }) : ''),
    printOn,
    showTables,
    step,
    chooseCentre,
    taken: () => (isActive() ? layer.taken() : []),
    redraw: layer.redraw,
    redrawLegend,
    renew,
    put,
    stop,
  };
}

/** A plan as the list tells it. */
const lineOf = (plan) => ({ ...plan, teams: plan.teams.length, expected: plan.worth.expected });
