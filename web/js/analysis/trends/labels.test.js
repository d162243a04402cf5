import assert from 'node:assert/strict';
import test from 'node:test';
import { addWords, hasWord, setLanguage, t } from '../../i18n/index.js';
import words from '../../i18n/trends.js';
import { SYMBOLS } from '../cells/symbols.js';
import { countKinds, isHotNow, kindOf, markOfKind, rankCells } from './kinds.js';
import { LABELS, NO_PATTERN, readLabel, wordKey } from './labels.js';

addWords(words);

/** As the server writes them. */
const PUBLISHED = [
  'new hot spot', 'consecutive hot spot', 'intensifying hot spot', 'persistent hot spot', 'diminishing hot spot', 'sporadic hot spot', 'oscillating hot spot', 'historical hot spot',
  'new cold spot', 'consecutive cold spot', 'intensifying cold spot', 'persistent cold spot', 'diminishing cold spot', 'sporadic cold spot', 'oscillating cold spot', 'historical cold spot',
  'no pattern detected',
];

test('all 17 published labels are known, and no other', () => {
  assert.deepEqual([...LABELS].sort(), [...PUBLISHED].sort());
});

for (const language of ['vi', 'en']) {
  test(`each label has words of its own and an explanation in ${language}`, () => {
    setLanguage(language);
    for (const label of LABELS) {
      assert.ok(hasWord(wordKey(label)), label);
      assert.ok(hasWord(`${wordKey(label)}.meaning`), label);
    }
    assert.equal(new Set(LABELS.map((label) => t(wordKey(label)))).size, 17);
  });
}

test('a pattern has the same symbol hot and cold, and no two patterns share one', () => {
  const patterns = new Set(LABELS.map((label) => readLabel(label).pattern).filter(Boolean));
  assert.equal(patterns.size, 8);
  assert.equal(new Set([...patterns].map((pattern) => SYMBOLS[pattern])).size, 8);
});

test('eight labels are hot, eight cold, one is neither', () => {
  const families = LABELS.map((label) => readLabel(label).family);
  assert.equal(families.filter((family) => family === 'hot').length, 8);
  assert.equal(families.filter((family) => family === 'cold').length, 8);
  assert.deepEqual(readLabel(NO_PATTERN), { family: null, pattern: null, tone: 0 });
});

test('what comes up is drawn stronger than what stays, and that stronger than what goes', () => {
  const tone = (label) => readLabel(label).tone;
  assert.ok(tone('intensifying hot spot') > tone('persistent hot spot'));
  assert.ok(tone('persistent hot spot') > tone('diminishing hot spot'));
  assert.equal(tone('new hot spot'), tone('new cold spot'));
});

test('a label that nobody knows is no pattern', () => {
  assert.equal(readLabel('lukewarm hot spot').family, null);
  assert.equal(wordKey('lukewarm hot spot'), 'trends.none');
});

test('each label is drawn differently, without looking at colours', () => {
  const drawn = LABELS.map((label) => markOfKind(label)).map(({ fill, outline, symbol }) => `${fill === 'surface' || outline ? 'hollow' : fill ? 'filled' : 'empty'} ${symbol}`);
  assert.equal(new Set(drawn).size, 17);
});

test('hot cells are warm, cold ones steel blue', () => {
  for (const label of LABELS) {
    const { family } = readLabel(label);
    const { fill, outline } = markOfKind(label);
    if (family === 'hot') assert.match(fill, /^hot-[123]$/);
    if (family === 'cold') assert.equal(outline, 'cold-3');
  }
});

test('of a place without patrols nothing is said, when patrols were the measure', () => {
  assert.equal(kindOf({ label: 'new hot spot', patrolled: 'hardly' }, true), 'hardly');
  assert.equal(kindOf({ label: 'new hot spot', patrolled: 'no' }, true), 'not-patrolled');
  assert.equal(kindOf({ label: 'new hot spot', patrolled: 'no' }, false), 'new hot spot');
  assert.equal(kindOf({ label: 'lukewarm hot spot' }, false), NO_PATTERN);
});

const cell = (id, label, hot = 0, cold = 0) => ({ id, properties: { label, hot_bins: hot, cold_bins: cold } });

test('kinds are counted', () => {
  assert.deepEqual(countKinds([cell('a', 'sporadic hot spot'), cell('b', NO_PATTERN), cell('c', 'sporadic hot spot')], false), { 'sporadic hot spot': 2, [NO_PATTERN]: 1 });
  assert.deepEqual(countKinds([], false), {});
});

test('n and p go from what comes up to what goes, hot before cold, and never to places without pattern', () => {
  const cells = [cell('a', NO_PATTERN), cell('b', 'new cold spot', 0, 1), cell('c', 'sporadic hot spot', 3), cell('d', 'sporadic hot spot', 7), cell('e', 'new hot spot', 1)];
  assert.deepEqual(rankCells(cells, false).map(({ id }) => id), ['e', 'd', 'c', 'b']);
});

test('hot now is hot in the last step', () => {
  assert.equal(isHotNow({ bins: [0, 0, 1] }), true);
  assert.equal(isHotNow({ bins: [1, 1, 0] }), false);
  assert.equal(isHotNow({}), false);
});
