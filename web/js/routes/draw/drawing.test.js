import assert from 'node:assert/strict';
import test from 'node:test';
import { createDrawing } from './drawing.js';
import { EMPTY, pathOf } from './path.js';

/** Ways go 0.01 degrees north of where they are asked for; none leads beyond 110 degrees. */
const api = {
  async get(path, { query: { from, to } }) {
    const [[lon1, lat1], [lon2, lat2]] = [from, to].map((text) => text.split(',').map(Number));
    if (lon2 > 110) throw Object.assign(new Error('no way'), { status: 404 });
    return { geometry: { coordinates: [[lon1, lat1 + 0.01], [lon2, lat2 + 0.01]] }, properties: {} };
  },
};
const settled = () => new Promise((resolve) => setImmediate(resolve));
const drawingFrom = (start) => createDrawing(api, { start, weight: 'metres', onChange: () => {} });

test('legs follow the ways once they are found, and free ones go straight from where the way ends', async () => {
  const drawing = drawingFrom(EMPTY);
  drawing.append([106, 21]);
  drawing.append([106.1, 21]);
  assert.deepEqual([drawing.look().waits, drawing.look().places], [true, [[106, 21], [106.1, 21]]]);
  await settled();
  drawing.snap(false);
  drawing.append([106.2, 21]);
  const { geometry, legs, waits, metres } = drawing.look();
  assert.equal(waits, false);
  assert.deepEqual(legs.map((leg) => leg?.state ?? null), [null, 'found', 'free']);
  assert.deepEqual(geometry.coordinates, [[[106, 21.01], [106.1, 21.01], [106.2, 21]]]);
  assert.ok(metres > 20_000 && metres < 21_000, String(metres));
});

test('where no way leads the leg is straight and counted', async () => {
  const drawing = drawingFrom(EMPTY);
  drawing.append([106, 21]);
  drawing.append([111, 21]);
  drawing.look();
  await settled();
  assert.deepEqual([drawing.look().straight, drawing.look().geometry.coordinates], [1, [[[106, 21], [111, 21]]]]);
});

test('a stored route is as it was until something is done, and again when that is taken back', () => {
  const stored = pathOf({ type: 'MultiLineString', coordinates: [[[106, 21], [106.1, 21.05], [106.2, 21]]] });
  const drawing = drawingFrom(stored);
  assert.deepEqual([drawing.look().undoable, drawing.look().geometry.coordinates[0].length], [false, 3]);
  drawing.move(1, [106.1, 21.2]);
  assert.deepEqual([drawing.look().selected, drawing.look().path[2].leg.kind], [1, 'network']);
  drawing.undo();
  assert.equal(drawing.look().path, stored);
  assert.equal(drawing.look().redoable, true);
});

test('a line of one vertex is too short, and of none empty', () => {
  const drawing = drawingFrom(EMPTY);
  assert.equal(drawing.look().lack, 'empty');
  drawing.append([106, 21]);
  assert.deepEqual([drawing.look().lack, drawing.look().geometry], ['short', null]);
  drawing.remove(0);
  assert.equal(drawing.look().lack, 'empty');
});
