import assert from 'node:assert/strict';
import test from 'node:test';
import { openQueue } from './queue.js';

const feature = (id) => ({ type: 'Feature', id, properties: { persons: 1 } });
const problem = (status, detail = '') => Object.assign(new Error(detail), { status, detail });

/** The part of Storage that the queue uses, in memory. */
function memoryStorage() {
  const held = new Map();
  return {
    get length() {
      return held.size;
    },
    key: (index) => [...held.keys()][index],
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => held.set(key, value),
    removeItem: (key) => held.delete(key),
  };
}

/** A server that holds features by id and answers as told. */
function fakeServer(answers = []) {
  const held = new Map();
  return {
    held,
    send: async (sent) => {
      const answer = answers.shift();
      if (answer === 'stored, but the answer is lost') held.set(sent.id, sent);
      if (answer) throw typeof answer === 'string' ? problem(0) : answer;
      if (held.has(sent.id)) throw problem(409);
      held.set(sent.id, sent);
      return sent;
    },
    find: async (id) => held.get(id) ?? Promise.reject(problem(404)),
  };
}

const open = (storage, server, account = 'ls-01') => openQueue({ storage, account, ...server });
const ids = (queue) => queue.waiting().map((entry) => entry.feature.id);

test('an entry leaves the device only when the server has it', async () => {
  const server = fakeServer([problem(0), problem(503)]);
  const queue = open(memoryStorage(), server);
  queue.keep(feature('a'));
  assert.equal((await queue.deliver(feature('a'))).later.status, 0);
  assert.deepEqual((await queue.flush()).sent, []);
  assert.deepEqual(ids(queue), ['a']);
  assert.equal((await queue.flush()).sent.length, 1);
  assert.deepEqual(ids(queue), []);
  assert.ok(server.held.has('a'));
});

test('an entry whose answer was lost is not stored twice', async () => {
  const server = fakeServer(['stored, but the answer is lost']);
  const queue = open(memoryStorage(), server);
  queue.keep(feature('a'));
  await queue.deliver(feature('a'));
  assert.deepEqual(ids(queue), ['a']);
  await queue.flush();
  assert.deepEqual(ids(queue), []);
  assert.equal(server.held.size, 1);
});

test('entries survive a reload and are sent in the order in which they were made', async () => {
  const storage = memoryStorage();
  const before = open(storage, fakeServer());
  before.keep(feature('second'), 2);
  before.keep(feature('first'), 1);
  const sent = [];
  const server = fakeServer();
  const after = open(storage, { ...server, send: (each) => (sent.push(each.id), server.send(each)) });
  await after.flush();
  assert.deepEqual(sent, ['first', 'second']);
});

test('a refused entry stays with its reason and does not hold up the others', async () => {
  const server = fakeServer([problem(400, 'persons is 0')]);
  const queue = open(memoryStorage(), server);
  queue.keep(feature('bad'), 1);
  queue.keep(feature('good'), 2);
  const { sent, refused } = await queue.flush();
  assert.deepEqual([sent.map((each) => each.id), refused], [['good'], ['bad']]);
  assert.equal(queue.waiting()[0].refusal.detail, 'persons is 0');
  await queue.flush();
  assert.deepEqual(ids(queue), ['bad']);
});

test('a conflict with something else is a refusal', async () => {
  const queue = open(memoryStorage(), fakeServer([problem(409, 'another detection')]));
  queue.keep(feature('a'));
  await assert.rejects(queue.deliver(feature('a')), { status: 409 });
  assert.deepEqual(ids(queue), ['a']);
});

test('entries of another account are left alone', async () => {
  const storage = memoryStorage();
  open(storage, fakeServer(), 'ls-01').keep(feature('a'));
  const other = open(storage, fakeServer(), 'ls-02');
  assert.deepEqual(ids(other), []);
  await other.flush();
  assert.deepEqual(ids(open(storage, fakeServer(), 'ls-01')), ['a']);
});

test('two flushes at once send an entry once', async () => {
  const server = fakeServer();
  let calls = 0;
  const queue = open(memoryStorage(), { ...server, send: (each) => (calls++, server.send(each)) });
  queue.keep(feature('a'));
  await Promise.all([queue.flush(), queue.flush()]);
  assert.equal(calls, 1);
});
