/**
 * The ranker's file and its refusal of what it cannot read.
 * @module
 */
import type { Commitment, Span } from '@onrecord/record';
import { CodedError } from '@onrecord/record';
import { expect, test } from 'vitest';
import { PartnerColumn } from '../../src/commitment/choose-partners.ts';
import { FEATURE_ROWS, FeatureRows, featureRow } from '../../src/commitment/feature-rows.ts';
import { findCommitments } from '../../src/commitment/find-commitments.ts';
import {
  ASSERTERS,
  CLASS_COUNT,
  openCommitmentModel,
  RANKER_FEATURES,
  softmax,
} from '../../src/commitment/ranker.ts';
import type { Mention } from '../../src/layers.ts';
import { encodeModel } from '../../src/model/model-file.ts';
import type { TreeCase } from './build-case.ts';
import { buildCase } from './build-case.ts';

/** A model without any weight but those that `fill` sets. */
function toyModel(features: string, fill?: (tables: ToyTables) => void): Uint8Array {
  const tables = {
    'stances.weights': new Int8Array(FEATURE_ROWS * CLASS_COUNT),
    'stances.scales': new Float32Array(FEATURE_ROWS),
    'asserters.weights': new Int8Array(FEATURE_ROWS * ASSERTERS.length),
    'asserters.scales': new Float32Array(FEATURE_ROWS),
    'partners.weights': new Int8Array(FEATURE_ROWS * PartnerColumn.Size),
    'partners.scales': new Float32Array(FEATURE_ROWS),
    least: Float32Array.of(0.25, 0.125, 0.5),
  };
  fill?.(tables);
  return encodeModel({ stage: 'commitments', features, about: {} }, tables);
}

type ToyTables = Record<'stances.weights' | 'partners.weights' | 'asserters.weights', Int8Array> &
  Record<'stances.scales' | 'partners.scales' | 'asserters.scales', Float32Array>;

function readCase(one: TreeCase, mentions: readonly Mention[], bytes: Uint8Array): Commitment[] {
  return findCommitments({
    ...{ analysis: buildCase(one), articleId: 'a_1', mentions, attributions: [], dates: [] },
    cast: { actors: [], speakers: [], actorAt: () => undefined },
    model: openCommitmentModel(bytes),
  }).commitments;
}

test('ranker: a model file opens with its thresholds', () => {
  const model = openCommitmentModel(toyModel(RANKER_FEATURES));
  expect(model.leastWeak).toBe(0.25);
  expect(model.leastStrong).toBe(0.125);
  expect(model.partners.least).toBe(0.5);
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
  features.addAfter(features.stem`key=${'pledge:inf'}`, '|weak=', 'true|7');
  features.add`absent=${undefined}`;
  const names = ['bias', 'key=pledge:inf|weak=true|7', 'absent=undefined'];
  expect([...features.copy()]).toEqual(names.map(featureRow));
  features.clear();
  features.add`bias`;
  expect([...features.copy()]).toEqual([featureRow('bias')]);
});

test('ranker: a negated cue is no promise, however much its words are like one', () => {
  const bytes = toyModel(RANKER_FEATURES, (tables) => {
    tables['stances.weights'][featureRow('bias') * CLASS_COUNT + 1] = 127;
    tables['stances.scales'][featureRow('bias')] = 1;
  });
  const stanceOf = (text: string, rows: string[]) =>
    readCase({ text, rows }, [], bytes).map(({ stance }) => stance);
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

const CALL: TreeCase = {
  text: 'Mira Holt, the minister, urged Norland to pay.',
  rows: [
    'Mira Mira PROPN NNP 7 nsubj',
    'Holt Holt PROPN NNP 1 flat',
    ', , PUNCT , 5 punct',
    'the the DET DT 5 det',
    'minister minister NOUN NN 1 appos',
    ', , PUNCT , 1 punct',
    'urged urge VERB VBD 0 root',
    'Norland Norland PROPN NNP 7 obj',
    'to to PART TO 10 mark',
    'pay pay VERB VB 7 xcomp',
    '. . PUNCT . 7 punct',
  ],
};
const NAMES: Mention[] = [
  { start: 0, end: 2, headWord: 0, form: 'name', kind: 'person' },
  { start: 7, end: 8, headWord: 7, form: 'name', kind: 'government' },
];

/** A model that takes everything for a promise and likes one partner's feature. */
const partnerModel = (feature: string, column: number) =>
  toyModel(RANKER_FEATURES, (tables) => {
    tables['stances.weights'][featureRow('bias') * CLASS_COUNT + 5] = 127;
    tables['stances.scales'][featureRow('bias')] = 1;
    tables['partners.weights'][featureRow(feature) * PartnerColumn.Size + column] = 127;
    tables['partners.scales'][featureRow(feature)] = 1;
  });

const wordsOf = (spans: readonly Span[]) => spans.map((span) => CALL.text.slice(...span));

test('partners: the party is whom the weights like best, in as few words as name it', () => {
  const first = readCase(CALL, NAMES, partnerModel('cue=<nsubj', PartnerColumn.Party));
  expect(first.map(({ party }) => wordsOf(party))).toEqual([['Mira Holt']]);
  const second = readCase(CALL, NAMES, partnerModel('cue=<obj', PartnerColumn.Party));
  expect(second.map(({ party }) => wordsOf(party))).toEqual([['Norland']]);
});

test('partners: whoever is likely enough is a counterparty, the party itself never', () => {
  const found = readCase(CALL, NAMES, partnerModel('bias', PartnerColumn.Counterparty));
  expect(found.map(({ counterparty }) => wordsOf(counterparty))).toEqual([['Norland']]);
});
