import assert from 'node:assert/strict';
import test from 'node:test';
import { pieceOf, pieceWords, toggledPiece } from './guard-field.js';

test('a piece is on one list at most, and leaves when it is asked for again', () => {
  const piece = pieceOf({ border_with: 'CN', from_km: 1219, to_km: 1221.5 });
  const must = toggledPiece({ include: [], exclude: [] }, 'include', piece);
  assert.deepEqual(must, { include: ['CN:1219/1221.5'], exclude: [] });
  const not = toggledPiece(must, 'exclude', piece);
  assert.deepEqual(not, { include: [], exclude: ['CN:1219/1221.5'] });
  assert.deepEqual(toggledPiece(not, 'exclude', piece), { include: [], exclude: [] });
  assert.equal(pieceWords(piece), 'Km 1219–1221,5');
});
