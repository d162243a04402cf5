import assert from 'node:assert/strict';
import test from 'node:test';
import { inLanguage } from './message.js';

test('a message in both languages is read in one', () => {
  assert.equal(inLanguage('Đây là tệp Excel. / This is an Excel workbook.', 'vi'), 'Đây là tệp Excel.');
  assert.equal(inLanguage('Đây là tệp Excel. / This is an Excel workbook.', 'en'), 'This is an Excel workbook.');
  assert.equal(inLanguage('No room on the disk.', 'vi'), 'No room on the disk.');
});
