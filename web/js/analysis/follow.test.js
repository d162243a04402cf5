import assert from 'node:assert/strict';
import test from 'node:test';
import { followJob, pauseBefore } from './follow.js';
import { createEstimates, roundedTime } from './remaining.js';

const page = (hidden = false) => Object.assign(new EventTarget(), { hidden });
const nothing = async () => {};
const running = (progress) => ({ jobID: 'a', status: 'running', progress });
const problem = (status) => Object.assign(new Error(), { status });

/** Gives one answer after the other; an Error is thrown. */
function answers(...list) {
  return async () => {
    const next = list.shift();
    if (next instanceof Error) throw next;
    return next;
  };
}

test('a job is followed to its end, and each status is heard', async () => {
  const heard = [];
  const end = { jobID: 'a', status: 'successful', progress: 100 };
  const last = await followJob(running(0), { read: answers(running(40), end), onStatus: (job) => heard.push(job.progress), page: page(), wait: nothing });
  assert.equal(last, end);
  assert.deepEqual(heard, [40, 100]);
});

test('a look that fails is taken again, a job that is gone is not', async () => {
  const end = { jobID: 'a', status: 'failed' };
  assert.equal(await followJob(running(0), { read: answers(problem(503), end), page: page(), wait: nothing }), end);
  await assert.rejects(followJob(running(0), { read: answers(problem(404)), page: page(), wait: nothing }), { status: 404 });
});

test('nothing is asked while the page is hidden', async () => {
  const hidden = page(true);
  let asked = 0;
  const followed = followJob(running(0), { read: async () => (asked++, { jobID: 'a', status: 'successful' }), page: hidden, wait: nothing });
  await new Promise(setImmediate);
  assert.equal(asked, 0);
  hidden.hidden = false;
  hidden.dispatchEvent(new Event('visibilitychange'));
  await followed;
  assert.equal(asked, 1);
});

test('whoever leaves the page follows no more', async () => {
  const leaving = new AbortController();
  const followed = followJob(running(0), { read: nothing, signal: leaving.signal, page: page() });
  leaving.abort();
  await assert.rejects(followed, { name: 'AbortError' });
});

test('looks become rarer, to one in two seconds', () => {
  const pauses = Array.from({ length: 12 }, (_, round) => pauseBefore(round));
  assert.deepEqual(pauses, [...pauses].sort((a, b) => a - b));
  assert.equal(pauses.at(-1), 2000);
});

test('the time left follows the pace since the first look, once there is one', () => {
  const { left } = createEstimates();
  assert.equal(left(running(20), 0), null);
  assert.equal(left(running(21), 5000), null);
  assert.equal(left(running(40), 10_000), 30_000);
  assert.equal(left({ jobID: 'b', status: 'accepted', progress: 0 }, 0), null);
});

test('a part of the work has a pace of its own, so that the quick first one promises nothing', () => {
  const { left } = createEstimates();
  const part = (message, progress) => ({ ...running(progress), message });
  assert.equal(left(part('Đọc 1/2', 0), 0), null);
  assert.equal(left(part('Đọc 2/2', 10), 2000), 18_000);
  assert.equal(left(part('Mô phỏng 0/999', 20), 2100), null);
  assert.equal(left(part('Mô phỏng 50/999', 24), 6100), 76_000);
});

test('the time left is said as people say it', () => {
  assert.deepEqual(roundedTime(4000), ['soon']);
  assert.deepEqual(roundedTime(33_000), ['seconds', 35]);
  assert.deepEqual(roundedTime(250_000), ['minutes', 4]);
});
