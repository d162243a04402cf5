import assert from 'node:assert/strict';
import test from 'node:test';
import { classOf, ladderFor, widthOf } from './ladder.js';

test('the highest class is always on the map, unless loads are tiny', () => {
  for (const most of [1, 0.62, 0.4, 0.21, 0.11, 0.05, 0.006]) assert.equal(classOf(most, ladderFor(most)), 4, String(most));
  assert.equal(classOf(0.0001, ladderFor(0.0001)), 1);
});

test('a bound belongs to the class that begins there', () => {
  assert.deepEqual([0.09, 0.1, 0.2, 0.39, 0.4].map((share) => classOf(share, [0.1, 0.2, 0.4])), [1, 2, 3, 3, 4]);
});

test('width rises with the share and has an end', () => {
  const widths = [0, 0.05, 0.1, 0.3, 0.6, 0.9].map((share) => widthOf(share, [0.1, 0.2, 0.4]));
  assert.ok(widths.every((width, i) => i === 0 || width >= widths[i - 1]));
  assert.equal(widths[0], 1.8);
  assert.equal(widths.at(-1), 11);
});
