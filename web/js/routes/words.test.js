import assert from 'node:assert/strict';
import test from 'node:test';
import routes from '../i18n/routes.js';
import { addWords, setLanguage } from '../i18n/index.js';
import { betweenWords, classWords, formatCost, formatDuration, formatExtra, roadWords, viaWords } from './words.js';

addWords(routes);
const PLACES = [{ lon: 106.76, lat: 21.85, name: 'Lạng Sơn', nameEn: 'Lang Son' }, { lon: 106.7, lat: 21.945, name: 'Đồng Đăng', nameEn: 'Dong Dang' }];
const LANG_SON = [106.761, 21.853];
const DONG_DANG = [106.7, 21.94];
const FAR = [108, 21];

test('an hour is where minutes end, and nothing takes no time', () => {
  assert.deepEqual([0, 59 * 60, 59.6 * 60, 9300, 36_000].map((seconds) => formatDuration(seconds)), ['1\u00a0phút', '59\u00a0phút', '1:00\u00a0giờ', '2:35\u00a0giờ', '10:00\u00a0giờ']);
});

test('a cost is a length or a time, by what it was measured with', () => {
  assert.equal(formatCost(12_345, 'metres'), '12\u00a0km');
  assert.equal(formatCost(12_345, 'walkSeconds'), '3:26\u00a0giờ');
  assert.equal(formatExtra(5, 'walkSeconds'), '0');
  assert.equal(formatExtra(3240, 'walkSeconds'), '+54\u00a0phút');
});

test('both ends are named where both are near a town', () => {
  assert.equal(betweenWords([LANG_SON, DONG_DANG], PLACES), 'Lạng Sơn – Đồng Đăng');
  assert.equal(betweenWords([FAR, DONG_DANG], PLACES), 'đến Đồng Đăng');
  assert.equal(betweenWords([LANG_SON, [106.765, 21.851]], PLACES), 'gần Lạng Sơn');
  assert.equal(betweenWords([FAR, FAR], PLACES), '');
});

test('towns have English names on an English page', () => {
  setLanguage('en');
  assert.equal(betweenWords([LANG_SON, DONG_DANG], PLACES), 'Lang Son – Dong Dang');
  setLanguage('vi');
});

test('a road is called by its number, then its name, then its kind', () => {
  assert.equal(roadWords({ ref: 'QL.1', name: null, class: 'trunk' }), 'QL.1');
  assert.equal(roadWords({ ref: 'QL.1', name: 'Đường Lê Lợi', class: 'trunk' }), 'QL.1 Đường Lê Lợi');
  assert.equal(roadWords({ ref: null, name: null, class: 'path' }), 'Đường mòn');
  assert.equal(classWords('hovercraft'), 'hovercraft');
});

test('a way is told by its roads, and by its ends where they have no names', () => {
  assert.equal(viaWords({ via: ['QL.1', 'QL.4B', 'A', 'B'] }, { coordinates: [] }, { places: [] }), 'QL.1, QL.4B, A');
  assert.equal(viaWords({ via: [] }, { coordinates: [LANG_SON, DONG_DANG] }, { places: PLACES }), 'Lạng Sơn – Đồng Đăng');
});
