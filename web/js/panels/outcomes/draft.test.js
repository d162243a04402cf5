import assert from 'node:assert/strict';
import test from 'node:test';
import { bodyOf, changedRows, depthOf, needsReason, readCount, rowsOf, wrongRows } from './draft.js';

const indicators = [
  { code: 'cases', part_of: null, retired: false },
  { code: 'own', part_of: 'cases', retired: false },
  { code: 'done', part_of: 'own', retired: false },
  { code: 'old', part_of: null, retired: true },
];
const months = { from: '2024-01-01', until: '2024-07-01' };
const stored = { ...months, indicator: 'cases', partner: null, value: 5, at_least: false, provisional: true, version: 2 };
const rows = () => rowsOf(indicators, { ...months, counts: [stored, { ...stored, indicator: 'own', from: '2024-03-01' }, { ...stored, indicator: 'done', partner: 'LA' }] });

test('counts are read as they are typed in both languages', () => {
  assert.deepEqual(['18.500', '18,500', ' 18500 ', '0', ''].map(readCount), [18500, 18500, 18500, 0, null]);
  assert.deepEqual(['-1', '1.5', '2x', '05', '9999999999'].map(readCount), [undefined, undefined, undefined, undefined, undefined]);
});

test('a row holds what is stored for exactly these months and all countries', () => {
  assert.deepEqual(rows().map(({ indicator, text, provisional }) => [indicator.code, text, provisional]), [['cases', '5', true], ['own', '', false], ['done', '', false]]);
  assert.equal(depthOf(indicators[2], indicators), 2);
});

test('only what changed is sent, with the version that was read', () => {
  const [cases, own, done] = rows();
  assert.deepEqual(changedRows([cases, own, done]), []);
  const next = [{ ...cases, text: '7' }, { ...own, text: '3', atLeast: true }, { ...done, text: '' }];
  assert.deepEqual(bodyOf('VN-09', '2024-H1', 'late', next), {
    unit: 'VN-09',
    period: '2024-H1',
    reason: 'late',
    counts: [
      { indicator: 'cases', partner: null, value: 7, at_least: false, provisional: true, version: 2 },
      { indicator: 'own', partner: null, value: 3, at_least: true, provisional: false, version: 0 },
    ],
  });
  assert.equal(needsReason([{ ...own, text: '3' }]), false);
  assert.equal(bodyOf('VN-09', '2024-H1', 'late', [{ ...cases, text: '' }]).counts[0].value, null);
  assert.equal(bodyOf('VN-09', '2024-H1', 'late', next, 'CN').counts[0].partner, 'CN');
});

test('what is no count is found', () => {
  const [cases, own] = rows();
  assert.deepEqual(wrongRows([{ ...cases, text: 'five' }, own]), ['cases']);
});
