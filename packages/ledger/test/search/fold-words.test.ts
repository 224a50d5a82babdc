/**
 * Folding: case, accents, endings, any script.
 * @module
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldWords, foldWordsWithSpans } from '../../src/search/fold-words.ts';
import { findHighlights, parseWords } from '../../src/search/parse-words.ts';
import { stem } from '../../src/search/stem.ts';

const STEMS: Record<string, string> = {
  pledges: 'pledg',
  pledged: 'pledg',
  pledging: 'pledg',
  conditional: 'condit',
  agreed: 'agre',
  controlling: 'control',
  happy: 'happi',
  relational: 'relat',
  generalizations: 'gener',
  yes: 'ye',
  by: 'by',
};

test('stems: Porter’s, on his examples and ours', () => {
  for (const [word, expected] of Object.entries(STEMS)) expect(stem(word), word).toBe(expected);
});

test('folding: accents, case and apostrophes', () => {
  expect(foldWords('Élan’s ŁÓDŹ Straße 24h')).toEqual(['elan', 's', 'łodz', 'straße', '24h']);
});

test('folding: words of other scripts stay words', () => {
  expect(foldWords('Київ оголосив 停火')).toHaveLength(3);
});

test('folding: the same words with and without places, on any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const placed = foldWordsWithSpans(text);
      expect(placed.map(({ word }) => word)).toEqual(foldWords(text));
      for (const { span } of placed) expect(text.slice(...span)).not.toBe('');
    }),
    { seed: 7 },
  );
});

test('queries: phrases, exclusion, open quotation marks', () => {
  expect(parseWords('troops "peace deals" -navy -"no way')).toEqual({
    all: [['troop'], ['peac', 'deal']],
    none: [['navi'], ['no', 'wai']],
  });
  expect(parseWords(' - "" !')).toBeNull();
});

test('highlights: the longest phrase wins, and they do not overlap', () => {
  const query = parseWords('peace "peace deal"');
  expect(query && findHighlights('A peace deal for peace.', query, 10)).toEqual([
    [12, 22],
    [27, 32],
  ]);
});
