import assert from 'node:assert/strict';
import test from 'node:test';
import { followLines } from './land.js';

const line = [[106, 22], [106.1, 22.05], [106.2, 21.98], [106.3, 22]];

test('the edge of the land follows the line, in whichever direction the ring runs', () => {
  const [ring] = followLines([[[106, 22], [106.3, 22], [106.3, 21], [106, 21]]], [line]);
  assert.deepEqual(ring, [[106, 22], [106.1, 22.05], [106.2, 21.98], [106.3, 22], [106.3, 21], [106, 21]]);
  const [back] = followLines([[[106.3, 22], [106, 22], [106, 21]]], [line]);
  assert.deepEqual(back.slice(0, 4), [...line].reverse());
});

test('a coast stays as it is', () => {
  const coast = [[108, 16], [109, 15], [109, 14]];
  assert.deepEqual(followLines([coast], [line]), [coast]);
});
