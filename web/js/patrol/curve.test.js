import assert from 'node:assert/strict';
import { test } from 'node:test';

import { curveGeometry, niceMost } from './curve.js';
import { contains } from './ring.js';

test('the axis ends at 1, 2, 4, 6 or 8 times a power of ten, never below the band', () => {
  assert.deepEqual([0.3, 1, 61, 265.6, 515, 801].map(niceMost), [0.4, 1, 80, 400, 600, 1000]);
});

test('more teams stand further right, more persons further up', () => {
  const { x, y, most } = curveGeometry([{ teams: 1, high: 12 }, { teams: 14, high: 70 }], { width: 296, height: 186 });
  assert.equal(most, 80);
  assert.ok(x(1) > 34 && x(14) === 286);
  assert.ok(y(70) < y(12) && y(0) === 156);
});

test('a click within an outline is within the area', () => {
  const ring = [[0, 0], [4, 0], [4, 4], [2, 1], [0, 4], [0, 0]];
  assert.equal(contains(ring, 1, 1), true);
  assert.equal(contains(ring, 2, 3), false);
  assert.equal(contains(ring, 5, 1), false);
});
