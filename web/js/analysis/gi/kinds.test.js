import assert from 'node:assert/strict';
import test from 'node:test';
import { INITIAL } from '../../state.js';
import { PLAIN } from '../cells/marks.js';
import { correctionOf, countKinds, kindOf, markOfKind, rankCells } from './kinds.js';

const cell = (parts) => ({ patrolled: 'yes', detections: 5, class: 0, class_bh: 0, class_by: 0, class_bonferroni: 0, giz: 0, ...parts });
const feature = (id, parts) => ({ id, properties: cell(parts) });

test('what holds after the chosen correction is kept, what does not is raw', () => {
  const hot = cell({ class: 3, class_bh: 2 });
  assert.equal(kindOf(hot, 'bh', true), 'kept:2');
  assert.equal(kindOf(hot, 'bonferroni', true), 'raw:3');
  assert.equal(kindOf(cell({ class: -1 }), 'bh', false), 'raw:-1');
});

test('a place without patrols is not known, whatever its score, where patrols are the measure', () => {
  assert.equal(kindOf(cell({ patrolled: 'no', class: null, class_bh: null, giz: null }), 'bh', true), 'not-patrolled');
  assert.equal(kindOf(cell({ patrolled: 'hardly', class: 3, class_bh: 3 }), 'bh', true), 'hardly');
});

test('a count finds nothing cold where nobody looked, but what was counted there counts', () => {
  assert.equal(kindOf(cell({ patrolled: 'no', detections: 0, class: -2, class_bh: -1 }), 'bh', false), 'not-patrolled');
  assert.equal(kindOf(cell({ patrolled: 'no', detections: 9, class: 3, class_bh: 3 }), 'bh', false), 'kept:3');
});

test('patrolled without a crossing is not the same as no different from chance', () => {
  assert.equal(kindOf(cell({ detections: 0 }), 'bh', true), 'no-crossing');
  assert.equal(kindOf(cell({}), 'bh', true), 'chance');
  assert.equal(kindOf(cell({ detections: 0, patrolled: null }), 'bh', false), 'chance');
});

test('the legend counts every cell once', () => {
  const features = [feature('a', { class: 3, class_bh: 3 }), feature('b', { class: 2 }), feature('c', {}), feature('d', {}), feature('e', { patrolled: 'no' })];
  assert.deepEqual(Object.fromEntries(countKinds(features, 'bh', true)), { 'kept:3': 1, 'raw:2': 1, chance: 2, 'not-patrolled': 1 });
});

test('no two kinds look the same', () => {
  const kinds = [3, 2, 1, -1, -2, -3].flatMap((level) => [`kept:${level}`, `raw:${level}`]).concat('chance', 'no-crossing', 'hardly', 'not-patrolled');
  assert.equal(new Set(kinds.map((kind) => JSON.stringify(markOfKind(kind)))).size, kinds.length);
  assert.equal(markOfKind('chance'), PLAIN);
});

test('n goes from the strongest that holds to what is no different from chance, and never to what is not known', () => {
  const features = [feature('none', {}), feature('raw', { class: 3, giz: 4 }), feature('cold', { class: -3, class_bh: -3, giz: -4 }), feature('hot', { class: 3, class_bh: 3, giz: 3 }), feature('unknown', { patrolled: 'no' })];
  assert.deepEqual(rankCells(features, 'bh', true).map(({ id }) => id), ['hot', 'cold', 'raw', 'none']);
});

test('a correction that Gi* does not offer counts as the usual one', () => {
  assert.equal(correctionOf({ settings: { ...INITIAL.settings, correction: 'raw' } }), 'bh');
  assert.equal(correctionOf({ settings: { ...INITIAL.settings, correction: 'by' } }), 'by');
});
