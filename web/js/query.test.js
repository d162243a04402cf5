import assert from 'node:assert/strict';
import test from 'node:test';
import { bboxText, conditionCount, fullQuery, heatQuery, periodOf } from './query.js';
import { INITIAL } from './state.js';

test('without a choice the period is the last half-year that has data', () => {
  assert.deepEqual(periodOf(INITIAL, { from: '2022-01-01', to: '2024-05-17' }), { from: '2024-01-01', to: '2024-06-30' });
});

test('a full query says period, conditions and stretch in the words of the API', () => {
  const view = { ...INITIAL, direction: ['exit'], persons: '5/..', stretch: { with: 'CN', fromKm: 1205, toKm: 1210 } };
  assert.deepEqual(fullQuery(view, { from: '2024-01-01', to: '2024-06-30' }), {
    direction: ['exit'],
    persons: '5/..',
    datetime: '2024-01-01/2024-06-30',
    borderWith: 'CN',
    borderKm: '1205/1210',
  });
  assert.equal(conditionCount(view), 2);
});

test('heat adds weight, bandwidth and theme', () => {
  const query = heatQuery(INITIAL, { from: '2024-01-01', to: '2024-06-30' }, 'dark');
  assert.equal(query.weight, 'persons');
  assert.equal(query.bandwidthMetres, 1500);
  assert.equal(query.theme, 'dark');
});

test('a box is written west, south, east, north', () => {
  assert.equal(bboxText({ west: 106.5, south: 21.5, east: 107.4, north: 22.5 }), '106.50000,21.50000,107.40000,22.50000');
});
