import assert from 'node:assert/strict';
import test from 'node:test';
import { placeLabels } from './label-placement.js';

const frame = { width: 400, height: 300 };
const label = (name, x, y, rank, extra = {}) => ({ name, x, y, rank, width: 60, height: 14, radius: 4, sides: ['right', 'left', 'above', 'below'], ...extra });
const names = (placed) => placed.map((each) => each.name);

test('the more important label wins when there is room for one', () => {
  const sides = ['right'];
  assert.deepEqual(names(placeLabels([label('post', 100, 100, 3, { sides }), label('town', 102, 112, 1, { sides })], [], frame)), ['town']);
});

test('a label goes to another side before it gives way', () => {
  const [first, second] = placeLabels([label('a', 100, 100, 1), label('b', 150, 100, 2)], [], frame);
  assert.equal(first.name, 'a');
  assert.ok(first.box[2] < 146 || first.box[0] < 100);
  assert.ok(second.box[0] > 150);
});

test('boxes that are taken stay free', () => {
  assert.deepEqual(placeLabels([label('a', 100, 100, 1, { sides: ['right'] })], [[100, 80, 300, 120]], frame), []);
});

test('a label is not cut at the edge of what can be seen', () => {
  const visible = [50, 0, 400, 300];
  const [placed] = placeLabels([label('post', 60, 100, 1, { sides: ['left', 'right'] })], [], { ...frame, visible });
  assert.ok(placed.box[0] > 60);
});

test('a place beyond the edge lends no half of its name', () => {
  const visible = [50, 0, 400, 300];
  assert.deepEqual(placeLabels([label('town', 30, 100, 1, { sides: ['right'] })], [], { ...frame, visible }), []);
});

test('no label lies over another, however many there are', () => {
  const many = Array.from({ length: 300 }, (_, i) => label(String(i), (i * 37) % 400, (i * 53) % 300, i));
  const placed = placeLabels(many, [], frame);
  for (const a of placed) for (const b of placed) {
    if (a !== b) assert.ok(a.box[2] <= b.box[0] || b.box[2] <= a.box[0] || a.box[3] <= b.box[1] || b.box[3] <= a.box[1]);
  }
  assert.ok(placed.length > 5);
});
