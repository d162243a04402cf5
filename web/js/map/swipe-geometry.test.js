import assert from 'node:assert/strict';
import test from 'node:test';
import { clampShare, clipPathOf, partsAt, shareAfterKey, shareAt } from './swipe-geometry.js';

test('the bar stays on the map', () => {
  assert.equal(clampShare(-0.2), 0);
  assert.equal(clampShare(1.2), 1);
  assert.equal(shareAt(-40, 400), 0);
  assert.equal(shareAt(100, 400), 0.25);
  assert.equal(shareAt(900, 400), 1);
  assert.equal(shareAt(10, 0), 0.5);
});

test('arrows move it a little, Shift and the page keys much, Home and End to the ends', () => {
  assert.equal(shareAfterKey(0.5, { key: 'ArrowLeft' }), 0.48);
  assert.equal(shareAfterKey(0.5, { key: 'ArrowRight' }), 0.52);
  assert.equal(shareAfterKey(0.5, { key: 'ArrowRight', shiftKey: true }), 0.6);
  assert.equal(shareAfterKey(0.5, { key: 'PageDown' }), 0.4);
  assert.equal(shareAfterKey(0.5, { key: 'Home' }), 0);
  assert.equal(shareAfterKey(0.5, { key: 'End' }), 1);
  assert.equal(shareAfterKey(0.99, { key: 'ArrowRight' }), 1);
  assert.equal(shareAfterKey(0.5, { key: 'Tab' }), null);
});

test('both parts together are the whole map, at each place of the bar', () => {
  const size = { x: 800, y: 600 };
  for (const share of [0, 0.25, 0.5, 1]) {
    const { left, right } = partsAt(share, size, { x: -30, y: 12 });
    assert.equal(left[0], -30);
    assert.equal(right[2], 770);
    assert.equal(left[2], right[0]);
    assert.equal(left[2], share * 800 - 30);
    assert.deepEqual([left[1], left[3]], [12, 612]);
  }
});

test('a part is a clip path with its four corners', () => {
  assert.equal(clipPathOf([0, 0, 10, 20]), 'polygon(0px 0px, 10px 0px, 10px 20px, 0px 20px)');
});
