import assert from 'node:assert/strict';
import test from 'node:test';
import { mostSteps, spanOf } from './span.js';

const EXTENT = { from: '2022-01-01', to: '2024-06-30' };
const PERIOD = { from: '2024-01-01', to: '2024-06-30' };

test('a span ends with the period and reaches back to the first day of the data', () => {
  assert.deepEqual(spanOf('whole', PERIOD, EXTENT), { from: '2022-01-01', to: '2024-06-30' });
  assert.deepEqual(spanOf('whole', { from: '2022-07-01', to: '2022-12-31' }, EXTENT), { from: '2022-01-01', to: '2022-12-31' });
});

test('months are whole months before the end of the period, never before the data', () => {
  assert.deepEqual(spanOf('P12M', PERIOD, EXTENT), { from: '2023-07-01', to: '2024-06-30' });
  assert.deepEqual(spanOf('P24M', { from: '2022-07-01', to: '2022-12-31' }, EXTENT), { from: '2022-01-01', to: '2022-12-31' });
});

test('the period itself stays as it is', () => {
  assert.deepEqual(spanOf('period', PERIOD, EXTENT), PERIOD);
});

test('a look back over a result that was opened again asks the same', () => {
  const once = spanOf('P12M', PERIOD, EXTENT);
  assert.deepEqual(spanOf('P12M', once, EXTENT), once);
  const whole = spanOf('whole', PERIOD, EXTENT);
  assert.deepEqual(spanOf('whole', whole, EXTENT), whole);
});

test('a period before the data is its own span', () => {
  assert.deepEqual(spanOf('whole', { from: '2021-01-01', to: '2021-06-30' }, EXTENT), { from: '2021-01-01', to: '2021-06-30' });
});

test('a span says how many steps it can hold', () => {
  assert.equal(mostSteps({ from: '2022-01-01', to: '2024-06-30' }, 'P1M'), 30);
  assert.equal(mostSteps({ from: '2022-01-01', to: '2024-06-30' }, 'P3M'), 10);
  assert.equal(mostSteps({ from: '2024-01-01', to: '2024-06-30' }, 'P7D'), 26);
  assert.equal(mostSteps({ from: '2024-01-15', to: '2024-03-14' }, 'P1M'), 3);
  assert.equal(mostSteps({ from: '2024-01-01', to: '2024-01-03' }, 'P7D'), 1);
});
