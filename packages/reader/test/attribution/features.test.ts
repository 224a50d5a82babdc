/**
 * Windows and columns of features: bounds that the tables of the network rest on.
 * @module
 */
import { describe, expect, test } from 'vitest';
import { foldWord, hashWord } from '../../src/attribution/hash-word.ts';
import { findPairFeatures, PAIR_COLUMNS } from '../../src/attribution/pair-features.ts';
import { findTokenFeatures, TOKEN_COLUMNS } from '../../src/attribution/token-features.ts';
import { LONGEST_WINDOW, listWindows } from '../../src/attribution/windows.ts';
import { buildAnalysis } from './build-analysis.ts';

const SENTENCE =
  'Brandt/PROPN/2/nsubj said/VERB/0/root Orvia/PROPN/5/nsubj will/AUX/5/aux resist/VERB/2/ccomp';
const LONG = Array.from({ length: 130 }, () => SENTENCE);

describe('windows', () => {
  test('cover every token once, in order, none longer than the limit, cut between sentences', () => {
    const analysis = buildAnalysis([[SENTENCE], LONG, [SENTENCE, SENTENCE]]);
    const windows = listWindows(analysis);
    let next = 0;
    for (const [start, end] of windows) {
      expect(start).toBe(next);
      expect(end - start).toBeLessThanOrEqual(LONGEST_WINDOW);
      expect([...analysis.sentences.start]).toContain(start);
      next = end;
    }
    expect(next).toBe(analysis.tokens.length);
    expect(windows.at(-1)).toEqual([next - 10, next]);
  });

  test('a sentence longer than the limit is cut all the same', () => {
    const words = Array.from({ length: 1000 }, () => 'word/NOUN/1/dep').join(' ');
    const windows = listWindows(buildAnalysis([[words]]));
    expect(windows.map(([start, end]) => end - start)).toEqual([240, 240, 240, 240, 40]);
  });
});

describe('columns', () => {
  test('every value is inside its table', () => {
    const analysis = buildAnalysis([[SENTENCE, '“/PUNCT/2/punct No/INTJ/0/root ”/PUNCT/2/punct']]);
    const { columns, length } = findTokenFeatures(analysis);
    TOKEN_COLUMNS.forEach(([, size], column) => {
      for (let token = 0; token < length; token++) {
        expect(columns[column * length + token]).toBeGreaterThanOrEqual(0);
        expect(columns[column * length + token]).toBeLessThan(size);
      }
    });
  });

  test('pairs: every value is inside its table, and a subject looks other than a clause', () => {
    const analysis = buildAnalysis([LONG.slice(0, 9)]);
    const window = [0, 45] as const;
    const cues = analysis.tags.lemma.flatMap((lemma, token) =>
      lemma === 'say' ? [[token, token + 1] as const] : [],
    );
    const out = new Int32Array(45 * PAIR_COLUMNS.length);
    for (const cue of cues) {
      findPairFeatures({ analysis, window, cue, cues, out });
      PAIR_COLUMNS.forEach(([, size], column) => {
        for (const value of out.subarray(column * 45, (column + 1) * 45)) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThan(size);
        }
      });
      expect(out[cue[0] - 1]).not.toBe(out[cue[0] + 1]);
      // The clause's subject and auxiliary hang below the cue by the same relation as the clause.
      expect(out[cue[0] + 1]).toBe(out[cue[0] + 3]);
    }
  });

  test('words: case, curly marks and place in the text do not change a hash', () => {
    const text = "They Don’t say “Don't”";
    expect(hashWord(text, 5, 10)).toBe(hashWord(text, 16, 21));
    expect(hashWord('don’t', 0, 5)).toBe(hashWord(foldWord('DON’T'), 0, 5));
    expect(hashWord('dont', 0, 4)).not.toBe(hashWord("don't", 0, 5));
  });
});
