import assert from 'node:assert/strict';
import test from 'node:test';
import { afterFailure, pauseAfter, UNKNOWN, watchFreshness, whatFollows } from './freshness.js';

const current = (dataVersion) => ({ state: 'current', loaded: 0, total: 0, since: null, dataVersion });
const stale = { ...current('7'), state: 'stale', since: '2026-03-01T07:32:00Z' };
const loading = { state: 'loading', loaded: 32, total: 100, since: null, dataVersion: null };

/** A page that can be hidden, and a server that answers in turn; the last answer stays. */
function scene(...answers) {
  const page = new EventTarget();
  page.hidden = false;
  const heard = [];
  let asked = 0;
  const get = async () => {
    const answer = answers[Math.min(asked++, answers.length - 1)];
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const watch = watchFreshness({ get, page, onAnswer: (now, before) => heard.push([before.state, now.state]) });
  return { page, heard, watch, asked: () => asked };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 20));
const problem = (type) => Object.assign(new Error(type), { type });

test('a database that not even the gate can ask is away since the first failure', () => {
  const now = new Date('2026-03-01T07:32:00Z');
  const first = afterFailure(current('7'), problem('database-away'), now);
  assert.deepEqual([first.state, first.since, first.dataVersion], ['stale', '2026-03-01T07:32:00.000Z', '7']);
  assert.equal(afterFailure(first, problem('database-away'), new Date()), first);
  assert.deepEqual(afterFailure(current('7'), problem('unreachable'), now), current('7'));
});

test('it is asked every five seconds, and every second while something is going on', () => {
  assert.equal(pauseAfter(current('7'), false, false), 5_000);
  assert.equal(pauseAfter(loading, false, false), 1_000);
  assert.equal(pauseAfter(stale, false, false), 1_000);
  assert.equal(pauseAfter(current('7'), false, true), 1_000);
  assert.equal(pauseAfter(stale, true, false), 5_000);
});

test('pictures are asked for again when their data changed, when loading is done, and after an outage', () => {
  assert.deepEqual(whatFollows(current('8'), current('7'), '7'), { loaded: false, back: false, changed: true });
  assert.deepEqual(whatFollows(current('7'), current('7'), '7'), { loaded: false, back: false, changed: false });
  assert.deepEqual(whatFollows(current('7'), stale, '7'), { loaded: false, back: true, changed: true });
  assert.deepEqual(whatFollows(current('7'), loading, undefined), { loaded: true, back: false, changed: true });
  assert.equal(whatFollows(stale, current('6'), '6').changed, false);
  assert.equal(whatFollows(current('7'), UNKNOWN, undefined).changed, false);
});

test('each answer is told with the one before', async () => {
  const { heard, watch } = scene(loading);
  await settled();
  watch.stop();
  assert.deepEqual(heard, [['unknown', 'loading']]);
});

test('nobody asks while the page is hidden, and at once when it is seen again', async () => {
  const { page, watch, asked } = scene(current('7'));
  await settled();
  page.hidden = true;
  watch.hint();
  await settled();
  assert.equal(asked(), 1);
  page.hidden = false;
  page.dispatchEvent(new Event('visibilitychange'));
  await settled();
  watch.stop();
  assert.equal(asked(), 2);
});

test('a failure that says nothing about the data is not told', async () => {
  const { heard, watch } = scene(current('7'), problem('unreachable'));
  await settled();
  watch.hint();
  await settled();
  watch.stop();
  assert.deepEqual(heard, [['unknown', 'current']]);
});

test('after the end nothing is asked', async () => {
  const { page, watch, asked } = scene(current('7'));
  watch.stop();
  page.dispatchEvent(new Event('visibilitychange'));
  watch.hint();
  await settled();
  assert.equal(asked(), 1);
});
