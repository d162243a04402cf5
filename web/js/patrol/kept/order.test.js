import assert from 'node:assert/strict';
import test from 'node:test';
import { nameOf } from './order.js';

test('the name of a file says what it is, and that it is a draft of made-up data', () => {
  const plan = { from: '2024-07-01', version: 2, status: 'draft', synthetic: true };
  assert.equal(nameOf(plan, 'order.pdf', ''), 'patrol-order-2024-07-01-v2-draft-synthetic.pdf');
  assert.equal(nameOf({ ...plan, status: 'approved', synthetic: false }, 'tracks.gpx', 'LS-04/1'), 'patrol-tracks-2024-07-01-v2-LS-04-1.gpx');
});
