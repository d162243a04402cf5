import assert from 'node:assert/strict';
import test from 'node:test';
import { INITIAL_SETTINGS } from '../analysis/settings.js';
import { INITIAL } from '../state.js';
import * as alternatives from './alternatives/inputs.js';
import * as segments from './segments/inputs.js';

const PERIOD = { period: { from: '2024-01-01', to: '2024-06-30' } };
const view = (settings, rest = {}) => ({ ...INITIAL, settings: { ...INITIAL_SETTINGS, ...settings }, ...rest });

test('persons are counted from where they came to where they were seen', () => {
  assert.deepEqual(segments.inputsOf(view({}), PERIOD), {
    origins: 'provinces',
    destinations: 'detections',
    weight: 'travelSeconds',
    demand: 'persons',
    filter: { datetime: '2024-01-01/2024-06-30' },
  });
});

test('without an end where people were seen every pair counts alike, in every period', () => {
  assert.deepEqual(segments.inputsOf(view({ origins: 'places', destinations: 'gates' }, { synthetic: true }), PERIOD), { origins: 'places', destinations: 'gates', weight: 'travelSeconds', demand: 'none', synthetic: true });
});

test('a run brings its settings back, and none that the page does not know', () => {
  const settings = { origins: 'stations', destinations: 'gates', travel: 'metres', demand: 'none' };
  assert.deepEqual(segments.settingsOf(segments.inputsOf(view(settings), PERIOD)), settings);
  assert.deepEqual(segments.settingsOf({ origins: { type: 'FeatureCollection' }, weight: 'camels' }), {});
});

test('ways are asked for only between two places', () => {
  const start = [106.76, 21.85];
  const end = [106.7, 21.94];
  assert.equal(alternatives.inputsOf(view({}, { start })), null);
  const inputs = alternatives.inputsOf(view({ ways: 5, method: 'yen' }, { start, end }));
  assert.deepEqual(inputs, { from: start, to: end, k: 5, method: 'yen', weight: 'travelSeconds' });
  assert.deepEqual(alternatives.viewOf(inputs), { start, end });
  assert.deepEqual(alternatives.settingsOf(inputs), { ways: 5, method: 'yen', travel: 'travelSeconds' });
});
