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

test('the whole line is laid on the network, and that can be taken back', async () => {
  const line = [[106, 21, 300], [106.1, 21.02, 310], [106.2, 21, 300]];
  const send = async () => ({ body: { geometry: { coordinates: line }, properties: { length_m: 20_000, matched_share: 0.9, edges: ['7', '8', '7'] } } });
  const drawing = createDrawing({ ...api, send }, { start: EMPTY, weight: 'metres', onChange: () => {} });
  drawing.snap(false);
  drawing.append([106, 21.001]);
  drawing.append([106.2, 21.001]);
  const { share, edges } = await drawing.fit();
  assert.deepEqual([share, edges], [0.9, ['7', '8']]);
  assert.deepEqual(drawing.look().geometry.coordinates, [[[106, 21], [106.1, 21.02], [106.2, 21]]]);
  drawing.undo();
  assert.deepEqual(drawing.look().geometry.coordinates, [[[106, 21.001], [106.2, 21.001]]]);
});

test('what is drawn while the network is asked is not overwritten', async () => {
  const send = async () => ({ body: { geometry: { coordinates: [[1, 1], [2, 2]] }, properties: { length_m: 1, matched_share: 1, edges: [] } } });
  const drawing = createDrawing({ ...api, send }, { start: EMPTY, weight: 'metres', onChange: () => {} });
  drawing.append([106, 21]);
  drawing.append([106.2, 21]);
  const asked = drawing.fit();
  drawing.append([106.3, 21]);
  assert.equal(await asked, null);
  assert.equal(drawing.look().places.length, 3);
});

test('a line of one vertex is too short, and of none empty', () => {
  const drawing = drawingFrom(EMPTY);
  assert.equal(drawing.look().lack, 'empty');
  drawing.append([106, 21]);
  assert.deepEqual([drawing.look().lack, drawing.look().geometry], ['short', null]);
  drawing.remove(0);
  assert.equal(drawing.look().lack, 'empty');
});
