import assert from 'node:assert/strict';
import test from 'node:test';
import { daysOf, halfYearName, isPeriod, lastHalf, periodsOf } from './periods.js';

test('names are those that the server knows', () => {
  for (const name of [...periodsOf(2024), '2023-01/2024-06']) assert.ok(isPeriod(name), name);
  for (const name of ['2024-H3', '2024-13', '24-H1', '2024-06/2023-01', '<b>', '']) assert.ok(!isPeriod(name), name);
});

test('a period begins and ends on its days', () => {
  assert.deepEqual(daysOf('2024-H1'), { from: '2024-01-01', to: '2024-06-30' });
  assert.deepEqual(daysOf('2024-Q4'), { from: '2024-10-01', to: '2024-12-31' });
  assert.deepEqual(daysOf('2024-02'), { from: '2024-02-01', to: '2024-02-29' });
  assert.deepEqual(daysOf('2023'), { from: '2023-01-01', to: '2023-12-31' });
  assert.deepEqual(daysOf('2023-01/2024-06'), { from: '2023-01-01', to: '2024-06-30' });
});

test('days of a half-year have its name', () => {
  for (const name of ['2024-H1', '2023-H2']) assert.equal(halfYearName(daysOf(name)), name);
  assert.equal(halfYearName({ from: '2024-01-01', to: '2024-03-31' }), null);
});

test('what is reported is the half that has ended', () => {
  assert.deepEqual(lastHalf(new Date(2024, 2, 1)), { year: 2023, period: '2023-H2' });
  assert.deepEqual(lastHalf(new Date(2024, 8, 1)), { year: 2024, period: '2024-H1' });
});
