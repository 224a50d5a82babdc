/**
 * Decoding of chains against all labellings written out.
 * @module
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findBestLabels, findMarginals } from '../../src/attribution/decode-chain.ts';

function scoreOf(labels: readonly number[], scores: readonly number[], moves: readonly number[]) {
  return labels.reduce(
    (sum, label, at) =>
      sum + scores[at * 3 + label]! + (at === 0 ? 0 : moves[labels[at - 1]! * 3 + label]!),
    0,
  );
}

function listLabellings(length: number): number[][] {
  if (length === 0) return [[]];
  return listLabellings(length - 1).flatMap((rest) => [0, 1, 2].map((label) => [...rest, label]));
}

const number = fc.integer({ min: -400, max: 400 }).map((value) => value / 100);
const chain = fc.integer({ min: 1, max: 5 }).chain((length) =>
  fc.record({
    length: fc.constant(length),
    scores: fc.array(number, { minLength: length * 3, maxLength: length * 3 }),
    moves: fc.array(number, { minLength: 9, maxLength: 9 }),
  }),
);

describe('chains of labels', () => {
  test('the best labelling scores as high as any', () => {
    fc.assert(
      fc.property(chain, ({ length, scores, moves }) => {
        const best = findBestLabels({
          scores: Float32Array.from(scores),
          width: 3,
          length,
          moves: Float32Array.from(moves),
        });
        const all = listLabellings(length).map((labels) => scoreOf(labels, scores, moves));
        expect(scoreOf([...best], scores, moves)).toBeCloseTo(Math.max(...all), 4);
      }),
      { seed: 7 },
    );
  });

  test('marginals are the shares of all labellings', () => {
    fc.assert(
      fc.property(chain, ({ length, scores, moves }) => {
        const found = findMarginals({
          scores: Float32Array.from(scores),
          width: 3,
          length,
          moves: Float32Array.from(moves),
        });
        const all = listLabellings(length).map((labels) => ({
          labels,
          weight: Math.exp(scoreOf(labels, scores, moves)),
        }));
        const total = all.reduce((sum, { weight }) => sum + weight, 0);
        for (let at = 0; at < length; at++)
          for (let label = 0; label < 3; label++) {
            const share = all
              .filter(({ labels }) => labels[at] === label)
              .reduce((sum, { weight }) => sum + weight, 0);
            expect(found[at * 3 + label]).toBeCloseTo(share / total, 4);
          }
      }),
      { seed: 8 },
    );
  });
});
