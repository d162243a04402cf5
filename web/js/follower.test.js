import assert from 'node:assert/strict';
import test from 'node:test';
import { createFollower } from './follower.js';

function scene(context) {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const done = [];
  const scene = { done, busy: false, wait: (ms) => context.mock.timers.tick(ms) };
  scene.follower = createFollower({ act: (wish) => done.push(wish), isBusy: () => scene.busy, pauseMs: 100 });
  return scene;
}

test('of many wishes in a row the last is done', (context) => {
  const { follower, done, wait } = scene(context);
  for (const wish of ['a', 'b', 'c']) follower.want(wish);
  wait(100);
  wait(1000);
  assert.deepEqual(done, ['c']);
});

test('a wish waits until the one before is finished, and the hand may have moved on meanwhile', (context) => {
  const all = scene(context);
  all.follower.want('a');
  all.wait(100);
  all.busy = true;
  all.follower.want('b');
  all.wait(100);
  all.follower.want('c');
  all.wait(100);
  assert.deepEqual(all.done, ['a']);
  all.busy = false;
  all.wait(100);
  assert.deepEqual(all.done, ['a', 'c']);
});

test('what was dropped is never done', (context) => {
  const { follower, done, wait } = scene(context);
  follower.want('a');
  follower.drop();
  wait(1000);
  assert.deepEqual(done, []);
  follower.want('b');
  wait(100);
  assert.deepEqual(done, ['b']);
});
