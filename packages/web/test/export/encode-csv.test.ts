import {
  BOARD_COLUMNS,
  ENTRY_COLUMNS,
  encodeCodebook,
  encodeCsv,
  encodeJsonLines,
} from '@onrecord/web';
import { describe, expect, test } from 'vitest';

const columns = [
  {
    name: 'words',
    type: 'string' as const,
    description: 'what was said',
    get: (row: { words: string }) => row.words,
  },
];
const encode = (words: string) => encodeCsv([{ words }], columns);

describe('CSV', () => {
  test.each([
    ['plain', 'plain'],
    ['a, b', '"a, b"'],
    ['he said "no"', '"he said ""no"""'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', "'=1+1"],
    ['@cmd', "'@cmd"],
    ['-5 degrees', "'-5 degrees"],
  ])('%j is written as %s', (words, expected) => {
    expect(encode(words)).toBe(`words\r\n${expected}\r\n`);
  });

  test.each([
    ['entries', ENTRY_COLUMNS],
    ['boards', BOARD_COLUMNS],
  ])('the codebook of %s names each column once, with its meaning', (_, list) => {
    const names = list.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const lines = encodeCodebook(list as never)
      .trimEnd()
      .split('\r\n');
    expect(lines.slice(1, -1).map((line) => line.split(',')[0])).toEqual(names);
  });
});

test('JSON lines give back each row', () => {
  const rows = [{ a: 'x\ny' }, { a: '\u2028' }];
  const lines = encodeJsonLines(rows).trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toEqual(rows);
});
