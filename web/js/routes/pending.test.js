import assert from 'node:assert/strict';
import test from 'node:test';
import { createMemory } from './pending.js';

test('what is known is not asked twice', async () => {
  const memory = createMemory();
  let asked = 0;
  const ask = async () => ++asked;
  await memory.recall('a', ask).promise;
  assert.equal(memory.recall('a', ask).value, 1);
  assert.equal(asked, 1);
});

test('who asks while the answer is on its way waits for the same', async () => {
  const memory = createMemory();
  let asked = 0;
  const ask = async () => ++asked;
  const [first, second] = [memory.recall('a', ask), memory.recall('a', ask)];
  assert.equal(first, second);
  await first.promise;
  assert.equal(asked, 1);
});

test('a failure is forgotten, so that the next look asks again', async () => {
  const memory = createMemory();
  const entry = memory.recall('a', async () => {
    throw new Error('away');
  });
  await entry.promise;
  assert.equal(entry.problem.message, 'away');
  assert.equal(memory.has('a'), false);
  await memory.recall('a', async () => 7).promise;
  assert.equal(memory.recall('a', async () => 8).value, 7);
});
