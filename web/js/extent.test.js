import assert from 'node:assert/strict';
import test from 'node:test';
import { extentWhileLoading, isOlder, needsNewLayout, readExtent } from './extent.js';

test('without data the extent is the present half-year', () => {
  const extent = readExtent({ from: null, to: null, realDetections: 0, syntheticDetections: 0 }, new Date('2024-06-30T17:30:00Z'));
  assert.deepEqual([extent.from, extent.to, extent.empty], ['2024-07-01', '2024-12-31', true]);
});

test('the first real detection changes the page, the second does not', () => {
  const at = (realDetections) => readExtent({ from: '2022-01-01', to: '2024-06-30', realDetections, syntheticDetections: 19874 });
  assert.equal(needsNewLayout(at(1), at(0)), true);
  assert.equal(needsNewLayout(at(2), at(1)), false);
});

test('data that have been read come onto the page as it stands, unless there are two kinds to choose from', () => {
  const read = (realDetections) => readExtent({ from: '2022-01-01', to: '2024-06-30', realDetections, syntheticDetections: 19874 });
  const loading = extentWhileLoading(new Date('2024-06-30T17:30:00Z'));
  assert.deepEqual([loading.from, loading.to, loading.loading], ['2024-07-01', '2024-12-31', true]);
  assert.equal(needsNewLayout(read(0), loading), false);
  assert.equal(needsNewLayout(read(1), loading), true);
});

test('an extent of other data than the counts is asked for once more', () => {
  const extent = readExtent({ from: '2022-01-01', to: '2024-06-30', realDetections: 0, syntheticDetections: 1, dataVersion: '7.1' });
  assert.equal(isOlder(extent, { state: 'current', dataVersion: '8.1' }), true);
  assert.equal(isOlder(extent, { state: 'current', dataVersion: '7.1' }), false);
  assert.equal(isOlder(extent, { state: 'stale', dataVersion: '8.1' }), false);
  assert.equal(isOlder(extentWhileLoading(), { state: 'current', dataVersion: '8.1' }), false);
});
