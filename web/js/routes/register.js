/** The register of trafficking routes in the analyst's workbench: list, lines on the map, the story of one, drawing and import. */

import { isAbort } from '../api.js';
import { announce, notice } from '../dialog.js';
import { el, icon } from '../dom.js';
import { formatNumber, t } from '../i18n/index.js';
import { latest } from '../latest.js';
import { linesOf } from './draw/line.js';
import { matchLines } from './draw/match.js';
import { fullQuery, periodOf } from '../query.js';
import { openRouteEditor } from './register/editor.js';
import { createEvidencePoints } from './register/evidence-points.js';
import { registerDock, registerNumbers } from './register/tables.js';
import { createRoutesLayer } from './register/layer.js';
import { createRouteList } from './register/list.js';
import { listRoutes, readEvidence, readGroups, readHistory, removeRoute, restoreRoute } from './register/requests.js';
import { DASH_SIGNS } from './register/sign.js';
import { layerOf, STATUSES } from './register/statuses.js';
import { createRouteStory } from './register/story.js';

/** Routes that lie nearer than this to one another for most of their length are told of together. */
const SIMILAR_METRES = 500;
const WITHIN_METRES = 500;
const PANE = 'register';

/**
 * `context`: `{api, state, session, extent, base}`; `map` is Leaflet's; `story(sections or null)` fills the panel at the right; `report(problem)`
 * says what failed; `toMap()` leaves a panel that hides the map; `onChange()` hears that the routes are others. The register is the view
 * `register` of its workbench; its lines are on the map in all of them.
 *
 * Answers `{panel, update(view, before), legend(), numbers(), dock(), sentence(), step(by), chooseCentre(), redraw(), renew(), stop()}`: `legend`
 * are the lines of a legend, `numbers` sections while nothing is chosen, `dock` `{title, note, body}`; `step` and `chooseCentre` answer
 * whether there was something to choose.
 */
