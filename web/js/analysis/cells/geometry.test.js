import assert from 'node:assert/strict';
import test from 'node:test';
import { toUnit } from '../../map/mercator.js';
import { boundsOfCell, holds, prepareCell } from './geometry.js';

const square = (west, south, size) => [[west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south]];
const feature = (type, coordinates) => ({ type: 'Feature', geometry: { type, coordinates } });
const at = (cell, lonLat) => holds(cell, ...toUnit(lonLat));

test('a cell holds the points inside it and no others', () => {
  const cell = prepareCell(feature('Polygon', [[[106, 22], [107, 21.5], [107, 22.5], [106, 22]]]));
  assert.ok(at(cell, [106.8, 22]));
  assert.ok(!at(cell, [106.2, 22.4]));
  assert.ok(!at(cell, [108, 22]));
});

test('a hole is no part of the cell', () => {
  const cell = prepareCell(feature('Polygon', [square(106, 21, 1), square(106.4, 21.4, 0.2)]));
  assert.ok(at(cell, [106.1, 21.1]));
  assert.ok(!at(cell, [106.5, 21.5]));
});

test('a cell of two pieces holds the points of both', () => {
  const pieces = feature('MultiPolygon', [[square(106, 21, 0.1)], [square(107, 22, 0.1)]]);
  const cell = prepareCell(pieces);
  assert.ok(at(cell, [106.05, 21.05]) && at(cell, [107.05, 22.05]));
  assert.ok(!at(cell, [106.5, 21.5]));
  assert.deepEqual(boundsOfCell(pieces), [106, 21, 107.1, 22.1]);
});
