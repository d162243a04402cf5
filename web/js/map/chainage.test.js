import assert from 'node:assert/strict';
import test from 'node:test';
import { sliceByKm, vertexKilometres } from './chainage.js';

// A straight line to the east; the marks say that the real, winding line is twice as long.
const line = [[106, 22], [106.1, 22], [106.2, 22], [106.3, 22]];
const marks = [{ km: 20, lon: 106.1, lat: 22 }, { km: 40, lon: 106.2, lat: 22 }];

test('vertices take their kilometre from the marks, not from the drawn length', () => {
  const kilometres = vertexKilometres(line, marks, 60);
  assert.deepEqual(kilometres.map(Math.round), [0, 20, 40, 60]);
});

test('a piece begins and ends at its kilometres', () => {
  const piece = sliceByKm(line, [0, 20, 40, 60], 10, 45);
  assert.deepEqual(piece.map(([lon]) => Number(lon.toFixed(4))), [106.05, 106.1, 106.2, 106.225]);
});

test('a piece within one edge has both its ends, in order', () => {
  assert.deepEqual(sliceByKm(line, [0, 20, 40, 60], 5, 10).map(([lon]) => Number(lon.toFixed(3))), [106.025, 106.05]);
});

test('a piece beyond the line is empty', () => {
  assert.deepEqual(sliceByKm(line, [0, 20, 40, 60], 70, 80), []);
});
