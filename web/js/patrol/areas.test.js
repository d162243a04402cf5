import assert from 'node:assert/strict';
import { test } from 'node:test';

import { planAsRead, pointFor, rosterRows, teamsOf } from './areas.js';

const area = (id, rank) => ({ type: 'Feature', id, properties: { rank, name: rank ? `K${rank}` : id } });
const duty = (area, station, shift, adds) => ({ id: `${area}-${station}`, properties: { area, station, shift, teams: 1, expected_interceptions: adds, expected_low: adds / 2, expected_high: adds * 2, reach_minutes: 20, on_site_hours: 7, way: [] } });

test('a plan has one feature for each chosen area, the first by rank, with all who go there', () => {
  const { features, places } = planAsRead({ features: [duty('b', 'P', 2, 9), duty('a', 'P', 2, 5), duty('b', 'Q', 1, 3)], areas: { features: [area('a', 2), area('b', 1), area('c', null)] } });
  assert.deepEqual(features.map(({ id }) => id), ['b', 'a']);
  assert.equal(features[0].properties.expected, 12);
  assert.deepEqual(features[0].properties.posts.map(({ station, shift }) => [station, shift]), [['P', 2], ['Q', 1]]);
  assert.equal(places.size, 3);
});

test('the curve is read by the number of teams', () => {
  assert.equal(pointFor({ curve: [{ teams: 2, value: 7 }] }, 2).value, 7);
  assert.equal(pointFor({ curve: [] }, 2), undefined);
  assert.equal(teamsOf({ posts: [{ teams: 2 }, { teams: 0 }, { teams: 1 }] }), 3);
});

test('a roster has a row for each team, and null where it rests', () => {
  const rows = rosterRows({ features: [{ properties: { team: 'LS-01/2', day: 2, shift: 1 } }], summary: { days: 3, duties: { 'LS-01/1': 0, 'LS-01/2': 1 } } });
  assert.deepEqual(rows.map(({ station, number }) => [station, number]), [['LS-01', '1'], ['LS-01', '2']]);
  assert.deepEqual(rows[1].duties, [null, { team: 'LS-01/2', day: 2, shift: 1 }, null]);
});
