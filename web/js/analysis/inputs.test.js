import assert from 'node:assert/strict';
import test from 'node:test';
import { INITIAL } from '../state.js';
import { conditionsOf, filterOf, sameInputs } from './inputs.js';

const period = { from: '2024-01-01', to: '2024-06-30' };
const filtered = { ...INITIAL, direction: ['exit', 'entry'], persons: '2/..', synthetic: true, stretch: { with: 'CN', fromKm: 1205, toKm: 1210 } };

test('a filter has the words of the API, several values separated by commas', () => {
  assert.deepEqual(filterOf(filtered, period), {
    direction: 'exit,entry',
    persons: '2/..',
    synthetic: true,
    datetime: '2024-01-01/2024-06-30',
    borderWith: 'CN',
    borderKm: '1205/1210',
  });
});

test('what is not set is not asked', () => {
  assert.deepEqual(filterOf(INITIAL, period), { datetime: '2024-01-01/2024-06-30' });
});

test('the conditions of a job come back as they were', () => {
  const back = conditionsOf({ filter: filterOf(filtered, period), weight: 'persons' });
  assert.deepEqual(filterOf({ ...INITIAL, ...back }, { from: back.from, to: back.to }), filterOf(filtered, period));
});

test('conditions that the page has no words for are not taken over', () => {
  const { datetime } = filterOf(INITIAL, period);
  assert.equal(conditionsOf({ filter: { datetime, bbox: '106,21,107,22' } }), null);
  assert.equal(conditionsOf({ filter: { datetime: '2024-01-01T00:00:00Z/2024-01-02T00:00:00Z' } }), null);
  assert.equal(conditionsOf({ filter: { datetime }, features: { type: 'FeatureCollection', features: [] } }), null);
  assert.equal(conditionsOf({}), null);
});

test('inputs are the same in any order, and null is the same as left out', () => {
  assert.ok(sameInputs({ a: 1, filter: { x: 'y', z: null } }, { filter: { x: 'y' }, a: 1 }));
  assert.ok(!sameInputs({ a: 1 }, { a: 2 }));
  assert.ok(!sameInputs({ a: 1 }, { a: 1, b: true }));
});
