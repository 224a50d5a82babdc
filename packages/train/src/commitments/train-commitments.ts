/**
 * Train the commitment ranker: examples out of the marked articles and the added marks, softmax
 * regression, the threshold by cross-validation over articles, weights as 8-bit integers. The same
 * corpora and seed give the same bytes.
 * @module
 */
import type { CommitmentPart, MarkedDocument } from '@onrecord/evaluate';
import { readMarkedDocuments } from '@onrecord/evaluate';
import {
  CLASS_COUNT,
  encodeModel,
  encodeRows,
  FEATURE_ROWS,
  RANKER_FEATURES,
} from '@onrecord/reader';
import { textHashOf } from '@onrecord/record';
import { readAddedDocuments } from './added-marks.ts';
import type { LowerModels } from './list-examples.ts';
import { listAddedExamples, listMarkedExamples } from './list-examples.ts';
import type { RankerExample } from './train-ranker.ts';
import { trainRanker } from './train-ranker.ts';

/** How to train. */
export interface CommitmentTraining {
  readonly models: LowerModels;
  /** Parts of the marked corpus; `dev` stays out unless it is asked for. */
  readonly parts?: readonly CommitmentPart[];
  readonly seed?: number;
}

/** Chosen by cross-validation on the training articles; docs/quality.md has the table. */
export const CHOSEN = { epochs: 20, rate: 0.05, decay: 0.1, seed: 1 } as const;

/** From which probability a candidate of a weak and of a strong row is kept. */
export const LEAST = { weak: 0.2, strong: 0.1 } as const;

/** Train and give the bytes of `models/commitments.bin`. */
export function trainCommitments(corporaDir: string, training: CommitmentTraining): Uint8Array {
  const { models, parts = ['train', 'dev-conditions'], seed = CHOSEN.seed } = training;
  const marked = parts.flatMap((part) => readMarkedDocuments(corporaDir, part));
  const added = readAddedDocuments(corporaDir);
  const examples: RankerExample[] = [
    ...marked.flatMap((document) => listMarkedExamples(document, models)),
    ...added.flatMap((document) => listAddedExamples(document, models)),
  ];
  const weights = trainRanker(examples, {
    ...{ epochs: CHOSEN.epochs, rate: CHOSEN.rate, decay: CHOSEN.decay, seed },
    rowCount: FEATURE_ROWS,
    classCount: CLASS_COUNT,
  });
  const rows = encodeRows(weights, CLASS_COUNT);
  const about = {
    corpora: parts.map((part) => `commitments/${part}`),
    hash: textHashOf(marked.map(textOf).join('\n')).slice(0, 16),
    added: added.length,
    examples: examples.length,
    positions: examples.filter(({ label }) => label > 0).length,
    seed,
  };
  return encodeModel(
    { stage: 'commitments', features: RANKER_FEATURES, about },
    {
      weights: rows.weights,
      scales: rows.scales,
      least: Float32Array.of(LEAST.weak, LEAST.strong),
    },
  );
}

const textOf = ({ id, text }: MarkedDocument): string => `${id}\t${text}`;
