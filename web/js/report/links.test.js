import assert from 'node:assert/strict';
import test from 'node:test';
import { viewBehind, viewOfStretch } from './links.js';

test('detections lead to the map with their filter', () => {
  const exits = viewBehind('detections_exit_persons', '2024-H1');
  assert.equal(exits.bench, 'hotspots');
  assert.deepEqual([exits.from, exits.to, exits.weight], ['2024-01-01', '2024-06-30', 'persons']);
  assert.deepEqual(exits.direction, ['exit']);
  assert.deepEqual(viewBehind('detections_trail', '2024-H1').setting, ['trail']);
  assert.deepEqual(viewBehind('detections', '2024-H1').setting, []);
  assert.equal(viewBehind('detections_persons', '2024-H1').weight, 'persons');
  assert.equal(viewBehind('detections_cn', '2024-H1').bench, 'hotspots');
});

test('what patrols found leads to what they found', () => {
  assert.deepEqual(viewBehind('patrol_rate', '2024-Q1').source, ['patrol']);
});

test('a unit leads to its report, a count to nothing on the map', () => {
  assert.equal(viewBehind('unit_VN-09', '2024-H1').unit, 'VN-09');
  assert.equal(viewBehind('cases', '2024-H1'), null);
});

test('a hot place leads to its stretch', () => {
  assert.deepEqual(viewOfStretch('CN/1151/1153', '2024-H1').stretch, { with: 'CN', fromKm: 1150, toKm: 1154 });
});
