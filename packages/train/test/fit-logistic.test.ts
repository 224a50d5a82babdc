/**
 * Logistic regression on examples whose answer is known.
 * @module
 */
import { expect, test } from 'vitest';
import { fitLogistic, weighEvidence } from '../src/fit-logistic.ts';

/** `count` examples with this evidence, of which `right` are right. */
const repeat = (evidence: readonly number[], count: number, right: number) =>
  Array.from({ length: count }, (_, at) => ({ evidence, isRight: at < right ? 1 : 0 }));

test('logistic: the weights give back how often each evidence was right', () => {
  const examples = [...repeat([1, 0], 4000, 1000), ...repeat([1, 1], 4000, 3000)];
  const weights = fitLogistic(examples);
  expect(weighEvidence(weights, [1, 0])).toBeCloseTo(0.25, 2);
  expect(weighEvidence(weights, [1, 1])).toBeCloseTo(0.75, 2);
});

test('logistic: what tells nothing gets no weight, and no examples give no weights', () => {
  const examples = [...repeat([1, -1], 100, 50), ...repeat([1, 1], 100, 50)];
  expect(fitLogistic(examples)[1]).toBeCloseTo(0, 6);
  expect(fitLogistic([])).toEqual([]);
});
