import assert from 'node:assert/strict';
import test from 'node:test';
import { formatPlace, parsePlace } from './places.js';

test('what is shown can be typed', () => {
  assert.deepEqual(parsePlace(formatPlace([106.7612, 21.8531])), [106.7612, 21.8531]);
});

test('latitude comes first, whatever stands between', () => {
  for (const text of ['21.85,106.76', '21.85; 106.76', ' 21.85 106.76 ', '21.85° N, 106.76° E', '21.85°B 106.76°Đ']) assert.deepEqual(parsePlace(text), [106.76, 21.85], text);
});

test('what is no place is none', () => {
  for (const text of ['', 'Lạng Sơn', '21.85', '106.76, 21.85', '21,85, 106,76', '86, 10']) assert.equal(parsePlace(text), null, text);
});
