import assert from 'node:assert/strict';
import test from 'node:test';
import { addWords, formatDate, formatDateTime, formatKm, formatMonth, formatNumber, formatPercent, formatRate, formatStretch, setLanguage, t } from './index.js';

test('Vietnamese numbers group by points and have a comma before decimals', () => {
  setLanguage('vi');
  assert.equal(formatNumber(18500), '18.500');
  assert.equal(formatNumber(4159), '4.159');
  assert.equal(formatPercent(0.929), '92,9\u00a0%');
  assert.equal(formatPercent(-0.07, { signed: true }), '\u22127,0\u00a0%');
  assert.equal(formatPercent(0.023, { signed: true }), '+2,3\u00a0%');
  assert.equal(formatRate(55.76), '55,8');
});

test('English numbers group by commas', () => {
  setLanguage('en');
  assert.equal(formatNumber(18500), '18,500');
  assert.equal(formatPercent(0.929), '92.9%');
  assert.equal(formatDate('2024-06-30'), '30 Jun 2024');
  assert.equal(formatDate('2024-09-02'), '2 Sep 2024');
  assert.equal(formatMonth('2024-06-01'), 'Jun 2024');
  assert.equal(formatKm(1134.6), 'km 1,134.6');
});

test('a time just after midnight belongs to the day of Ho Chi Minh City', () => {
  setLanguage('vi');
  assert.equal(formatDateTime('2024-06-30T17:30:00Z'), '01/07/2024 00:30');
  assert.equal(formatDateTime('2024-07-01T00:30:00+07:00'), '01/07/2024 00:30');
});

test('chainage is written as kilometre plus metres', () => {
  setLanguage('vi');
  assert.equal(formatKm(1134.6), 'Km 1134+600');
  assert.equal(formatKm(1134.9996), 'Km 1135+000');
  assert.equal(formatStretch(1205, 1210), 'Km 1205–1210');
});

test('a word is filled with numbers in the form of the language, and has a singular', () => {
  addWords({ vi: { 'x.n': '{count} vụ', 'x.n.one': 'một vụ' }, en: { 'x.n': '{count} detections', 'x.n.one': '{count} detection' } });
  setLanguage('en');
  assert.equal(t('x.n', { count: 4159 }), '4,159 detections');
  assert.equal(t('x.n', { count: 1 }), '1 detection');
  setLanguage('vi');
  assert.equal(t('x.n', { count: 4159 }), '4.159 vụ');
});
