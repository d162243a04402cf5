/**
 * What is being looked at: one frozen object, written to the address bar, so that a link shares the view.
 *
 * - `from`, `to`: first and last day of the period, `YYYY-MM-DD` (null: the last half-year that has data)
 * - `direction`, `setting`, `source`, `outcome`, `station`: lists of codes; empty means all
 * - `persons`: range as in the API (`2/10`, `5/..`), or null; `synthetic`: true, false or null (the server decides)
 * - `weight`: `persons` or `detections`; `bandwidthMetres`; `hidden`: layers switched off
 * - `bench`: the workbench; `view`: what it shows, `density` or an analysis of analysis/views.js; `settings`: how that is set, see analysis/settings.js
 * - `job`: id of the result that is shown, or null; `chosen`: id of one of its features, or null
 * - `plan`: id of the stored plan that is open, or null
 * - `compare`: ids of two results that are compared, `year-before` for the density beside that of a year earlier, or null
 * - `posts`: teams by the code of their post, or null where only their number is given; `include`, `exclude`: pieces of the border that a plan
 *   must guard or must not, `CN:1151.5/1153`; `planFrom`: its first day, or null for the day after the period
 * - `start`, `end`: `[lon, lat]` between which ways are sought, or null
 * - `report`: the name of the period that is reported, or null for the one in force; `unit`: whose report, or null for the own; `issue`: id of an
 *   issued report, or null for that as of now
 * - `map`: `{lon, lat, zoom}` or null (whole stretch); `stretch`: `{with, fromKm, toKm}` or null; `selected`: detection id
 * - `theme`: `auto`, `light`, `dark`; `language`: `vi`, `en`
 */

import { isPeriod } from './report/periods.js';
import { INITIAL_SETTINGS, settingsFromQuery, settingsToPairs } from './analysis/settings.js';

/** The workbenches with what each can show, the first of which it opens with. */
export const BENCHES = Object.freeze({ hotspots: ['density', 'gi', 'trends', 'clusters'], patrols: ['plan', 'kept'], routes: ['segments', 'alternatives', 'register'], reports: ['sheet'] });
export const LIST_FILTERS = ['direction', 'setting', 'source', 'outcome', 'station'];
export const BANDWIDTHS_METRES = [500, 750, 1000, 1500, 2000, 3000, 5000];
export const LAYERS = ['heat', 'network', 'stations', 'gates', 'towns', 'kilometres', 'routes-confirmed', 'routes-suspected', 'routes-dormant'];

export const INITIAL = Object.freeze({
  from: null,
  to: null,
  direction: [],
  setting: [],
  source: [],
  outcome: [],
  station: [],
  persons: null,
  synthetic: null,
  weight: 'persons',
  bandwidthMetres: 1500,
  hidden: [],
  bench: 'hotspots',
  view: 'density',
  settings: INITIAL_SETTINGS,
  job: null,
  plan: null,
  chosen: null,
  compare: null,
  posts: null,
  include: [],
  exclude: [],
  planFrom: null,
  start: null,
  end: null,
  report: null,
  unit: null,
  issue: null,
  map: null,
  stretch: null,
  selected: null,
  theme: 'auto',
  language: 'vi',
});

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const PERSONS = /^(\d+|\d+\/(\d+|\.\.)|\.\.\/\d+)$/;
const CODE = /^[\w-]{1,40}$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const PIECE = /^[A-Z]{2}:\d+(\.\d+)?\/\d+(\.\d+)?$/;
const POST = /^([\w-]{1,40}):([1-9]\d?)$/;
const FEATURE = /^[\w.:-]{1,64}$/;

