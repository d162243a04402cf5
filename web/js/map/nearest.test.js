import assert from 'node:assert/strict';
import test from 'node:test';
import { nearestKilometre, nextByStrength, sectionOf } from './nearest.js';

const borders = [{ with: 'CN', line: [[106, 22], [106.1, 22], [106.2, 22]], kilometres: [1200, 1211, 1222] }];
const sections = [
  { fromKm: 1200, toKm: 1205, persons: 10 },
  { fromKm: 1205, toKm: 1210, persons: 90 },
  { fromKm: 1210, toKm: 1215, persons: 40 },
  { fromKm: 1215, toKm: 1220, persons: 0 },
];

test('a point means the kilometre nearest to it', () => {
  const found = nearestKilometre(borders, [106.11, 22.01]);
  assert.equal(found.km, 1211);
  assert.ok(found.metres > 1000 && found.metres < 2000);
  assert.equal(nearestKilometre([], [106, 22]), null);
});

test('a kilometre belongs to one section', () => {
  assert.deepEqual(sectionOf({ with: 'CN', km: 1211 }, 5), { with: 'CN', fromKm: 1210, toKm: 1215 });
});

test('next goes down the ranks and begins again, previous goes up', () => {
  const next = (stretch, step) => nextByStrength(sections, 'persons', 'CN', stretch, step).fromKm;
  assert.equal(next(null, 1), 1205);
  assert.equal(next({ fromKm: 1205, toKm: 1210 }, 1), 1210);
  assert.equal(next({ fromKm: 1200, toKm: 1205 }, 1), 1205);
  assert.equal(next(null, -1), 1200);
  assert.equal(nextByStrength([], 'persons', 'CN', null, 1), null);
});
