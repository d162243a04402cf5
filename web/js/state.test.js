import assert from 'node:assert/strict';
import test from 'node:test';
import { createState, fromQuery, INITIAL, toQuery } from './state.js';

const full = {
  from: '2024-01-01',
  to: '2024-06-30',
  direction: ['exit', 'entry'],
  setting: ['trail'],
  source: ['patrol'],
  outcome: ['observed'],
  station: ['LS-01'],
  persons: '5/..',
  synthetic: true,
  weight: 'detections',
  bandwidthMetres: 2000,
  hidden: ['towns'],
  bench: 'hotspots',
  view: 'gi',
  settings: { ...INITIAL.settings, cellMetres: 3000, bandMetres: 6000, effort: false, correction: 'by' },
  plan: null,
  posts: null,
  include: [],
  exclude: [],
  planFrom: null,
  job: '1f8fad5b-d9cb-469f-a165-70867728950e',
  chosen: 'h-812-3391',
  compare: ['2f8fad5b-d9cb-469f-a165-70867728950e', '3f8fad5b-d9cb-469f-a165-70867728950e'],
  start: [106.7612, 21.8531],
  end: [106.7, 21.95],
  report: null,
  unit: null,
  issue: null,
  map: { lon: 106.75, lat: 21.95, zoom: 10 },
  stretch: { with: 'CN', fromKm: 1205, toKm: 1210 },
  selected: '0f8fad5b-d9cb-469f-a165-70867728950e',
  theme: 'dark',
  language: 'en',
};

test('a link brings the whole view back', () => {
  assert.deepEqual({ ...INITIAL, ...fromQuery(toQuery(full)) }, full);
});

test('a stored plan is part of the link where it is shown', () => {
  const plan = '0b5e3c1a-6d2f-4a6e-9d5c-1f2a3b4c5d6e';
  const link = toQuery({ ...INITIAL, bench: 'patrols', view: 'kept', plan });
  assert.equal(link, `bench=patrols&view=kept&plan=${plan}`);
  assert.equal(fromQuery(link).plan, plan);
  assert.equal(fromQuery('bench=patrols&view=kept&plan=7').plan, undefined);
  assert.equal(toQuery({ ...INITIAL, bench: 'patrols', view: 'plan', plan }), 'bench=patrols');
});

test('the conditions of a plan travel with the link of its bench', () => {
  const view = { ...INITIAL, bench: 'patrols', view: 'plan', posts: { 'LS-01': 1, 'LS-04': 12 }, include: ['CN:1151.5/1153'], exclude: ['CN:1244/1249', 'CN:1/2'], planFrom: '2024-07-08' };
  assert.deepEqual({ ...INITIAL, ...fromQuery(toQuery(view)) }, view);
  assert.deepEqual(fromQuery('bench=patrols&posts=').posts, {});
  assert.deepEqual(fromQuery('bench=patrols&posts=<b>:1,A:0,B:x&include=1/2&planfrom=soon').posts, {});
  assert.equal(fromQuery('posts=A:1').posts, undefined);
});

test('a report is part of the link of its bench', () => {
  const view = { ...INITIAL, bench: 'reports', view: 'sheet', report: '2023-01/2024-06', unit: 'VN-09', issue: '0b5e3c1a-6d2f-4a6e-9d5c-1f2a3b4c5d6e' };
  assert.equal(toQuery(view), 'bench=reports&report=2023-01/2024-06&unit=VN-09&issue=0b5e3c1a-6d2f-4a6e-9d5c-1f2a3b4c5d6e');
  assert.deepEqual({ ...INITIAL, ...fromQuery(toQuery(view)) }, view);
  assert.equal(fromQuery('bench=reports&report=soon').report, undefined);
  assert.equal(fromQuery('report=2024-H1').report, undefined);
});

test('a bench opens with its first view, and shows none of another', () => {
  assert.deepEqual(fromQuery('bench=routes'), { bench: 'routes', view: 'segments' });
  assert.deepEqual(fromQuery('bench=routes&view=alternatives'), { bench: 'routes', view: 'alternatives' });
  assert.deepEqual(fromQuery('bench=routes&view=gi'), { bench: 'routes', view: 'segments' });
  assert.deepEqual(fromQuery('view=segments&bench=toString&start=1&end=200,10'), {});
  assert.equal(toQuery({ ...INITIAL, bench: 'routes', view: 'segments' }), 'bench=routes');
});

test('the first view needs no query', () => {
  assert.equal(toQuery(INITIAL), '');
});

test('what a link says wrongly is left out', () => {
  const view = fromQuery('period=2024-13/x&persons=many&bandwidth=7&map=1/2&stretch=XX/1/2&weight=tons&lang=fr&direction=<b>&view=magic&cell=7&effort=perhaps&correction=none&job=x&chosen=<b>&compare=a,b');
  assert.deepEqual(view, {});
});

test('a setting of an analysis travels with the link, the others stay as in a fresh view', () => {
  assert.deepEqual(fromQuery('view=gi&cell=3000&effort=false').settings, { ...INITIAL.settings, cellMetres: 3000, effort: false });
});

test('listeners hear a real change once and no change never', () => {
  const state = createState();
  const heard = [];
  state.subscribe((view, before) => heard.push([view.weight, before.weight]));
  state.set({ weight: 'persons' });
  state.set({ weight: 'detections' });
  assert.deepEqual(heard, [['detections', 'persons']]);
});

test('a view can not be changed from outside', () => {
  assert.throws(() => {
    createState().get().weight = 'detections';
  });
});
