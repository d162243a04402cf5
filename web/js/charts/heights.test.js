import assert from 'node:assert/strict';
import test from 'node:test';
import { climbOf, roundStep, ticksOf } from './heights.js';

test('steps are round and few', () => {
  assert.deepEqual([0.7, 1, 4, 18.4, 370, 1200].map(roundStep), [0.2, 0.2, 1, 5, 100, 500]);
});

test('ticks reach around all values', () => {
  assert.deepEqual(ticksOf(262, 640), [200, 300, 400, 500, 600, 700]);
  assert.deepEqual(ticksOf(0, 5), [0, 1, 2, 3, 4, 5]);
});

test('a flat way still has an axis', () => {
  assert.ok(ticksOf(300, 300).length >= 2);
});

test('only what goes up is a rise', () => {
  assert.deepEqual(climbOf([[0, 100], [50, 140], [100, 120], [150, 180]]), { least: 100, most: 180, rise: 100 });
});
