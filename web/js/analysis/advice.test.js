import assert from 'node:assert/strict';
import test from 'node:test';
import { adviceFor } from './advice.js';

test('while something is still to be chosen there is nothing to run', () => {
  assert.deepEqual(adviceFor({ shown: null, missing: null, coming: false, wanted: null, open: 'Choose the end' }), { text: 'Choose the end', action: null, stale: false });
});

test('a result of the question that is asked needs no word', () => {
  const shown = { job: { inputs: { k: 3 }, current: true } };
  assert.equal(adviceFor({ shown, missing: null, coming: false, wanted: { k: 3 } }), null);
  assert.equal(adviceFor({ shown, missing: null, coming: false, wanted: { k: 4 } }).stale, true);
});
