import assert from 'node:assert/strict';
import test from 'node:test';
import { INITIAL_SETTINGS } from '../analysis/settings.js';
import { INITIAL } from '../state.js';
import { inputsOf, settingsOf, viewOf } from './inputs.js';

const facts = { period: { from: '2024-01-01', to: '2024-06-30' }, extent: { from: '2022-01-01', to: '2024-12-31' } };

test('a plan as usual names only what every plan has', () => {
  assert.deepEqual(Object.keys(inputsOf(INITIAL, facts)), ['filter', 'teams', 'hours', 'reachMinutes', 'weight']);
});

test('what is chosen otherwise is asked, and comes back from the run', () => {
  const view = { ...INITIAL, posts: { A: 2, B: 1 }, include: ['CN:1151.5/1153'], exclude: ['CN:1244/1249'], planFrom: '2024-07-08', settings: { ...INITIAL_SETTINGS, restHours: 12, shifts: '18:00', planDays: 14, leastPerStretch: 1 } };
  const inputs = inputsOf(view, facts);
  assert.deepEqual([inputs.teams, inputs.shifts, inputs.days, inputs.restHours, inputs.leastPerStretch, inputs.from], [{ A: 2, B: 1 }, ['18:00'], 14, 12, 1, '2024-07-08']);
  assert.equal('dutiesPerWeek' in inputs, false);
  const back = { ...INITIAL, ...viewOf(inputs), settings: { ...INITIAL_SETTINGS, ...settingsOf(inputs) } };
  assert.deepEqual(inputsOf(back, facts), inputs);
});

test('a run as usual sets back what was chosen otherwise before', () => {
  const settings = { ...INITIAL_SETTINGS, restHours: 16, shifts: '18:00' };
  assert.deepEqual({ ...settings, ...settingsOf(inputsOf(INITIAL, facts)) }, INITIAL_SETTINGS);
  assert.deepEqual(viewOf(inputsOf(INITIAL, facts)), { posts: null, include: [], exclude: [], planFrom: null });
});

test('without a team at any post there is nothing to ask', () => {
  assert.equal(inputsOf({ ...INITIAL, posts: {} }, facts), null);
});
