import assert from 'node:assert/strict';
import test from 'node:test';
import { addWords, hasWord, setLanguage, t } from '../../i18n/index.js';
import words from '../../i18n/trends.js';
import { SYMBOLS } from './symbols.js';
import { countLabels, LABELS, NO_PATTERN, readLabel, wordKey } from './labels.js';

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

test('labels are counted in the order of the legend, those that do not occur are left out', () => {
  const features = ['sporadic hot spot', NO_PATTERN, 'new cold spot', 'sporadic hot spot', 'new hot spot'].map((label) => ({ properties: { label } }));
  assert.deepEqual(countLabels(features), [['new hot spot', 1], ['sporadic hot spot', 2], ['new cold spot', 1], [NO_PATTERN, 1]]);
  assert.deepEqual(countLabels([]), []);
});
