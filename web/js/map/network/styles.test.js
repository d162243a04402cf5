import assert from 'node:assert/strict';
import test from 'node:test';
import { kindOf, KINDS_FROM_BELOW, styleAt } from './styles.js';

test('a link is drawn as the road that it leads to', () => {
  assert.equal(kindOf('trunk_link'), kindOf('trunk'));
});

test('a class that nobody knows is a minor road', () => {
  assert.deepEqual(['primary', 'tertiary', 'residential', 'path', 'hovercraft', null].map(kindOf), ['major', 'middle', 'minor', 'trail', 'minor', 'minor']);
});

test('more important roads are wider at every zoom, and only trails are dashed', () => {
  for (const zoom of [7, 10, 12, 15]) {
    const widths = KINDS_FROM_BELOW.map((kind) => styleAt(kind, zoom).width);
    assert.deepEqual(widths, [...widths].sort((a, b) => a - b));
  }
  assert.deepEqual(KINDS_FROM_BELOW.filter((kind) => styleAt(kind, 12).dash), ['trail']);
});
