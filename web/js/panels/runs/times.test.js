import assert from 'node:assert/strict';
import test from 'node:test';
import analysis from '../../i18n/analysis.js';
import { addWords, setLanguage } from '../../i18n/index.js';
import planner from '../../i18n/planner.js';
import { periodOfJob, tookWords, whenWords } from './times.js';

addWords(analysis);
addWords(planner);
const job = (seconds) => ({ started: '2026-11-25T07:20:00Z', finished: new Date(Date.parse('2026-11-25T07:20:00Z') + 1000 * seconds).toISOString() });

test('how long a run took is said as exactly as it matters', () => {
  setLanguage('vi');
  assert.equal(tookWords(job(0.42)), '0,4 giây');
  assert.equal(tookWords(job(0.01)), '0,1 giây');
  assert.equal(tookWords(job(35.4)), '35 giây');
  assert.equal(tookWords(job(250)), '4 phút');
  assert.equal(tookWords({ finished: '2026-11-25T07:20:00Z' }), null);
  setLanguage('en');
  assert.equal(tookWords(job(0.42)), '0.4 s');
});

test('a run of today has its time, an older one its day too', () => {
  setLanguage('vi');
  const now = new Date('2026-11-25T12:00:00Z');
  assert.equal(whenWords('2026-11-25T07:20:00Z', now), 'hôm nay 14:20');
  assert.equal(whenWords('2026-11-24T02:05:00Z', now), '24/11/2026 09:05');
});

test('the period of a run has its name', () => {
  setLanguage('en');
  assert.equal(periodOfJob({ inputs: { filter: { datetime: '2024-01-01/2024-06-30' } } }), 'First half of 2024');
  assert.equal(periodOfJob({ inputs: {} }), '');
});
