import assert from 'node:assert/strict';
import test from 'node:test';
import { COLUMNS, mediaTypeOf, sizeOf, templateCsv } from './file.js';
import { ImportFailed, runImport } from './job.js';

const FILE = { name: 'phat-hien.CSV', size: 12 };
const TO_DETECTIONS = { collection: 'detections', mediaTypeOf, options: { replace: false } };

/** A server whose job goes through `states`, one a look. */
function fakeApi(states, calls = []) {
  return {
    calls,
    async send(method, path, options = {}) {
      calls.push([method, path, options.query, options.headers]);
      options.onProgress?.(0.5);
      return { status: 201, body: { jobID: 'j1', status: 'accepted', progress: 0 } };
    },
    async get(path) {
      calls.push(['GET', path]);
      return path.endsWith('/results') ? { stored: 3 } : states.shift();
    },
  };
}

test('an import is sent, followed and its result fetched', async () => {
  const api = fakeApi([{ status: 'running', progress: 40 }, { status: 'successful', progress: 100 }]);
  const seen = [];
  const { jobId, result } = await runImport(api, FILE, { ...TO_DETECTIONS, dryRun: true, onProgress: (progress) => seen.push(progress) });
  assert.deepEqual([jobId, result.stored], ['j1', 3]);
  assert.deepEqual(api.calls[0], ['POST', '/api/collections/detections/import', { dryRun: true, replace: null }, { 'Content-Type': 'text/csv' }]);
  assert.deepEqual(seen, [
    { phase: 'sending', percent: 50 },
    { phase: 'working', percent: 0 },
    { phase: 'working', percent: 40 },
  ]);
});

test('a job that fails says the sentence of the server', async () => {
  const api = fakeApi([{ status: 'failed', message: 'This is a spreadsheet' }]);
  await assert.rejects(runImport(api, FILE, { ...TO_DETECTIONS, dryRun: true }), (error) => error instanceof ImportFailed && error.message === 'This is a spreadsheet');
});

test('cancelling ends the job on the server', async () => {
  const controller = new AbortController();
  const api = fakeApi([{ status: 'running', progress: 1 }]);
  const onProgress = ({ phase }) => phase === 'working' && controller.abort();
  await assert.rejects(runImport(api, FILE, { ...TO_DETECTIONS, dryRun: false, signal: controller.signal, onProgress }), { name: 'AbortError' });
  assert.deepEqual(api.calls.at(-1).slice(0, 2), ['DELETE', '/api/jobs/j1']);
});

test('the media type follows the end of the name', () => {
  const names = ['a.csv', 'a.b.GeoJSON', 'a.json', 'a.gpx', 'a.xlsx', 'csv'];
  assert.deepEqual(names.map(mediaTypeOf), ['text/csv', 'application/geo+json', 'application/geo+json', 'application/gpx+xml', null, null]);
});

test('sizes are told in the unit that a person would use', () => {
  assert.deepEqual([sizeOf(12), sizeOf(2_140_000), sizeOf(52_000_000)], [[12, 'B', 0], [2.14, 'MB', 1], [52, 'MB', 0]]);
});

test('the template has as many values as columns', () => {
  const [head, row] = templateCsv().trim().split('\r\n');
  assert.equal(head.replace('\ufeff', ''), COLUMNS.join(','));
  assert.equal(row.split(',').length, COLUMNS.length);
});
