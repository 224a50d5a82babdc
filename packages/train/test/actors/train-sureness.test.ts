/**
 * The sureness trainer on toy answers: it learns what tells right answers, counts descriptions of the
 * unnamed as good, and leaves the article that is judged out of the training.
 * @module
 */
import { SURENESS_FEATURES } from '@onrecord/reader';
import { expect, test } from 'vitest';
import {
  crossValidateSureness,
  encodeSurenessWeights,
  type SpeakerAnswer,
  trainSureness,
} from '../../src/actors/train-sureness.ts';

type Feature = (typeof SURENESS_FEATURES)[number];
const column = (name: Feature): number => SURENESS_FEATURES.indexOf(name);

function answerOf(article: number, isRight: boolean, ...names: Feature[]): SpeakerAnswer {
  const vector = new Float64Array(SURENESS_FEATURES.length);
  for (const name of ['bias', ...names] as Feature[]) vector[column(name)] = 1;
  return { article, vector, isNamed: true, isRight };
}

const ANSWERS = Array.from({ length: 40 }, (_, at) =>
  at % 2 === 0 ? answerOf(at % 8, true, 'fullName') : answerOf(at % 8, at % 4 === 1, 'it'),
);

test('training: what tells right answers gets the greater weight', () => {
  const weights = trainSureness(ANSWERS);
  expect(weights[column('fullName')]).toBeGreaterThan(weights[column('it')] as number);
});

test('training: a description of one whom the mark does not name is good, whatever its words', () => {
  const described = ANSWERS.map((one) => ({ ...one, isNamed: false, isRight: false }));
  const withMark = described.map((one) => {
    const vector = Float64Array.from(one.vector as Float64Array);
    vector[column('described')] = 1;
    return { ...one, vector };
  });
  const biasOf = (answers: SpeakerAnswer[]): number =>
    trainSureness(answers)[column('bias')] as number;
  expect(biasOf(withMark)).toBeGreaterThan(0);
  expect(biasOf(described)).toBeLessThan(0);
});

test('validation: sources that led to nobody are not answered', () => {
  const open: SpeakerAnswer = { article: 3, vector: undefined, isNamed: true, isRight: false };
  const [all] = crossValidateSureness([...ANSWERS, open], 4);
  expect(all).toMatchObject({ least: 0, named: 41, answered: 40, right: 30 });
});

test('training: the same answers give the same file twice', () => {
  const once = encodeSurenessWeights(trainSureness(ANSWERS));
  expect(encodeSurenessWeights(trainSureness(ANSWERS))).toBe(once);
  expect(once).toContain('fullName:');
});
