import assert from 'node:assert/strict';
import test from 'node:test';
import { events, get, isAbort, Problem, send, urlOf } from './api.js';

const answer = (status, body, headers = {}) => {
  globalThis.fetch = async (url, options) => {
    answer.last = { url, options };
    return new Response(body === null ? null : JSON.stringify(body), { status, headers: { 'Content-Type': 'application/problem+json', ...headers } });
  };
};

test('a query leaves out what is not asked and keeps commas readable', () => {
  assert.equal(urlOf('/x', { a: null, b: [], c: ['exit', 'entry'], d: '2024-01-01/2024-06-30' }), '/x?c=exit,entry&d=2024-01-01/2024-06-30');
  assert.equal(urlOf('/x'), '/x');
});

test('a problem document becomes a Problem with its fields', async () => {
  answer(400, { type: '/problems/bad-parameter', status: 400, detail: 'bbox has 3 numbers', parameter: 'bbox' });
  await assert.rejects(get('/x'), (error) => error instanceof Problem && error.type === 'bad-parameter' && error.parameter === 'bbox');
});

test('a lost session is told to the page, a wrong password is not', async () => {
  let heard = 0;
  events.addEventListener('signed-out', () => heard++);
  answer(401, { type: '/problems/not-signed-in', status: 401 });
  await assert.rejects(send('POST', '/api/session', { json: {} }));
  assert.equal(heard, 0);
  await assert.rejects(get('/api/summary/extent'));
  assert.equal(heard, 1);
});

test('a database that is away is told to the page, data that are still loading are not', async () => {
  let heard = 0;
  events.addEventListener('database-away', () => heard++);
  answer(503, { type: '/problems/loading', status: 503 }, { 'Retry-After': '1' });
  await assert.rejects(get('/x'), (error) => error.type === 'loading' && error.retryAfterSeconds === 1);
  assert.equal(heard, 0);
  answer(503, { type: '/problems/database-away', status: 503 }, { 'Retry-After': '5' });
  await assert.rejects(get('/x'), (error) => error.retryAfterSeconds === 5);
  assert.equal(heard, 1);
});

test('a request that we end ourselves is an abort, one that the network ends is a problem', async () => {
  globalThis.fetch = async (url, { signal }) => {
    signal.throwIfAborted();
    throw new TypeError('network');
  };
  await assert.rejects(get('/x', { signal: AbortSignal.abort() }), isAbort);
  await assert.rejects(get('/x'), (error) => error.type === 'unreachable');
});
