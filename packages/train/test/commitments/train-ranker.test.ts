/**
 * The ranker's trainer on a toy: it learns, and the same seed gives the same weights.
 * @module
 */
import { expect, test } from 'vitest';
import { seededRandom, trainRanker } from '../../src/commitments/train-ranker.ts';

const OPTIONS = { rowCount: 4, classCount: 2, epochs: 30, rate: 0.1, decay: 0.001, seed: 1 };
const EXAMPLES = [
  { rows: Int32Array.of(0, 1), label: 0, weight: 1 },
  { rows: Int32Array.of(0, 2), label: 1, weight: 1 },
  { rows: Int32Array.of(0, 1, 3), label: 0, weight: 1 },
];

test('ranker: a feature that tells the classes apart gets the weight', () => {
  const weights = trainRanker(EXAMPLES, OPTIONS);
  expect(weights[2 * 2 + 1]!).toBeGreaterThan(weights[2 * 2]!);
  expect(weights[2]!).toBeGreaterThan(weights[3]!);
});

test('ranker: the same examples and seed give the same weights', () => {
  expect(trainRanker(EXAMPLES, OPTIONS)).toEqual(trainRanker(EXAMPLES, OPTIONS));
});

test('seeded random: numbers in [0, 1) that the seed decides', () => {
  const [first, second] = [seededRandom(7), seededRandom(7)];
  for (let i = 0; i < 100; i++) {
    const value = first();
    expect(value).toBe(second());
    expect(value).toBeGreaterThanOrEqual(0);
    expect(value).toBeLessThan(1);
  }
});
