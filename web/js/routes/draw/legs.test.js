import assert from 'node:assert/strict';
import test from 'node:test';
import { createLegs } from './legs.js';

/** A server that knows ways by their first place. */
function fakeApi(answers, asked = []) {
  return {
    asked,
    async get(path, { query }) {
      asked.push(query.from);
      const answer = answers[query.from.split(',')[0]];
      if (typeof answer === 'number') throw Object.assign(new Error('no'), { status: answer });
      return answer;
    },
  };
}

const WAY = { geometry: { type: 'LineString', coordinates: [[1, 0], [1.5, 1], [2, 0]] }, properties: { length_m: 12 } };
const settled = () => new Promise((resolve) => setImmediate(resolve));

test('a leg is straight until its way has come, and is asked for once', async () => {
  const api = fakeApi({ '1.000000': WAY });
  let changes = 0;
  const legs = createLegs(api, { weight: 'walkSeconds', onChange: () => changes++ });
  assert.deepEqual(legs.of([1, 0], [2, 0]), { state: 'asking', line: [[1, 0], [2, 0]], properties: null });
  await settled();
  assert.deepEqual([legs.of([1, 0], [2, 0]).state, legs.of([1, 0], [2, 0]).line.length], ['found', 3]);
  assert.deepEqual([changes, api.asked.length], [1, 1]);
});

test('no way and no answer are told apart, and only the second is asked for again', async () => {
  const api = fakeApi({ '1.000000': 404, '3.000000': 503 });
  const legs = createLegs(api, { weight: 'walkSeconds', onChange: () => {} });
  legs.of([1, 0], [2, 0]);
  legs.of([3, 0], [2, 0]);
  await settled();
  assert.deepEqual([legs.of([1, 0], [2, 0]).state, legs.of([3, 0], [2, 0]).state], ['none', 'away']);
  legs.retry();
  legs.of([1, 0], [2, 0]);
  legs.of([3, 0], [2, 0]);
  assert.equal(api.asked.length, 3);
});
