import assert from 'node:assert/strict';
import test from 'node:test';
import { linesOf, propertiesOf, readTile } from './tile.js';

const zigzag = (value) => (value << 1) ^ (value >> 31);
const steps = (...values) => values.map(zigzag);

test('the example of the specification: a line of three points', () => {
  assert.deepEqual(linesOf([9, 4, 4, 18, 0, 16, 16, 0]), [[2, 2, 2, 10, 10, 10]]);
});

test('the example of the specification: two lines in one feature', () => {
  assert.deepEqual(linesOf([9, 4, 4, 18, 0, 16, 16, 0, 9, 17, 17, 10, 4, 8]), [[2, 2, 2, 10, 10, 10], [1, 1, 3, 5]]);
});

test('an area ends where it began', () => {
  assert.deepEqual(linesOf([9, 6, 12, 18, 10, 12, 24, 44, 15]), [[3, 6, 8, 12, 20, 34, 3, 6]]);
});

test('steps may lead outside the tile', () => {
  assert.deepEqual(linesOf([9, ...steps(-64, 5), 10, ...steps(-1, -70)]), [[-64, 5, -65, -65]]);
});

test('nothing gives nothing, and what is no command ends the reading', () => {
  assert.deepEqual(linesOf([]), []);
  assert.deepEqual(linesOf([9, 4, 4, 11, 1, 1]), [[2, 2]]);
});

test('properties are found by their places', () => {
  assert.deepEqual(propertiesOf([0, 1, 1, 0], ['class', 'ref'], ['QL.1', 'trunk']), { class: 'trunk', ref: 'QL.1' });
});

/** A reader in the manner of the pbf library, over `[tag, value]` in place of bytes; a value that is an array is a message. */
class Reader {
  constructor(fields) {
    this.fields = fields;
  }

  readFields(readField, result) {
    for (const [tag, value] of this.fields) {
      const inner = new Reader(value);
      inner.value = value;
      readField(tag, result, inner);
    }
    return result;
  }

  readMessage(readField, result) {
    return this.readFields(readField, result);
  }
}
for (const name of ['readString', 'readVarint', 'readPackedVarint', 'readDouble', 'readBoolean']) {
  Reader.prototype[name] = function () {
    return this.value;
  };
}

test('keys and values may follow the features that use them', () => {
  const feature = [[1, 42], [2, [0, 0, 1, 1]], [3, 2], [4, [9, 4, 4, 10, 2, 2]]];
  const layer = [[1, 'network'], [2, feature], [3, 'class'], [3, 'synthetic'], [4, [[1, 'path']]], [4, [[7, true]]], [5, 4096]];
  assert.deepEqual(readTile(new Reader([[3, layer]])), { network: { extent: 4096, features: [{ id: 42, type: 2, properties: { class: 'path', synthetic: true }, lines: [[2, 2, 3, 3]] }] } });
});
