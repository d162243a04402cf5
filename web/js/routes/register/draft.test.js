import assert from 'node:assert/strict';
import test from 'node:test';
import { differs, draftOf, featureOf, mistakes, newDraft, nextCode } from './draft.js';

const LINE = { type: 'MultiLineString', coordinates: [[[106.7, 21.9], [106.8, 21.9]]] };
const STORED = { id: 'r1', properties: { version: 3, code: 'LS-07', name: 'Lộc Bình – Ba Sơn', status: 'confirmed', origin: 'Bắc Giang', transit: ['Đồng Mỏ', 'Lộc Bình'], destination: 'Ninh Minh', evidence: ['patrol', 'case_file'] } };
const fields = (draft, lack = null) => mistakes(draft, lack).map(({ field }) => field);

test('a stored route comes back as it was', () => {
  const { version, ...properties } = STORED.properties;
  assert.deepEqual(featureOf(draftOf(STORED), LINE), { type: 'Feature', geometry: LINE, properties });
  assert.deepEqual(mistakes(draftOf(STORED), null), []);
  assert.equal(differs(draftOf(STORED), draftOf(STORED)), false);
  assert.equal(version, 3);
});

test('an empty form says what it needs, in the order of its fields', () => {
  assert.deepEqual(fields(newDraft(), 'empty'), ['line', 'code', 'name']);
  assert.equal(mistakes({ ...newDraft(), code: 'LS-1', name: 'x' }, 'short')[0].key, 'route.error.shortLine');
});

test('what is typed is tidied: one space, composed letters, capital code, nothing for an empty place', () => {
  const draft = { ...newDraft(), code: ' ls-09 ', name: 'Na  Sầm – Tân Thanh'.normalize('NFD'), transit: 'Na Sầm;; \n Tân Thanh ' };
  const { properties } = featureOf(draft, LINE);
  assert.deepEqual([properties.code, properties.name, properties.transit, properties.origin], ['LS-09', 'Na Sầm – Tân Thanh', ['Na Sầm', 'Tân Thanh'], null]);
});

test('codes, names and places have their limits', () => {
  const good = { ...newDraft(), code: 'LS-1', name: 'a' };
  assert.deepEqual(fields({ ...good, code: 'LS 1' }), ['code']);
  assert.deepEqual(fields({ ...good, code: 'X' }), ['code']);
  assert.deepEqual(fields({ ...good, name: 'a'.repeat(121), origin: 'b'.repeat(81), transit: 'c'.repeat(81) }), ['name', 'origin', 'transit']);
  assert.deepEqual(fields({ ...good, transit: Array(21).fill('x').join(';') }), ['transit']);
});

test('names of places pass, sentences and numbers of persons do not', () => {
  const good = { ...newDraft('LS-1'), name: 'QL.1 (Bắc Giang) – Đồng Đăng → Bằng Tường' };
  assert.deepEqual(fields(good), []);
  assert.deepEqual(fields({ ...good, name: 'A: người đưa đường!' }), ['name']);
  assert.deepEqual(fields({ ...good, origin: '0912 345 678 Nam' }), ['origin']);
  assert.deepEqual(fields({ ...good, destination: '---' }), ['destination']);
});

test('what the form has no field for stays', () => {
  const { properties } = featureOf(draftOf(STORED), LINE, { ...STORED.properties, synthetic: true, detections: ['d1'] });
  assert.deepEqual([properties.synthetic, properties.detections], [true, ['d1']]);
});

test('the next code follows the highest number', () => {
  assert.equal(nextCode(['LS-02', 'LS-11', 'TUYEN']), 'LS-12');
  assert.equal(nextCode(['LS-09', 'CB-03']), 'LS-10');
  assert.equal(nextCode(['TUYEN']), '');
  assert.equal(nextCode([]), '');
});
