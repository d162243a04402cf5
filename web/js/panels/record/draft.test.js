import assert from 'node:assert/strict';
import test from 'node:test';
import { draftOf, featureOf, localMinutes, mistakes, newDraft, positionOf, settingsAt, step } from './draft.js';

const NOW = new Date('2024-06-29T19:40:00Z');
const ID = '7b4ac5f8-6f0e-4ad6-9d0f-0c4f4e3a2b11';
const inLangSon = (patch = {}) => ({ ...newDraft(NOW, ID), lon: '106.702', lat: '21.985', ...patch });
const fieldsWrong = (draft) => mistakes(draft, NOW).map(({ field }) => field);

test('the clock of the form is that of Viet Nam', () => {
  assert.equal(localMinutes(NOW), '2024-06-30T02:40');
});

test('an entry with a position and the defaults can be saved', () => {
  assert.deepEqual(mistakes(inLangSon(), NOW), []);
  const { geometry, properties, id } = featureOf(inLangSon());
  assert.deepEqual(geometry, { type: 'Point', coordinates: [106.702, 21.985] });
  assert.equal(id, ID);
  assert.deepEqual(properties, {
    source_ref: `form:${ID}`,
    observed_at: '2024-06-30T02:40:00+07:00',
    direction: 'unknown',
    setting: 'trail',
    source: 'patrol',
    outcome: 'observed',
    persons: 1,
    indicators: [],
  });
});

test('the reference of an entry is one that the store accepts', () => {
  assert.match(newDraft(NOW, ID).sourceRef, /^[A-Za-z0-9._:/-]{1,64}$/);
});

test('a decimal comma is read as one', () => {
  assert.deepEqual(positionOf(inLangSon({ lon: '106,702', lat: ' 21,985 ' })), [106.702, 21.985]);
});

test('what is missing or impossible is named by field', () => {
  assert.deepEqual(fieldsWrong(newDraft(NOW, ID)), ['position']);
  assert.deepEqual(fieldsWrong(inLangSon({ lon: '10x' })), ['lon']);
  assert.deepEqual(fieldsWrong(inLangSon({ lat: '' })), ['lat']);
  assert.deepEqual(fieldsWrong(inLangSon({ accuracyMetres: '-1' })), ['accuracyMetres']);
  assert.deepEqual(fieldsWrong(inLangSon({ observedAt: '' })), ['observedAt']);
  assert.deepEqual(fieldsWrong(inLangSon({ observedAt: '2024-06-30T03:00' })), ['observedAt']);
  assert.deepEqual(fieldsWrong(inLangSon({ persons: '0' })), ['persons']);
  assert.deepEqual(fieldsWrong(inLangSon({ persons: '2', women: '2', children: '1' })), ['women']);
  assert.deepEqual(fieldsWrong(inLangSon({ women: 'two', children: '1,5' })), ['women', 'children']);
});

test('swapped coordinates are told as such', () => {
  assert.deepEqual(mistakes(inLangSon({ lon: '21.985', lat: '106.702' }), NOW), [{ field: 'lon', key: 'record.error.swapped' }]);
});

test('women and children pull the persons up with them', () => {
  const two = step(step(inLangSon(), 'women', 1), 'children', 1);
  assert.deepEqual([two.persons, two.women, two.children], ['2', '1', '1']);
});

test('persons never fall below the women and children, nor below one', () => {
  assert.equal(step(inLangSon({ persons: '3', women: '2', children: '1' }), 'persons', -1).persons, '3');
  assert.equal(step(inLangSon(), 'persons', -1).persons, '1');
  assert.equal(step(inLangSon(), 'women', -1).women, '0');
});

test('the sea is offered only where the land border ends at it', () => {
  assert.ok(!settingsAt(inLangSon()).includes('sea'));
  assert.ok(settingsAt(inLangSon({ lon: '108.0', lat: '21.53' })).includes('sea'));
  assert.ok(settingsAt(inLangSon({ setting: 'sea' })).includes('sea'));
});

test('a correction carries what the form does not show', () => {
  const properties = {
    source_ref: 'LS/12', observed_at: '2024-06-30T02:40:37+07:00', direction: 'exit', setting: 'trail', source: 'patrol', outcome: 'observed',
    persons: 4, women: 2, children: null, indicators: ['debt'], origin: 'VN-37', station: 'LS-04', station_derived: false, version: 3,
  };
  const stored = { id: ID, geometry: { type: 'Point', coordinates: [106.702, 21.985] }, properties };
  const sent = featureOf(draftOf(stored)).properties;
  assert.equal(sent.observed_at, '2024-06-30T02:40:37+07:00');
  assert.equal(sent.source_ref, 'LS/12');
  assert.equal(sent.station, 'LS-04');
  assert.equal('children' in sent, false);
  assert.equal(featureOf({ ...draftOf(stored), observedAt: '2024-06-30T02:41' }).properties.observed_at, '2024-06-30T02:41:00+07:00');
});

test('a derived station is derived again after a correction', () => {
  const properties = { observed_at: '2024-06-30T02:40:00+07:00', station: 'LS-04', station_derived: true, persons: 1 };
  assert.equal(draftOf({ id: ID, geometry: { coordinates: [106.7, 21.9] }, properties }).station, null);
});
