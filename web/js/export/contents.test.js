import assert from 'node:assert/strict';
import test from 'node:test';
import { layerOf } from '../routes/register/statuses.js';
import { INITIAL } from '../state.js';
import { contentsOf, firstOf, momentOf } from './contents.js';
import { fileName, fitsInMemory, FORMATS, SYSTEMS, systemFor } from './formats.js';

const PERIOD = { from: '2024-01-01', to: '2024-06-30' };
const account = (...permissions) => ({ account: 'lan', can: (permission) => permissions.includes(permission) });
const ANALYST = account('read-layers', 'read-routes', 'read-detections', 'export', 'export-results');
const JOBS = [
  { jobID: 'j1', requester: 'lan', processID: 'key-segments', status: 'successful', finished: '2026-11-26T07:20:00Z' },
  { jobID: 'j2', requester: 'lan', processID: 'key-segments', status: 'failed' },
  { jobID: 'j4', requester: 'minh', processID: 'key-segments', status: 'successful', finished: '2026-11-26T07:20:00Z' },
  { jobID: 'j3', requester: 'lan', processID: 'import-detections', status: 'successful' },
];
const contents = (session, view = {}, jobs = JOBS) => contentsOf(session, { view: { ...INITIAL, ...view }, period: PERIOD, jobs });

test('layers come first, then the results that went well and are features', () => {
  assert.deepEqual(contents(ANALYST).map(({ id }) => id), ['routes', 'network', 'network-features', 'detections', 'gates', 'stations', 'border', 'job:j1']);
  assert.equal(contents(ANALYST).at(-1).path, '/api/jobs/j1/export');
});

test('a planner may take results away and sees that layers are not for that account', () => {
  const planner = contents(account('read-layers', 'read-detections', 'export-results'));
  assert.deepEqual(planner.filter(({ allowed }) => allowed).map(({ id }) => id), ['job:j1']);
  assert.ok(planner.some(({ id }) => id === 'detections'));
  assert.ok(!planner.some(({ id }) => id === 'routes'));
  assert.equal(firstOf(planner, 'routes').id, 'job:j1');
});

test('the one asked for is chosen even when it may not be taken away', () => {
  assert.equal(firstOf(contents(ANALYST), 'job:j1').id, 'job:j1');
  assert.equal(firstOf(contents(account('read-layers')), 'network').id, 'network');
  assert.equal(firstOf(contents(account(), {}, []), 'routes'), null);
});

test('detections follow the conditions of the page, routes the statuses that are shown', () => {
  const [routes, , , detections] = contents(ANALYST, { direction: ['exit'], hidden: [layerOf('dormant'), 'heat'] });
  assert.deepEqual(routes.query, { synthetic: null, status: ['confirmed', 'suspected'] });
  assert.deepEqual([detections.query.direction, detections.query.datetime, detections.filtered], [['exit'], '2024-01-01/2024-06-30', true]);
  assert.equal(contents(ANALYST)[0].query.status, null);
});

test('a result of today is known by its clock, an older one by its day', () => {
  assert.equal(momentOf(JOBS[0], new Date('2026-11-26T09:00:00Z')), '14:20');
  assert.equal(momentOf(JOBS[0], new Date('2026-11-28T09:00:00Z')), '2026-11-26');
});

test('formats that know only degrees get degrees', () => {
  const format = (id) => FORMATS.find((each) => each.id === id);
  assert.deepEqual(['kml', 'gpx', 'gpkg'].map((id) => systemFor(format(id), 'EPSG:3405')), ['EPSG:4326', 'EPSG:4326', 'EPSG:3405']);
  assert.equal(SYSTEMS[0].code, 'EPSG:4326');
  assert.equal(fileName('routes', format('shp'), { day: '2026-11-26', synthetic: true }), 'borderwatch-routes-2026-11-26-synthetic.zip');
});

test('what is large or of unknown size never stands in the memory of the page', () => {
  assert.deepEqual([fitsInMemory({ bytesAbout: 64_000 }), fitsInMemory({ bytesAbout: 64_000_000 }), fitsInMemory({})], [true, false, false]);
});
