import assert from 'node:assert/strict';
import test from 'node:test';
import { commonClasses } from './classes.js';
import { inputsYearBefore } from './year-before.js';
import { changesOf, differences, inOrder, matchById, namesOf, sameGrid } from './matching.js';

const SUMMARY = { cell: 'hexagon', cell_metres: 2000, distance: 'EPSG:32648', band_metres: 4000, weight: 'persons', exposure: 'none', period: { from: '2024-01-01', to: '2024-06-30' } };
const cell = (id, hot, tested = true) => ({ id, properties: { hot, tested } });
const result = (features, summary = {}, inputs = { filter: { datetime: '2024-01-01/2024-06-30' } }) => ({ features, summary: { ...SUMMARY, ...summary }, inputs });

test('cells are matched by their ids, whatever their order', () => {
  const { pairs, onlyLeft, onlyRight } = matchById(result([cell('a'), cell('b'), cell('c')]), result([cell('c'), cell('d'), cell('a')]));
  assert.deepEqual(pairs.map(([one, other]) => [one.id, other.id]), [['a', 'a'], ['c', 'c']]);
  assert.deepEqual(onlyLeft.map(({ id }) => id), ['b']);
  assert.deepEqual(onlyRight.map(({ id }) => id), ['d']);
});

test('what became hot and what is so no longer are counted among cells that both sides have', () => {
  const left = result([cell('a', true), cell('b', true), cell('c', false), cell('x', true)]);
  const right = result([cell('a', true), cell('b', false), cell('c', true), cell('y', true)]);
  assert.deepEqual(changesOf(left, right, ({ properties }) => properties.hot), { became: 1, ended: 1, stayed: 1, compared: 3 });
});

test('a cell that one side could not test has not changed', () => {
  const left = result([cell('a', true), cell('b', true)]);
  const right = result([cell('a', false, false), cell('b', true)]);
  assert.deepEqual(changesOf(left, right, ({ properties }) => (properties.tested ? properties.hot : null)), { became: 0, ended: 0, stayed: 1, compared: 1 });
});

test('each side answers for itself what is hot', () => {
  const same = [cell('a', true)];
  assert.equal(changesOf(result(same), result(same), (feature, side) => side === 1).became, 1);
});

test('cells of another size are not compared, and that is said', () => {
  const [left, right] = [result([cell('a', true)]), result([cell('a', true)], { cell_metres: 3000 })];
  assert.equal(sameGrid(left, right), false);
  assert.equal(changesOf(left, right, () => true), null);
  assert.deepEqual(differences(left, right), ['cell']);
});

test('differences of method and of conditions are named, the period is none', () => {
  const left = result([]);
  assert.deepEqual(differences(left, result([], { period: { from: '2023-01-01', to: '2023-06-30' } }, { filter: { datetime: '2023-01-01/2023-06-30' } })), []);
  assert.deepEqual(differences(left, result([], { band_metres: 5000, exposure: 'effort' })), ['band', 'exposure']);
  assert.deepEqual(differences(left, result([], {}, { filter: { datetime: '2024-01-01/2024-06-30', direction: 'exit' } })), ['filter']);
  assert.deepEqual(differences(result([], {}, undefined), result([], {}, undefined)), []);
});

test('the earlier period stands at the left; of one period, the earlier run', () => {
  const [early, late] = [result([], { period: { from: '2023-01-01', to: '2023-06-30' } }), result([])];
  assert.deepEqual(inOrder(late, early), [early, late]);
  assert.deepEqual(inOrder(early, late), [early, late]);
  const [first, second] = [{ ...late, created: '2024-07-01T08:00:00Z' }, { ...late, created: '2024-07-02T08:00:00Z' }];
  assert.deepEqual(inOrder(second, first), [first, second]);
});

test('one legend lists what is on either side, with both counts', () => {
  const list = (...counts) => counts.map((count, i) => ({ key: `k${i}`, words: `w${i}`, count }));
  assert.deepEqual(commonClasses(list(3, 0, 0), list(1, 0, 2)).map(({ key, counts }) => [key, counts]), [['k0', [3, 1]], ['k2', [0, 2]]]);
});

test('a side is called by what it differs in: the period, else the method, else the time of the run', () => {
  assert.deepEqual(namesOf([['H1 2023', 'band 4', '08:00'], ['H1 2024', 'band 4', '08:00']])[0], { name: 'H1 2023', detail: 'band 4' });
  assert.deepEqual(namesOf([['H1 2024', 'band 4', '08:00'], ['H1 2024', 'band 5', '08:00']])[1], { name: 'band 5', detail: 'H1 2024' });
  assert.deepEqual(namesOf([['H1 2024', 'band 4', '08:00'], ['H1 2024', 'band 4', '09:00']])[1], { name: '09:00', detail: 'H1 2024' });
  assert.deepEqual(namesOf([['H1 2024', '', 'b'], ['H1 2024', '', 'b']])[0], { name: 'H1 2024', detail: null });
});

test('the question of a year earlier differs in nothing but the period', () => {
  const inputs = { filter: { datetime: '2024-01-01/2024-06-30', direction: 'exit' }, cellMetres: 2000 };
  assert.deepEqual(inputsYearBefore(inputs), { filter: { datetime: '2023-01-01/2023-06-30', direction: 'exit' }, cellMetres: 2000 });
  assert.equal(inputsYearBefore({ features: {} }), null);
});
