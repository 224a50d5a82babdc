/**
 * CoNLL-U out of an analysis.
 * @module
 */
import { expect, test } from 'vitest';
import { analyse } from '../../src/analyse.ts';
import { encodeConllu } from '../../src/parse/encode-conllu.ts';
import { openTinyModel } from '../tag/tiny-network.ts';

const TEXT = 'Tavria won’t wait.\n\nIt said so.';
const lines = encodeConllu(analyse(TEXT, openTinyModel(TEXT))).split('\n');

test('CoNLL-U: words of one surface token stand under its range, with offsets in MISC', () => {
  const rows = lines.filter((line) => /^\d/.test(line)).map((line) => line.split('\t'));
  expect(rows.map((row) => `${row[0]} ${row[1]} ${row[9]}`)).toEqual([
    '1 Tavria TokenRange=0:6',
    '2-3 won’t TokenRange=7:12',
    '2 wo TokenRange=7:9',
    '3 n’t TokenRange=9:12',
    '4 wait SpaceAfter=No|TokenRange=13:17',
    '5 . TokenRange=17:18',
    '1 It TokenRange=20:22',
    '2 said TokenRange=23:27',
    '3 so SpaceAfter=No|TokenRange=28:30',
    '4 . TokenRange=30:31',
  ]);
  expect(rows.every((row) => row.length === 10)).toBe(true);
});

test('CoNLL-U: each sentence has its text, each part its kind, and one root', () => {
  expect(lines.filter((line) => line.startsWith('# '))).toEqual([
    '# newpar = paragraph',
    '# sent_id = 1',
    '# text = Tavria won’t wait.',
    '# newpar = paragraph',
    '# sent_id = 2',
    '# text = It said so.',
  ]);
  expect(lines.filter((line) => line.split('\t')[6] === '0')).toHaveLength(2);
});

test('CoNLL-U: an empty text gives nothing', () =>
  expect(encodeConllu(analyse('', openTinyModel('a')))).toBe(''));
