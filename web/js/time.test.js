import assert from 'node:assert/strict';
import test from 'node:test';
import { addMonths, dayOf, exactHalfYear, halfYears, parseDay, shiftPeriod, yearBefore } from './time.js';

test('the day of an instant is the day in Ho Chi Minh City', () => {
  assert.equal(dayOf('2024-06-30T17:30:00Z'), '2024-07-01');
  assert.equal(dayOf('2024-07-01'), '2024-07-01');
});

test('half-years cover the data, the latest first', () => {
  const found = halfYears('2023-02-01', '2024-06-30').map((each) => each.from);
  assert.deepEqual(found, ['2024-01-01', '2023-07-01', '2023-01-01']);
});

test('a half-year is recognised only when it is whole', () => {
  assert.equal(exactHalfYear('2024-01-01', '2024-06-30').half, 1);
  assert.equal(exactHalfYear('2024-01-01', '2024-06-29'), null);
});

test('a half-year moves to the next half-year and four weeks to the next four weeks', () => {
  assert.deepEqual(shiftPeriod({ from: '2024-01-01', to: '2024-06-30' }, -1), { from: '2023-07-01', to: '2023-12-31' });
  assert.deepEqual(shiftPeriod({ from: '2024-01-08', to: '2024-02-04' }, 1), { from: '2024-02-05', to: '2024-03-03' });
});

test('days are read as they are written here', () => {
  assert.equal(parseDay('30/6/2024'), '2024-06-30');
  assert.equal(parseDay('2024-06-30'), '2024-06-30');
  assert.equal(parseDay('31/06/2024'), null);
  assert.equal(parseDay('yesterday'), null);
});

test('the 31st becomes the last day of a shorter month', () => {
  assert.equal(addMonths('2024-01-31', 1), '2024-02-29');
});

test('the same period a year earlier has whole months where this one has', () => {
  assert.deepEqual(yearBefore({ from: '2024-01-01', to: '2024-06-30' }), { from: '2023-01-01', to: '2023-06-30' });
  assert.deepEqual(yearBefore({ from: '2024-02-01', to: '2024-02-29' }), { from: '2023-02-01', to: '2023-02-28' });
  assert.deepEqual(yearBefore({ from: '2023-02-01', to: '2023-02-28' }), { from: '2022-02-01', to: '2022-02-28' });
  assert.deepEqual(yearBefore({ from: '2024-03-05', to: '2024-03-18' }), { from: '2023-03-05', to: '2023-03-18' });
});
