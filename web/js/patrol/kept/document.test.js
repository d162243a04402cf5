import assert from 'node:assert/strict';
import test from 'node:test';
import { changedPlaces, planAsResult, reachable, rosterOf } from './document.js';

const area = (id, rank, from, reach) => ({ type: 'Feature', id, properties: { name: rank === null ? id : `K${rank}`, rank, from_km: from, to_km: from + 5, reach, ways: { A: [[1, 2], [3, 4]] } } });
const plan = {
  from: '2024-07-01',
  days: 2,
  shifts: [{ number: 1, from: '06:00', until: '14:00' }, { number: 2, from: '18:00', until: '02:00' }],
  terms: { reach_minutes: 60, rest_hours: 11 },
  posts: [{ code: 'A', teams: 2 }],
  teams: [{ code: 'A/1' }, { code: 'A/2' }],
  areas: { features: [area('CN-10.0-15.0', 2, 10, { A: 30 }), area('CN-20.0-25.0', 1, 20, { A: 50 }), area('CN-30.0-35.0', null, 30, { A: 20 }), area('CN-40.0-45.0', null, 40, { A: 90 })] },
  assignments: [{ day: 1, shift: 2, team: 'A/1', area: 'CN-20.0-25.0' }, { day: 1, shift: 1, team: 'A/2', area: 'CN-30.0-35.0', changed: true }, { day: 2, shift: 2, team: 'A/1', area: 'CN-20.0-25.0' }],
  changes: [{ day: 1, team: 'A/2' }, { day: 2, team: 'A/2' }],
  worth: { expected: 7, low: 5, high: 9 },
  result: { value: 8, curve: [], status: 'optimal', gap: 0 },
  forecast: {},
};

test('areas come by rank, and after them those to which the roster sends somebody all the same', () => {
  const { features, summary } = planAsResult(plan);
  assert.deepEqual(features.map(({ properties }) => properties.name), ['K1', 'K2', '30–35']);
  assert.deepEqual(features[0].properties.posts, [{ station: 'A', shift: 2, duties: 2, minutes: 50, way: [[1, 2], [3, 4]] }]);
  assert.deepEqual(features[1].properties.posts, []);
  assert.deepEqual([summary.value, summary.best, summary.low], [7, 8, 5]);
});

test('the roster has each duty with its name and hours, and teams that only rest', () => {
  const { features, summary } = rosterOf(plan);
  assert.equal(features[1].properties.area_name, 'CN-30.0-35.0');
  assert.equal(features[0].properties.shift_until, '02:00');
  assert.deepEqual(summary.duties, { 'A/1': 2, 'A/2': 1 });
});

test('a rest that somebody gave by hand is a changed place too', () => {
  assert.deepEqual([...changedPlaces(plan)], ['1 A/2', '2 A/2']);
});

test('a team may be sent where it gets in time, the areas of the plan first', () => {
  assert.deepEqual(reachable(plan, 'A/2').map(({ id }) => id), ['CN-20.0-25.0', 'CN-10.0-15.0', 'CN-30.0-35.0']);
});
