import assert from 'node:assert/strict';
import test from 'node:test';
import { stretchesOf } from './stretches.js';

const piece = (id, from, to, load, rest = {}) => ({ type: 'Feature', id, geometry: { type: 'LineString', coordinates: [from, to] }, properties: { load, share: load / 100, ref: 'QL.1', length_m: 1000, ...rest } });

test('nothing gives nothing, one piece is a stretch', () => {
  assert.deepEqual(stretchesOf([]), []);
  const [only] = stretchesOf([piece('a', [0, 0], [1, 0], 10)]);
  assert.equal(only.id, 'a');
  assert.deepEqual(only.properties.edges, ['a']);
  assert.equal(only.properties.rank, 1);
});

test('pieces in a row are joined whatever way each was drawn', () => {
  const [whole, ...others] = stretchesOf([piece('a', [1, 0], [0, 0], 50), piece('b', [1, 0], [2, 0], 49), piece('c', [3, 0], [2, 0], 48.9)]);
  assert.deepEqual(others, []);
  assert.deepEqual(whole.geometry.coordinates.map(([x]) => x).sort(), [0, 1, 2, 3]);
  assert.deepEqual(new Set(whole.properties.edges), new Set(['a', 'b', 'c']));
  assert.equal(whole.properties.length_m, 3000);
  assert.equal(whole.properties.load, 50);
});

test('the joined line goes from end to end', () => {
  const [{ geometry }] = stretchesOf([piece('b', [1, 0], [2, 0], 50), piece('a', [1, 0], [0, 0], 49), piece('c', [3, 0], [2, 0], 49)]);
  const xs = geometry.coordinates.map(([x]) => x);
  assert.ok(xs.every((x, i) => i === 0 || Math.abs(x - xs[i - 1]) === 1), String(xs));
});

test('another road, or much less on the same, begins another stretch', () => {
  const stretches = stretchesOf([piece('a', [0, 0], [1, 0], 50), piece('b', [1, 0], [2, 0], 50, { ref: 'QL.1B' }), piece('c', [1, 0], [1, 1], 20)]);
  assert.deepEqual(stretches.map(({ id, properties }) => [id, properties.rank]), [['a', 1], ['b', 2], ['c', 3]]);
});

test('at a fork the stretch goes on where more is carried', () => {
  const [first, second] = stretchesOf([piece('a', [0, 0], [1, 0], 100), piece('b', [1, 0], [2, 1], 97), piece('c', [1, 0], [2, -1], 99)]);
  assert.deepEqual(first.properties.edges, ['a', 'c']);
  assert.deepEqual(second.properties.edges, ['b']);
});

test('a ring ends where it began', () => {
  const [ring, ...others] = stretchesOf([piece('a', [0, 0], [1, 0], 9), piece('b', [1, 0], [0, 1], 9), piece('c', [0, 1], [0, 0], 9)]);
  assert.deepEqual(others, []);
  assert.equal(ring.properties.edges.length, 3);
});

test('trails without a name go on as trails', () => {
  const trail = { ref: null, name: null, class: 'path' };
  assert.equal(stretchesOf([piece('a', [0, 0], [1, 0], 5, trail), piece('b', [1, 0], [2, 0], 5, trail)]).length, 1);
});