export function createRegister(context, { map, story, report, toMap = () => {}, onChange = () => {} }) {
  const { api, state, session } = context;
  const mayWrite = session.can('write-routes');
  const layer = createRoutesLayer(map, { pane: PANE });
  const points = createEvidencePoints(map, { pane: PANE });
  const list = createRouteList(state, { choose: chooseFromList, draw: mayWrite ? () => edit(null) : null, importFile: mayWrite ? importFile : null });
  const ask = latest((signal) => listRoutes(api, { synthetic: state.get().synthetic, signal }));
  const askEvidence = latest((signal, id, query) => readEvidence(api, id, { ...query, signal }));
  const askHistory = latest((signal, { id }) => readHistory(api, id, signal));
  const askGroups = latest((signal) => readGroups(api, { maxMetres: SIMILAR_METRES, synthetic: state.get().synthetic, signal }));
  const askNetwork = latest((signal, { geometry, properties }) => matchLines(api, geometry, { synthetic: properties.synthetic || null, signal }));
  let routes = null;
  let problem = null;
  let open = null;
  let withinMetres = WITHIN_METRES;
  let stopEditing = null;

  map.on('click', onClick);
  renew();

  const isActive = () => state.get().view === 'register';
  const isPlacing = () => map.getContainer().classList.contains('is-placing');
  /** Ways that were just found differ by dashes too, so registered routes leave the map to them. */
  const isOnMap = () => state.get().view !== 'alternatives';
  const shown = () => (isOnMap() ? (routes ?? []) : []).filter(({ properties }) => !state.get().hidden.includes(layerOf(properties.status)));

  async function renew() {
    try {
      const answer = await ask();
      if (!answer) return;
      [routes, problem] = [answer.features, null];
    } catch (error) {
      if (isAbort(error)) return;
      problem = error;
      report(error);
    }
    show();
    openChosen();
    onChange();
  }

  function show() {
    layer.show(shown());
    list.update({ routes, view: state.get(), problem });
  }

  function choose(id) {
    state.set({ chosen: id });
  }

  /** On a phone the list hides the map, and what is chosen is seen there. */
  function chooseFromList(id) {
    choose(id);
    if (id) toMap();
  }

  function onClick({ containerPoint }) {
    if (isActive() && !isPlacing()) choose(layer.at(containerPoint)?.id ?? null);
  }

  function update(view, before) {
    show();
    if (view.view !== before.view || view.chosen !== before.chosen) openChosen();
    else if (open && JSON.stringify(evidenceQuery()) !== JSON.stringify(open.asked)) countEvidence();
  }

  /** The chosen route's story, or none. */
  function openChosen() {
    const { chosen } = state.get();
    const route = isActive() && chosen ? routes?.find(({ id }) => id === chosen) : null;
    layer.select(route?.id ?? null);
    if (open?.route === route && route) return;
    points.show([]);
    askEvidence.cancel();
    for (const each of [askHistory, askGroups, askNetwork]) each.cancel();
    if (route) return openStory(route);
    open = null;
    if (!isActive()) return;
    story(chosen && routes && !problem ? gone(chosen) : null);
  }

  function openStory(route) {
    const view = createRouteStory(route, {
      close: () => choose(null),
      edit: mayWrite ? () => edit(route) : null,
      remove: mayWrite ? () => remove(route) : null,
      choose,
      distance: (metres) => {
        withinMetres = metres;
        countEvidence();
      },
      show: session.can('read-detections') ? showPoints : null,
      go: ({ id, lon, lat }) => state.set({ bench: 'hotspots', view: 'density', chosen: null, job: null, selected: id, map: { lon, lat, zoom: 14 } }),
    });
    open = { route, view, known: { shown: false } };
    story(view.sections);
    reveal(route);
    countEvidence();
    askForRest();
  }

  function evidenceQuery() {
    return { withinMetres, query: fullQuery(state.get(), periodOf(state.get(), context.extent)) };
  }

  async function countEvidence() {
    const own = open;
    own.asked = evidenceQuery();
    own.known = { ...own.known, period: periodOf(state.get(), context.extent), withinMetres, problem: null };
    own.view.update(own.known);
    try {
      const evidence = await askEvidence(own.route.id, own.asked);
      if (!evidence || own !== open) return;
      own.known = { ...own.known, evidence };
    } catch (error) {
      if (isAbort(error) || own !== open) return;
      own.known = { ...own.known, evidence: null, problem: error };
      report(error);
    }
    own.view.update(own.known);
    showPoints(own.known.shown);
  }

  /** Each part of the story is told as soon as it is known; one that can't be had is left out. */
  function askForRest() {
    const own = open;
    const tell = (ask, partOf) =>
      ask(own.route).then(
        (answer) => {
          if (!answer || own !== open) return;
          own.known = { ...own.known, ...partOf(answer) };
          own.view.update(own.known);
        },
        () => null,
      );
    tell(askHistory, ({ changes }) => ({ history: changes }));
    tell(askGroups, (groups) => ({ group: similarTo(own.route, groups) }));
    tell(askNetwork, (onNetwork) => ({ onNetwork }));
  }

  function similarTo({ id }, groups) {
    const ids = groups.groups.map((group) => group.routes.map((each) => each.id)).find((group) => group.includes(id)) ?? [];
    return (routes ?? []).filter((route) => route.id !== id && ids.includes(route.id));
  }

  function showPoints(on) {
    open.known = { ...open.known, shown: on };
    points.show(on ? (open.known.evidence?.nearest ?? []) : []);
    open.view.update(open.known);
  }

  /** A link, or somebody else's deed, may lead to a route that is no longer there. */
  function gone(id) {
    return [
      el(
        'section',
        {},
        el('h2', {}, t('route.gone'), el('button', { type: 'button', class: 'ghost', 'aria-label': t('close'), onclick: () => choose(null) }, icon('close', 16))),
        mayWrite && el('button', { type: 'button', class: 'button', onclick: () => restore(id) }, icon('undo', 16), t('route.restore')),
      ),
    ];
  }

  function reveal({ geometry }) {
    const line = linesOf(geometry).flat().map(([lon, lat]) => [lat, lon]);
    if (!line.some((point) => map.getBounds().contains(point))) map.fitBounds(line, { padding: [60, 60] });
  }

  function edit(route) {
    if (document.querySelector('.route-panel')) return document.querySelector('.route-panel h2').focus();
    layer.hide(route?.id ?? null);
    toMap();
    stopEditing = openRouteEditor(
      { ...context, map },
      {
        route,
        synthetic: showsSynthetic(),
        codes: (routes ?? []).map(({ properties }) => properties.code),
        onStored: ({ id }) => renew().then(() => choose(id)),
        onClosed: () => {
          stopEditing = null;
          layer.hide(null);
        },
      },
    );
  }

  /** Whether what is looked at is made up: by choice, by what the server listed, or as there is nothing else. */
  function showsSynthetic() {
    const { realDetections, syntheticDetections } = context.extent;
    return state.get().synthetic ?? routes?.[0]?.properties.synthetic ?? (realDetections === 0 && syntheticDetections > 0);
  }

  async function importFile() {
    const { openRouteImport } = await import('./register/import.js');
    openRouteImport({ ...context, refresh: renew }, { synthetic: showsSynthetic() });
  }

  async function remove(route) {
    try {
      await removeRoute(api, route);
      choose(null);
      await renew();
      notice(t('route.removed', { code: route.properties.code }), 'done', { undo: () => restore(route.id) });
    } catch (error) {
      if (!isAbort(error)) notice(error);
    }
  }

  async function restore(id) {
    try {
      await restoreRoute(api, id);
      await renew();
      choose(id);
      notice(t('route.restored'), 'done');
    } catch (error) {
      if (!isAbort(error)) notice(error);
    }
  }

  function step(by) {
    const all = shown();
    if (all.length === 0) return false;
    const index = all.findIndex(({ id }) => id === state.get().chosen);
    const next = all[(index + by + all.length + (index < 0 && by < 0 ? 1 : 0)) % all.length];
    choose(next.id);
    const { code, name, status, length_km: km } = next.properties;
    announce(t('register.say', { code, name, status: t(`route.status.${status}`).toLowerCase(), length: `${formatNumber(km, 1)} km` }));
    return true;
  }

  function chooseCentre() {
    const found = layer.at(map.getSize().divideBy(2));
    if (found) choose(found.id);
    return found !== null;
  }

  /** Only the statuses that are on the map. */
  function legend() {
    const present = STATUSES.filter((status) => shown().some(({ properties }) => properties.status === status));
    return present.map((status) => el('li', {}, DASH_SIGNS[status](), t(`register.legend.${status}`)));
  }

  function numbers() {
    if (!routes || routes.length === 0) return el('section', {}, el('h2', {}, t('register.title')), el('p', { class: 'muted' }, t(routes ? 'register.emptyOnly' : problem ? 'register.failed' : 'register.loading')));
    return registerNumbers(routes);
  }

  const dock = () => (routes ? registerDock(shown(), { choose: chooseFromList, chosen: state.get().chosen }) : null);

  function redraw() {
    layer.redraw();
    points.redraw();
  }

  function stop() {
    stopEditing?.();
    for (const each of [ask, askEvidence, askHistory, askGroups, askNetwork]) each.cancel();
    map.off('click', onClick);
    layer.remove();
    points.remove();
  }

  return { panel: list.element, update, legend, numbers, dock, sentence: () => (routes ? t('register.sentence', { count: shown().length }) : ''), step, chooseCentre, redraw, renew, stop };
}
