import assert from 'node:assert/strict';
import test from 'node:test';
import { begin, done, redone, undone } from './past.js';
import { append, EMPTY, geometryOf, insert, lack, move, pathOf, remove, reversed, standing } from './path.js';
import { simplified } from './simplify.js';

const straight = (path) => geometryOf(path, (i) => path[i].leg.line ?? [path[i - 1].at, path[i].at]);
const places = (path) => path.map(({ at }) => at[0]);
const kinds = (path) => path.map(({ leg }) => leg?.kind ?? null);
const drawn = (...lons) => lons.reduce((path, lon) => append(path, [lon, 0], 'network'), EMPTY);

test('nothing and one vertex are no line yet', () => {
  assert.equal(lack(EMPTY), 'empty');
  assert.equal(lack(drawn(1)), 'short');
  assert.equal(lack(drawn(1, 2)), null);
  assert.equal(straight(drawn(1)), null);
});

test('a vertex is put in, moved and taken out, and only the legs beside it are laid anew', () => {
  const stored = pathOf({ type: 'LineString', coordinates: [[0, 0], [1, 1], [2, 0], [3, 1]] });
  assert.deepEqual(kinds(stored), [null, 'kept', 'kept', 'kept']);
  assert.deepEqual(kinds(move(stored, 1, [1, 2], 'network')), [null, 'network', 'network', 'kept']);
  assert.deepEqual(kinds(insert(stored, 3, [2.5, 0], 'free')), [null, 'kept', 'kept', 'free', 'free']);
  assert.deepEqual(places(insert(stored, 3, [2.5, 0], 'free')), [0, 1, 2, 2.5, 3]);
  assert.deepEqual(kinds(remove(stored, 1, 'network')), [null, 'network', 'kept']);
  assert.deepEqual(kinds(remove(stored, 0, 'network')), [null, 'kept', 'kept']);
  assert.deepEqual(kinds(remove(stored, 3, 'network')), [null, 'kept', 'kept']);
  assert.deepEqual(remove(drawn(1), 0, 'free'), []);
});

test('a line of many points gets few handles and keeps its points', () => {
  const wave = Array.from({ length: 201 }, (_, i) => [106 + i / 1000, 21 + 0.05 * Math.sin(i / 25)]);
  const path = pathOf({ type: 'LineString', coordinates: wave });
  assert.ok(path.length > 4 && path.length <= 12, String(path.length));
  assert.deepEqual(straight(path).coordinates, [wave.map((point) => point.map((degrees) => Math.round(degrees * 1e7) / 1e7))]);
});

test('parts stay apart, and a part that loses its first vertex begins with the next', () => {
  const path = pathOf({ type: 'MultiLineString', coordinates: [[[0, 0], [1, 0]], [[5, 0], [6, 0], [7, 3]]] });
  assert.deepEqual(kinds(path), [null, 'kept', null, 'kept', 'kept']);
  assert.deepEqual(kinds(remove(path, 2, 'free')), [null, 'kept', null, 'kept']);
  assert.equal(straight(path).coordinates.length, 2);
});

test('turned round twice it is the line that it was', () => {
  const path = append(pathOf({ type: 'LineString', coordinates: [[0, 0], [1, 1], [1.001, 1], [2, 0]] }), [3, 0], 'network');
  assert.deepEqual(reversed(reversed(path)), path);
  assert.deepEqual(straight(reversed(path)).coordinates[0], [...straight(path).coordinates[0]].reverse());
  assert.deepEqual(reversed(EMPTY), []);
});

test('the line on the ways takes the place of the vertices, and no point stands twice', () => {
  const onTheWay = (i) => [[i, 0.001, 300], [i + 1, 0.001, 310]];
  assert.deepEqual(geometryOf(drawn(1, 2, 3), onTheWay).coordinates, [[[1, 0.001], [2, 0.001], [3, 0.001]]]);
});

test('a vertex stands on the way beside it, and where there is none it stays where it was set', () => {
  const path = append(drawn(1, 2, 3), [4, 0], 'free');
  assert.deepEqual(standing(path, (i) => (i === 2 ? null : [[i, 0.1, 300], [i + 1, 0.2, 310]])), [[1, 0.1], [2, 0.2], [3, 0], [4, 0]]);
  assert.deepEqual(standing(EMPTY, () => null), []);
});

test('deeds are taken back and done again, and a new deed ends what was taken back', () => {
  const [a, b, c] = [drawn(1), drawn(1, 2), drawn(1, 2, 3)];
  const past = done(done(begin(a), b), c);
  assert.equal(undone(past).value, b);
  assert.equal(redone(undone(past)).value, c);
  assert.equal(undone(undone(undone(past))).value, a);
  assert.deepEqual(done(undone(past), a).after, []);
  assert.equal(done(past, c), past);
});

test('simplifying keeps the ends and every bend', () => {
  assert.deepEqual(simplified([[0, 0], [1, 0], [2, 0]], 0.1), [0, 2]);
  assert.deepEqual(simplified([[0, 0], [1, 1], [2, 0]], 0.1), [0, 1, 2]);
  assert.deepEqual(simplified([[0, 0], [0, 0]], 0.1), [0, 1]);
});
