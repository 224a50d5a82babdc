/**
 * The pronoun trainer on toy examples: it learns what tells the right candidate, the same each time.
 * @module
 */
import { CANDIDATE_FEATURES } from '@onrecord/reader';
import { expect, test } from 'vitest';
import {
  encodePronounWeights,
  type PronounExample,
  trainPronouns,
} from '../../src/actors/train-pronouns.ts';

const column = (name: (typeof CANDIDATE_FEATURES)[number]): number =>
  CANDIDATE_FEATURES.indexOf(name);

function vectorOf(...names: (typeof CANDIDATE_FEATURES)[number][]): Float64Array {
  const vector = new Float64Array(CANDIDATE_FEATURES.length);
  for (const name of names) vector[column(name)] = 1;
  return vector;
}

const EXAMPLES: PronounExample[] = Array.from({ length: 20 }, (_, at) => ({
  kind: 'person',
  weight: 1,
  right: [at % 2],
  vectors:
    at % 2 === 0
      ? [vectorOf('subject', 'distance1'), vectorOf('oblique', 'distance0')]
      : [vectorOf('oblique', 'distance1'), vectorOf('subject', 'distance0')],
}));

test('training: the feature that tells the right candidate gets the greater weight', () => {
  const weights = trainPronouns(EXAMPLES);
  expect(weights[column('subject')]).toBeGreaterThan(weights[column('oblique')] as number);
});

test('training: the same examples give the same file twice', () => {
  const once = encodePronounWeights({ person: trainPronouns(EXAMPLES) });
  expect(encodePronounWeights({ person: trainPronouns(EXAMPLES) })).toBe(once);
  expect(once).toContain('subject:');
});
