import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import test from 'node:test';

const folder = new URL('./', import.meta.url);
const files = (await readdir(folder)).filter((name) => name.endsWith('.js') && name !== 'index.js' && !name.endsWith('.test.js'));

for (const file of files) {
  const { default: words } = await import(new URL(file, folder));

  test(`${file} has the same keys in both languages`, () => {
    assert.deepEqual(Object.keys(words.vi).sort(), Object.keys(words.en).sort());
  });

  test(`${file} fills the same places in both languages`, () => {
    const places = (text) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]))].sort();
    for (const key of Object.keys(words.vi)) assert.deepEqual(places(words.vi[key]), places(words.en[key]), key);
  });

  test(`${file} is in composed form`, () => {
    for (const text of [...Object.values(words.vi), ...Object.values(words.en)]) assert.equal(text, text.normalize('NFC'));
  });
}
