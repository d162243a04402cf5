import assert from 'node:assert/strict';
import test from 'node:test';
import { createRuns } from './runs.js';

globalThis.document = Object.assign(new EventTarget(), { hidden: false });

const job = (jobID, status, created = '2024-07-01T00:00:00Z') => ({ jobID, processID: 'hotspots', requester: 'me', status, progress: 0, created });

/** A server that runs a job to `end` at the second look. */
function server({ found = [], end = 'successful' } = {}) {
  const calls = [];
  const looks = new Map();
  const status = (id) => {
    looks.set(id, (looks.get(id) ?? 0) + 1);
    return job(id, looks.get(id) < 2 ? 'running' : end);
  };
  return {
    calls,
    listJobs: async () => found,
    execute: async (process, inputs) => (calls.push(['run', process, inputs]), job('new', 'accepted')),
    restartJob: async (id) => (calls.push(['again', id]), job('new', 'accepted')),
    jobStatus: async (id) => status(id),
    dismissJob: async (id) => void calls.push(['dismiss', id]),
  };
}

function runsOn(client) {
  let ended;
  const end = new Promise((resolve) => (ended = resolve));
  const runs = createRuns({ client, processes: ['hotspots'], isMine: ({ requester }) => requester === 'me', onChange: () => {}, onEnd: ended, onError: assert.fail });
  return { runs, end };
}

test('a run is in the list at once and its end is told', async () => {
  const client = server();
  const { runs, end } = runsOn(client);
  await runs.run('hotspots', { cellMetres: 2000 });
  assert.deepEqual(client.calls, [['run', 'hotspots', { cellMetres: 2000 }]]);
  assert.equal(runs.list()[0].status, 'accepted');
  assert.equal((await end).status, 'successful');
  assert.equal(runs.list()[0].status, 'successful');
});

test('what still runs is found again, the latest first, and of other processes nothing', async () => {
  const found = [job('old', 'successful', '2024-06-01T00:00:00Z'), job('on', 'running'), { ...job('other', 'running'), processID: 'import' }, { ...job('theirs', 'running', '2024-05-01T00:00:00Z'), requester: 'she' }];
  const { runs, end } = runsOn(server({ found }));
  await runs.refresh();
  assert.deepEqual(runs.list().map(({ jobID }) => jobID), ['on', 'old', 'theirs']);
  assert.equal((await end).jobID, 'on');
  assert.equal(runs.get('theirs').status, 'running');
});

test('a forgotten job is gone for the eye, comes back by undo, and goes for good when the page is left', async () => {
  const client = server({ found: [job('a', 'successful')] });
  const { runs } = runsOn(client);
  await runs.refresh();
  const undo = runs.forget('a');
  assert.equal(runs.list().length, 0);
  undo();
  assert.equal(runs.list().length, 1);
  assert.deepEqual(client.calls, []);
  runs.forget('a');
  runs.stop();
  assert.deepEqual(client.calls, [['dismiss', 'a']]);
});
