/**
 * The hash beside that of Node, on texts of every length around a block and on every kind of letter.
 * @module
 */
import { createHash } from 'node:crypto';
import { textHashOf } from '@onrecord/record';
import { expect, test } from 'vitest';

const expected = (text: string): string =>
  createHash('sha256').update(Buffer.from(text.toWellFormed())).digest('hex');

test('sha256: texts of 0 to 200 letters hash as in Node', () => {
  for (let length = 0; length <= 200; length++) {
    const text = 'a'.repeat(length);
    expect(textHashOf(text)).toBe(expected(text));
  }
});

test('sha256: letters of two, three and four bytes hash as in Node, wherever a block ends', () => {
  for (let before = 50; before < 66; before++)
    for (const letters of ['é', '—“”', '\u07ff\u0800\uffff', '😀', 'é😀—', '\u{10ffff}']) {
      const text = 'b'.repeat(before) + letters.repeat(30);
      expect(textHashOf(text)).toBe(expected(text));
    }
});

test('sha256: lone surrogates count as U+FFFD, also at the end', () => {
  for (const text of ['\ud800', 'x\udc00y', '\ud83d\ud83d\ude00', '\udc00\ud800'])
    expect(textHashOf(text)).toBe(expected(text));
});

test('sha256: a hash leaves nothing behind for the next', () => {
  const long = 'The council met. '.repeat(5000);
  const first = textHashOf(long);
  expect(textHashOf('abc')).toBe(expected('abc'));
  expect(textHashOf(long)).toBe(first);
  expect(first).toBe(expected(long));
});