/** `{get(), set(patch), subscribe(listener)}`; a listener is called with `(view, before)` after each real change. */
export function createState(initial = INITIAL, write = () => {}) {
  let view = Object.freeze({ ...INITIAL, ...initial });
  const listeners = new Set();
  return {
    get: () => view,
    set(patch) {
      const before = view;
      const next = Object.freeze({ ...view, ...patch });
      if (toQuery(next) === toQuery(before)) return;
      view = next;
      write(view);
      for (const listener of [...listeners]) listener(view, before);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The view as the query of a link: only what differs from the start, in a fixed order. */
export function toQuery(view) {
  const pairs = [];
  const put = (name, value) => pairs.push(`${name}=${encodeURIComponent(value).replaceAll('%2F', '/').replaceAll('%2C', ',')}`);
  if (view.from && view.to) put('period', `${view.from}/${view.to}`);
  for (const name of LIST_FILTERS) if (view[name].length > 0) put(name, view[name].join(','));
  if (view.persons) put('persons', view.persons);
  if (view.synthetic !== null) put('synthetic', String(view.synthetic));
  if (view.weight !== INITIAL.weight) put('weight', view.weight);
  if (view.bandwidthMetres !== INITIAL.bandwidthMetres) put('bandwidth', String(view.bandwidthMetres));
  if (view.hidden.length > 0) put('hide', view.hidden.join(','));
  if (view.bench !== INITIAL.bench) put('bench', view.bench);
  if (view.view !== BENCHES[view.bench][0]) put('view', view.view);
  for (const [link, text] of settingsToPairs(view.settings)) put(link, text);
  if (view.job) put('job', view.job);
  if (view.plan && view.view === 'kept') put('plan', view.plan);
  if (view.chosen) put('chosen', view.chosen);
  if (view.compare) put('compare', String(view.compare));
  if (view.bench === 'patrols') putConditionsOfPlan(view, put);
  if (view.bench === 'reports') for (const name of ['report', 'unit', 'issue']) if (view[name]) put(name, view[name]);
  for (const name of ['start', 'end']) if (view[name]) put(name, view[name].join(','));
  if (view.map) put('map', `${view.map.zoom}/${view.map.lat.toFixed(4)}/${view.map.lon.toFixed(4)}`);
  if (view.stretch) put('stretch', `${view.stretch.with}/${view.stretch.fromKm}/${view.stretch.toKm}`);
  if (view.selected) put('detection', view.selected);
  if (view.theme !== INITIAL.theme) put('theme', view.theme);
  if (view.language !== INITIAL.language) put('lang', view.language);
  return pairs.join('&');
}

function putConditionsOfPlan({ posts, include, exclude, planFrom }, put) {
  if (posts) put('posts', Object.entries(posts).map(([code, count]) => `${code}:${count}`).join(','));
  if (include.length > 0) put('include', include.join(','));
  if (exclude.length > 0) put('exclude', exclude.join(','));
  if (planFrom) put('planfrom', planFrom);
}

/** A view from the query of a link. What can't be understood is left out: an old link still opens. */
export function fromQuery(query) {
  const given = new URLSearchParams(query);
  const view = {};
  const period = (given.get('period') ?? '').split('/');
  if (period.length === 2 && period.every((day) => DAY.test(day)) && period[0] <= period[1]) [view.from, view.to] = period;
  for (const name of LIST_FILTERS) {
    const codes = (given.get(name) ?? '').split(',').filter((code) => CODE.test(code));
    if (codes.length > 0) view[name] = codes;
  }
  if (PERSONS.test(given.get('persons') ?? '')) view.persons = given.get('persons');
  if (['true', 'false'].includes(given.get('synthetic'))) view.synthetic = given.get('synthetic') === 'true';
  if (given.get('weight') === 'detections') view.weight = 'detections';
  const bandwidth = Number(given.get('bandwidth'));
  if (BANDWIDTHS_METRES.includes(bandwidth)) view.bandwidthMetres = bandwidth;
  const hidden = (given.get('hide') ?? '').split(',').filter((layer) => LAYERS.includes(layer));
  if (hidden.length > 0) view.hidden = hidden;
  Object.assign(view, analysisOf(given));
  Object.assign(view, mapOf(given.get('map')), stretchOf(given.get('stretch')));
  if (UUID.test(given.get('detection') ?? '')) view.selected = given.get('detection');
  if (['light', 'dark'].includes(given.get('theme'))) view.theme = given.get('theme');
  if (['vi', 'en'].includes(given.get('lang'))) view.language = given.get('lang');
  return view;
}

function analysisOf(given) {
  const part = {};
  const settings = settingsFromQuery(given);
  const compare = (given.get('compare') ?? '').split(',');
  const bench = Object.hasOwn(BENCHES, given.get('bench') ?? '') ? given.get('bench') : INITIAL.bench;
  if (bench !== INITIAL.bench) Object.assign(part, { bench, view: BENCHES[bench][0] });
  if (BENCHES[bench].includes(given.get('view'))) part.view = given.get('view');
  for (const name of ['start', 'end']) Object.assign(part, placeOf(name, given.get(name)));
  if (settings) part.settings = settings;
  for (const name of ['job', 'plan']) if (UUID.test(given.get(name) ?? '')) part[name] = given.get(name);
  if (bench === 'patrols') Object.assign(part, conditionsOfPlan(given));
  if (bench === 'reports') Object.assign(part, reportOf(given));
  if (FEATURE.test(given.get('chosen') ?? '')) part.chosen = given.get('chosen');
  if (given.get('compare') === 'year-before') part.compare = 'year-before';
  if (compare.length === 2 && compare.every((id) => UUID.test(id))) part.compare = compare;
  return part;
}

function conditionsOfPlan(given) {
  const part = {};
  if (given.has('posts')) part.posts = Object.fromEntries(given.get('posts').split(',').map((text) => POST.exec(text)).filter(Boolean).map(([, code, count]) => [code, Number(count)]));
  for (const name of ['include', 'exclude']) {
    const pieces = (given.get(name) ?? '').split(',').filter((piece) => PIECE.test(piece));
    if (pieces.length > 0) part[name] = pieces;
  }
  if (DAY.test(given.get('planfrom') ?? '')) part.planFrom = given.get('planfrom');
  return part;
}

function reportOf(given) {
  const part = {};
  if (isPeriod(given.get('report') ?? '')) part.report = given.get('report');
  if (CODE.test(given.get('unit') ?? '')) part.unit = given.get('unit');
  if (UUID.test(given.get('issue') ?? '')) part.issue = given.get('issue');
  return part;
}

/** `lon,lat` in degrees. */
function placeOf(name, text) {
  const place = (text ?? '').split(',').map(Number);
  const isPlace = Boolean(text) && place.length === 2 && place.every(Number.isFinite) && Math.abs(place[0]) <= 180 && Math.abs(place[1]) <= 85;
  return isPlace ? { [name]: place } : {};
}

function mapOf(text) {
  const parts = (text ?? '').split('/').map(Number);
  if (parts.length !== 3 || !text || !parts.every(Number.isFinite)) return {};
  const [zoom, lat, lon] = parts;
  return Math.abs(lat) <= 85 && Math.abs(lon) <= 180 && zoom >= 4 && zoom <= 19 ? { map: { lon, lat, zoom } } : {};
}

function stretchOf(text) {
  const match = /^(CN|LA|KH)\/(\d+(?:\.\d+)?)\/(\d+(?:\.\d+)?)$/.exec(text ?? '');
  if (!match || Number(match[2]) >= Number(match[3])) return {};
  return { stretch: { with: match[1], fromKm: Number(match[2]), toKm: Number(match[3]) } };
}
