import assert from 'node:assert/strict';
import test from 'node:test';
import { told } from './history.js';

const row = (patch) => ({ code: 'LS-07', name: 'Lộc Bình', status: 'suspected', transit: [], line: 'a', ...patch });
const change = (operation, minute, before = null) => ({ operation, at: `2026-11-26T03:${minute}:00Z`, by: 'analyst', before });

test('each change says which fields are another now, the newest first', () => {
  const changes = [change('insert', '01'), change('update', '02', row()), change('update', '03', row({ status: 'confirmed', line: 'b' }))];
  const [latest, first] = told(changes, row({ status: 'confirmed', line: 'b', name: 'Ba Sơn' }));
  assert.deepEqual(latest.fields, ['name']);
  assert.deepEqual([first.fields, first.from, first.to], [['status', 'line'], 'suspected', 'confirmed']);
});

test('an insert after a delete is that the delete was undone', () => {
  const changes = [change('insert', '01'), change('delete', '02', row()), change('insert', '03')];
  assert.deepEqual(told(changes, row()).map(({ operation }) => operation), ['restore', 'delete', 'insert']);
});

test('of a deleted route and of none there is nothing to compare', () => {
  assert.deepEqual(told([change('insert', '01'), change('delete', '02', row())], null).map(({ operation, fields }) => [operation, fields.length]), [['delete', 0], ['insert', 0]]);
  assert.deepEqual(told([], null), []);
});
