import assert from 'node:assert/strict';
import test from 'node:test';
import { distanceToLine, linesOf, metresOf, middleOf, nearestItem } from './line.js';

test('the distance to a line is that to its nearest place, not to its vertices', () => {
  assert.equal(distanceToLine([5, 3], [[0, 0], [10, 0]]), 3);
  assert.equal(distanceToLine([13, 4], [[0, 0], [10, 0]]), 5);
  assert.equal(distanceToLine([3, 4], [[0, 0]]), 5);
  assert.equal(distanceToLine([3, 4], []), Infinity);
});

test('the nearest line within reach is meant, and none beyond it', () => {
  const items = [{ name: 'a', line: [[0, 0], [10, 0]] }, { name: 'b', line: [[0, 6], [10, 6]] }];
  const name = (point, reach) => nearestItem(items, point, reach, ({ line }) => [line])?.name ?? null;
  assert.deepEqual([name([5, 2], 10), name([5, 5], 10), name([5, 3], 10), name([5, 20], 10)], ['a', 'b', 'a', null]);
});

test('one line and several are taken alike', () => {
  assert.deepEqual(linesOf({ type: 'LineString', coordinates: [[0, 0], [1, 1]] }), [[[0, 0], [1, 1]]]);
  assert.deepEqual(linesOf({ type: 'MultiLineString', coordinates: [[[0, 0], [1, 1]]] }), [[[0, 0], [1, 1]]]);
});

test('a degree of latitude is 111 km', () => {
  assert.equal(Math.round(metresOf([[[106, 21], [106, 22]]]) / 1000), 111);
  assert.equal(metresOf([[[106, 21]]]), 0);
});

test('the middle is that of the length', () => {
  assert.deepEqual(middleOf([[0, 0], [2, 0], [2, 8]]), [2, 3]);
  assert.deepEqual(middleOf([[1, 1], [1, 1]]), [1, 1]);
});
