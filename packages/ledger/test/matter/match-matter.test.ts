/**
 * What is one matter and what is another, and amounts as ranges.
 * @module
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeAmount, foldUnit } from '../../src/matter/describe-amount.ts';
import { foldMatter } from '../../src/matter/fold-matter.ts';
import { matchMatter, scoreOverlap } from '../../src/matter/match-matter.ts';
import { moveDate } from '../../src/matter/move-date.ts';

const match = (left: string, right: string) => matchMatter(foldMatter(left), foldMatter(right));

describe('matters', () => {
  test.each([
    ['send troops to the valley', 'sending soldiers to the valley'],
    ['withdraw its guns', 'the withdrawal of the guns'],
    ['send soldiers', 'send soldiers to guard the bridges of the Varn'],
    ['train Tavrian engineers', 'train engineers from Tavria'],
    ['cut the fuel tax', 'a cut in the fuel tax'],
  ])('one: "%s", "%s"', (left, right) => {
    expect(match(left, right).kind).toBe('same');
    expect(match(right, left).kind).toBe('same');
  });

  test.each([
    ['cut the fuel tax', 'cut the property tax'],
    ['close the plant in Asker', 'close the plant in Tolm'],
    ['build hospitals in the north', 'build hospitals in the south'],
    ['deliver the first batteries', 'deliver the remaining batteries'],
    ['raise rates in March', 'raise rates in May'],
    ['send soldiers', 'send money'],
    ['lift the ban on grain', 'lift the ban on oil'],
  ])('two: "%s", "%s"', (left, right) => {
    expect(match(left, right).kind).toBe('different');
    expect(match(right, left).kind).toBe('different');
  });

  test('words that every object of the language has are words: "constructor" is no number', () => {
    expect(foldMatter('the constructor of the bridge').numbers).toEqual([]);
    expect(foldUnit('two constructors')).toBe('two constructor');
    expect(foldUnit('constructor')).toBe('constructor');
  });

  test('numbers are numbers, in words and in digits', () => {
    expect(foldMatter('2.5 million crowns and twenty-six ships, 3,000 men').numbers).toEqual([
      2_500_000, 26, 3000,
    ]);
  });

  test('any text folds, is like itself, and likeness does not depend on the order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (left, right) => {
        const [a, b] = [foldMatter(left), foldMatter(right)];
        expect(scoreOverlap(a, b)).toEqual(scoreOverlap(b, a));
        if (a.keys.size > 0) expect(scoreOverlap(a, a).jaccard).toBe(1);
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});

describe('amounts', () => {
  const amountOf = (text: string, words: string, value: number, unit: string) => {
    const start = text.indexOf(words);
    return describeAmount(text, { span: [start, start + words.length], value, unit });
  };
  test.each([
    ['send 3,000 soldiers', '3,000 soldiers', { unit: 'soldier', from: 3000, to: 3000 }],
    ['send up to 3,000 soldiers', '3,000 soldiers', { unit: 'soldier', from: 0, to: 3000 }],
    ['send up to 3,000 soldiers', 'up to 3,000 soldiers', { unit: 'soldier', from: 0, to: 3000 }],
    ['send at least 3,000 soldiers', '3,000 soldiers', { unit: 'soldier', from: 3000 }],
  ])('%s', (text, words, amount) => {
    expect(amountOf(text, words, 3000, 'soldiers')).toEqual(amount);
  });
  test('units lose their plural', () => {
    expect(['batteries', 'buses', 'per cent', 'million crowns', 'Ships'].map(foldUnit)).toEqual([
      'battery',
      'bus',
      'per cent',
      'million crown',
      'ship',
    ]);
  });
});

test('dates move over the ends of months and years', () => {
  expect([
    moveDate('2027-03-01', -1),
    moveDate('2028-02-28', 1),
    moveDate('2026-12-31', 1),
  ]).toEqual(['2027-02-28', '2028-02-29', '2027-01-01']);
});
