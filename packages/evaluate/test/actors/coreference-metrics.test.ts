/**
 * Coreference metrics against the worked example of Pradhan et al. 2014 ("Scoring Coreference
 * Partitions of Predicted Mentions: A Reference Implementation", section 4), and by properties.
 * @module
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  averageOf,
  bestAssignment,
  f1OfCount,
  makeCoreferenceCounts,
  scoreCoreference,
} from '../../src/actors/coreference-metrics.ts';

const GOLD = ['abc', 'defg'].map((cluster) => [...cluster]);
const FOUND = ['ab', 'cd', 'fghi'].map((cluster) => [...cluster]);

function score(gold: string[][], found: string[][]) {
  const counts = makeCoreferenceCounts();
  scoreCoreference(gold, found, counts);
  return counts;
}

describe('coreference metrics', () => {
  const { muc, b3, ceafe, mentions } = score(GOLD, FOUND);
  const rates = ({ recall, recallOf, precision, precisionOf }: typeof muc) => [
    recall / recallOf,
    precision / precisionOf,
  ];

  test('muc: the published example gives recall 0.40 and precision 0.40', () => {
    expect(rates(muc)[0]).toBeCloseTo(0.4, 10);
    expect(rates(muc)[1]).toBeCloseTo(0.4, 10);
  });

  test('b³: the published example gives recall 0.42, precision 0.50, F1 0.46', () => {
    expect(rates(b3)[0]).toBeCloseTo(35 / 84, 10);
    expect(rates(b3)[1]).toBeCloseTo(0.5, 10);
    expect(f1OfCount(b3)).toBeCloseTo(45.45, 1);
  });

  test('ceaf-e: the published example gives recall 0.65, precision 0.43, F1 0.52', () => {
    expect(rates(ceafe)[0]).toBeCloseTo(0.65, 10);
    expect(rates(ceafe)[1]).toBeCloseTo(1.3 / 3, 10);
    expect(f1OfCount(ceafe)).toBeCloseTo(52, 1);
  });

  test('mentions: six of seven marked ones are found, six of eight found ones are marked', () => {
    expect(rates(mentions)).toEqual([6 / 7, 6 / 8]);
  });

  const clusters = fc
    .array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 14 })
    .map((labels) => {
      const made = new Map<number, string[]>();
      for (const [at, label] of labels.entries())
        made.set(label, [...(made.get(label) ?? []), `m${at}`]);
      return [...made.values()];
    });

  test('a partition scored against itself is perfect in B³ and CEAF-e', () => {
    fc.assert(
      fc.property(clusters, (gold) => {
        const counts = score(gold, gold);
        expect(f1OfCount(counts.b3)).toBeCloseTo(100, 8);
        expect(f1OfCount(counts.ceafe)).toBeCloseTo(100, 8);
      }),
      { seed: 5 },
    );
  });

  test('swapping marked and found swaps recall and precision and keeps the average', () => {
    fc.assert(
      fc.property(clusters, clusters, (gold, found) => {
        expect(averageOf(score(gold, found))).toBeCloseTo(averageOf(score(found, gold)), 8);
      }),
      { seed: 6 },
    );
  });

  test('the assignment is as good as the best of all permutations', () => {
    const permutations = (items: number[]): number[][] =>
      items.length === 0
        ? [[]]
        : items.flatMap((item) =>
            permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]),
          );
    const row = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 4, maxLength: 4 }), (weights) => {
        const totals = permutations([0, 1, 2, 3]).map((order) =>
          order.reduce((sum, column, at) => sum + (weights[at]?.[column] ?? 0), 0),
        );
        expect(bestAssignment(weights)).toBe(Math.max(...totals));
      }),
      { seed: 7 },
    );
  });
});
