import assert from 'node:assert/strict';
import test from 'node:test';
import { joinedProfile } from './details.js';

const piece = (from, to, heights) => ({ geometry: { coordinates: [from, to] }, properties: { profile: heights } });

test('heights go on from piece to piece, also where one was drawn from its other end', () => {
  const pieces = [piece([0, 0], [1, 0], [[0, 100], [50, 120]]), piece([2, 0], [1, 0], [[0, 90], [30, 110], [40, 120]])];
  assert.deepEqual(joinedProfile(pieces, [0, 0]), [[0, 100], [50, 120], [60, 110], [90, 90]]);
});

test('one piece without heights leaves no profile', () => {
  assert.equal(joinedProfile([piece([0, 0], [1, 0], [[0, 1], [5, 2]]), piece([1, 0], [2, 0], null)], [0, 0]), null);
  assert.equal(joinedProfile([], [0, 0]), null);
});
