import assert from 'node:assert/strict';
import test from 'node:test';
import { boundsOfLine, boxOf, distanceToLine, nearestLine, placeAlong, prepareLine } from './lines.js';

const line = (points) => ({ points, box: boxOf(points) });

test('the distance is to the nearest place of a piece, not to its ends', () => {
  assert.equal(distanceToLine([0, 0, 10, 0, 10, 10], 5, 3), 3);
  assert.equal(distanceToLine([0, 0, 10, 0], 13, 4), 5);
});

test('a line of one point, or of equal points, is a point', () => {
  assert.equal(distanceToLine([1, 1], 4, 5), 5);
  assert.equal(distanceToLine([1, 1, 1, 1], 4, 5), 5);
});

test('the nearest line wins, and none when all are out of reach', () => {
  const near = line([0, 0, 10, 0]);
  const far = line([0, 5, 10, 5]);
  assert.equal(nearestLine([far, near], 5, 1, 4), near);
  assert.equal(nearestLine([far, near], 50, 50, 4), null);
  assert.equal(nearestLine([near], 5, 4, 4), near);
});

test('a place along a line is at a share of it, or of what a box leaves', () => {
  assert.deepEqual(placeAlong([0, 0, 4, 0, 4, 4], 0.5), [4, 0]);
  assert.deepEqual(placeAlong([0, 0, 4, 0, 4, 4], 0.25), [2, 0]);
  assert.deepEqual(placeAlong([0, 0, 2, 0, 4, 0, 6, 0], 0.5, [1, -1, 7, 1]), [4, 0]);
  assert.equal(placeAlong([0, 0, 2, 0], 0.5, [5, 5, 6, 6]), null);
});

test('a prepared line knows its box in the unit square', () => {
  const feature = { geometry: { type: 'LineString', coordinates: [[0, 0], [180, 0]] } };
  assert.deepEqual(prepareLine(feature).box, [0.5, 0.5, 1, 0.5]);
  assert.deepEqual(boundsOfLine(feature), [0, 0, 180, 0]);
});
