import assert from 'node:assert/strict';
import test from 'node:test';
import { hardlyPatrolled, knowsPatrols, patrolGaps, patrolHours, ratePer100Hours, unpatrolledCells } from './effort.js';

const sections = (...starts) => starts.map((fromKm) => ({ fromKm, toKm: fromKm + 5 }));
const PROFILE = { borderWith: 'CN', sectionMetres: 5000, sections: sections(100, 105, 110), periods: ['2024-01-01', '2024-02-01'] };
const BY_MONTH = { borderWith: 'CN', sectionMetres: 5000, sections: sections(105, 110), periods: ['2024-01-01', '2024-02-01'], patrol_hours: [[8, 0], [30, 5]] };
const BY_PERIOD = { borderWith: 'CN', sectionMetres: 5000, sections: sections(105, 110), patrol_hours: [[8], [35]] };

test('a section that effort does not list had no patrol', () => {
  const hoursAt = patrolHours(BY_MONTH, PROFILE);
  assert.equal(hoursAt(100, '2024-01-01'), 0);
  assert.equal(hoursAt(105, '2024-01-01'), 8);
  assert.equal(hoursAt(110), 35);
});

test('cells without any patrol are hatched, cells with a little are not', () => {
  assert.deepEqual(unpatrolledCells(BY_MONTH, PROFILE), [[0, 0], [0, 1], [1, 1]]);
});

test('nothing is hatched when nothing is known: no document, no stored patrol, another line, other sections', () => {
  assert.deepEqual(unpatrolledCells(null, PROFILE), []);
  assert.deepEqual(unpatrolledCells(undefined, PROFILE), []);
  assert.deepEqual(unpatrolledCells({ ...BY_MONTH, patrol_hours: [[0, 0], [0, 0]] }, PROFILE), []);
  assert.deepEqual(unpatrolledCells({ ...BY_MONTH, borderWith: 'LA' }, PROFILE), []);
  assert.deepEqual(unpatrolledCells({ ...BY_MONTH, sectionMetres: 2000 }, PROFILE), []);
  assert.equal(knowsPatrols({ patrol_hours: [] }), false);
});

test('under 14 hours in the period a section is hardly patrolled; 14 are enough', () => {
  assert.deepEqual(hardlyPatrolled(BY_PERIOD, PROFILE).map(({ fromKm }) => fromKm), [100, 105]);
  assert.deepEqual(hardlyPatrolled({ ...BY_PERIOD, patrol_hours: [[14], [35]] }, PROFILE).map(({ fromKm }) => fromKm), [100]);
});

test('kilometres without and with little patrol are those of the stretch, cut at its ends', () => {
  const gaps = patrolGaps(BY_PERIOD, { with: 'CN', fromKm: 102, toKm: 112 });
  assert.deepEqual(gaps, { withoutKm: 3, hardlyKm: 8, hours: 43, lengthKm: 10 });
  assert.equal(patrolGaps(BY_PERIOD, { with: 'LA', fromKm: 102, toKm: 112 }), null);
  assert.equal(patrolGaps(null, { with: 'CN', fromKm: 102, toKm: 112 }), null);
});

test('a rate counts what patrols found per 100 of their hours, and is unknown where they hardly were', () => {
  const found = { borderWith: 'CN', sectionMetres: 5000, sections: [{ fromKm: 110, toKm: 115, detections: 7, persons: 21 }] };
  assert.equal(ratePer100Hours(BY_PERIOD, found, 110, 'persons'), 60);
  assert.equal(ratePer100Hours(BY_PERIOD, found, 105, 'persons'), null);
  assert.equal(ratePer100Hours({ ...BY_PERIOD, patrol_hours: [[20], [35]] }, found, 105, 'detections'), 0);
  assert.equal(ratePer100Hours(null, found, 110, 'persons'), null);
});
