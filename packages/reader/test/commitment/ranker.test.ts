/**
 * The ranker's file and its refusal of what it cannot read.
 * @module
 */
import { CodedError } from '@onrecord/record';
import { expect, test } from 'vitest';
import { FEATURE_ROWS, FeatureRows, featureRow } from '../../src/commitment/feature-rows.ts';
import { findCommitments } from '../../src/commitment/find-commitments.ts';
import {
  CLASS_COUNT,
  openCommitmentModel,
  RANKER_FEATURES,
  softmax,
} from '../../src/commitment/ranker.ts';
import { encodeModel } from '../../src/model/model-file.ts';
import { buildCase } from './build-case.ts';

function toyModel(features: string): Uint8Array {
  const weights = new Int8Array(FEATURE_ROWS * CLASS_COUNT);
  const scales = new Float32Array(FEATURE_ROWS);
  const least = Float32Array.of(0.25, 0.125);
  return encodeModel({ stage: 'commitments', features, about: {} }, { weights, scales, least });
}

test('ranker: a model file opens with its thresholds', () => {
  const model = openCommitmentModel(toyModel(RANKER_FEATURES));
  expect(model.leastWeak).toBe(0.25);
  expect(model.leastStrong).toBe(0.125);
  expect(model.weights).toHaveLength(FEATURE_ROWS * CLASS_COUNT);
});

test('ranker: weights of another feature set are refused', () => {
  expect(() => openCommitmentModel(toyModel('commitments-0'))).toThrow(CodedError);
});

test('ranker: features fall into the table and probabilities add up to one', () => {
  for (const name of ['bias', 'key=pledge:inf', '']) {
    expect(featureRow(name)).toBeGreaterThanOrEqual(0);
    expect(featureRow(name)).toBeLessThan(FEATURE_ROWS);
  }
  const scores = Float64Array.of(1, 2, 3);
  softmax(scores);
  expect(scores.reduce((a, b) => a + b)).toBeCloseTo(1);
});

test('ranker: the parts of a name fall into the row of the whole, and each row is listed once', () => {
  const features = new FeatureRows();
  features.add`bias`;
  features.add`key=${'pledge:inf'}|weak=${true}|${7}`;
  features.addAfter(features.stem`key=${'pledge:inf'}`, '|weak=true|7');
  features.add`absent=${undefined}`;
  const names = ['bias', 'key=pledge:inf|weak=true|7', 'absent=undefined'];
  expect(features.rows).toEqual(names.map(featureRow));
  features.clear();
  features.add`bias`;
  expect(features.rows).toEqual([featureRow('bias')]);
});

test('ranker: a negated cue is no promise, however much its words are like one', () => {
  const weights = new Int8Array(FEATURE_ROWS * CLASS_COUNT);
  const scales = new Float32Array(FEATURE_ROWS);
  const bias = featureRow('bias');
  weights[bias * CLASS_COUNT + 1] = 127;
  scales[bias] = 1;
  const least = Float32Array.of(0.25, 0.125);
  const file = { stage: 'commitments', features: RANKER_FEATURES, about: {} };
  const model = openCommitmentModel(encodeModel(file, { weights, scales, least }));
  const stanceOf = (text: string, rows: string[]) =>
    findCommitments({
      analysis: buildCase({ text, rows }),
      articleId: 'a_1',
      mentions: [],
      attributions: [],
      cast: { actors: [], speakers: [], actorAt: () => undefined },
      dates: [],
      model,
    }).commitments.map(({ stance }) => stance);
  const tail = (from: number) => [
    `to to PART TO ${from + 2} mark`,
    'sign sign VERB VB 3 xcomp',
    `it it PRON PRP ${from + 2} obj`,
    '. . PUNCT . 3 punct',
  ];
  const head = ['The the DET DT 2 det', 'union union NOUN NN 3 nsubj', 'vowed vow VERB VBD 0 root'];
  expect(stanceOf('The union vowed to sign it.', [...head, ...tail(3)])).toEqual(['commits']);
  expect(
    stanceOf('The union vowed not to sign it.', [...head, 'not not PART RB 6 advmod', ...tail(4)]),
  ).toEqual(['refuses']);
});
