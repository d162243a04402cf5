import assert from 'node:assert/strict';
import test from 'node:test';
import { classOf, ladderAbove, ladderBelow, MATRIX_CLASSES } from './ladder.js';
import { halfYearTicks, moveEnd, movePeriod, tetDays, timeAxis } from './time-axis.js';

const extent = { from: '2022-01-01', to: '2024-06-30' };
const half = { from: '2024-01-01', to: '2024-06-30' };

test('a day goes to a pixel and back', () => {
  const axis = timeAxis(extent, 100, 900);
  assert.equal(axis.xOfDay('2022-01-01'), 100);
  assert.equal(axis.xOfDay('2024-07-01'), 900);
  for (const day of ['2022-03-01', '2023-07-01', '2024-02-29']) assert.equal(axis.dayAt(axis.xOfDay(day)), day);
});

test('half-years are cut at the ends of the data', () => {
  const ticks = halfYearTicks({ from: '2022-02-10', to: '2022-09-01' });
  assert.deepEqual(ticks.map(({ from, to }) => [from, to]), [['2022-02-10', '2022-06-30'], ['2022-07-01', '2022-09-01']]);
});

test('Tết is marked for the years shown', () => {
  assert.deepEqual(tetDays(extent), ['2022-02-01', '2023-01-22', '2024-02-10']);
});

test('the brush moves by weeks and months and stops at the ends', () => {
  assert.deepEqual(movePeriod(half, extent, { months: -1 }), { from: '2023-12-01', to: '2024-05-31' });
  assert.deepEqual(movePeriod(half, extent, { days: 7 }), half);
});

test('an end of the brush never passes the other', () => {
  assert.deepEqual(moveEnd(half, extent, 'from', '2024-12-01'), { from: '2024-06-24', to: '2024-06-30' });
  assert.deepEqual(moveEnd(half, extent, 'to', '2030-01-01'), half);
});

test('numbers climb the ladder', () => {
  assert.equal(ladderAbove(1151), 2000);
  assert.equal(ladderBelow(746), 500);
  assert.equal(classOf(4, MATRIX_CLASSES.persons), 0);
  assert.equal(classOf(500, MATRIX_CLASSES.persons), 7);
});
