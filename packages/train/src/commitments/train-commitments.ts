/**
 * Train the commitment stage's weights: stances and asserters of candidates, party and
 * counterparties of positions, out of the marked articles and the project's own marks. The same
 * corpora and seed give the same bytes.
 * @module
 */
import type { CommitmentPart, MarkedDocument } from '@onrecord/evaluate';
import { readMarkedDocuments } from '@onrecord/evaluate';
import {
  ASSERTERS,
  CLASS_COUNT,
  encodeModel,
  encodeRows,
  FEATURE_ROWS,
  PartnerColumn,
  RANKER_FEATURES,
} from '@onrecord/reader';
import { textHashOf } from '@onrecord/record';
import { readAddedDocuments } from './added-marks.ts';
import { readAddedRecords } from './added-records.ts';
import type { CommitmentExamples, LowerModels } from './list-examples.ts';
import { listAddedExamples, listMarkedExamples, readLayers } from './list-examples.ts';
import { trainPartners } from './train-partners.ts';
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

/** The same for asserters and for partners, of whom there are fewer examples. */
const CHOSEN_ASSERTERS = { epochs: 8, rate: 0.05, decay: 0.1 } as const;
const CHOSEN_PARTNERS = { epochs: 10, rate: 0.03, decay: 0.02 } as const;

/**
 * From which probability a candidate of a weak and of a strong row is kept, and from which
 * somebody is a counterparty. F1 in cross-validation is flat from 0.25 to 0.35 for the weak ones.
 */
const LEAST = { weak: 0.31, strong: 0.09, counterparty: 0.35 } as const;

/** Train and give the bytes of `models/commitments.bin`. */
export function trainCommitments(corporaDir: string, training: CommitmentTraining): Uint8Array {
  const { models, parts = ['train', 'dev-conditions'], seed = CHOSEN.seed } = training;
  const marked = [
    ...parts.flatMap((part) => readMarkedDocuments(corporaDir, part)),
    ...readAddedRecords(corporaDir),
  ];
  const added = listUnread(readAddedDocuments(corporaDir), marked);
  const examples = [
    ...marked.map((document) => listMarkedExamples(document, readLayers(document, models))),
    ...added.map((document) => listAddedExamples(document, readLayers(document, models))),
  ];
  const about = {
    corpora: parts.map((part) => `commitments/${part}`),
    hash: textHashOf(marked.map(textOf).join('\n')).slice(0, 16),
    ...{ marked: marked.length, added: added.length, seed },
  };
  return encodeCommitmentModel(examples, { about, seed });
}

/** The articles marked by cue, without those that were read again in whole. */
export function listUnread<D extends { readonly id: string }>(
  added: readonly D[],
  marked: readonly { readonly id: string }[],
): D[] {
  const read = new Set(marked.map(({ id }) => id));
  return added.filter(({ id }) => !read.has(id.replace(/#\d+$/, '')));
}

/** Train on examples and give the bytes of a model. */
export function encodeCommitmentModel(
  examples: readonly CommitmentExamples[],
  { about, seed }: { about: Record<string, unknown>; seed: number },
): Uint8Array {
  const rowCount = FEATURE_ROWS;
  const stances = examples.flatMap((example) => example.stances);
  const tables = {
    stances: encodeRows(
      trainRanker(stances, { ...CHOSEN, seed, rowCount, classCount: CLASS_COUNT }),
      CLASS_COUNT,
    ),
    asserters: encodeRows(
      trainRanker(
        examples.flatMap(({ asserters }) => asserters),
        { ...CHOSEN_ASSERTERS, seed, rowCount, classCount: ASSERTERS.length },
      ),
      ASSERTERS.length,
    ),
    partners: encodeRows(
      trainPartners(
        examples.flatMap(({ partners }) => partners),
        { ...CHOSEN_PARTNERS, seed, rowCount },
      ),
      PartnerColumn.Size,
    ),
  };
  const counts = {
    examples: stances.length,
    positions: stances.filter(({ label }) => label > 0).length,
  };
  return encodeModel(
    { stage: 'commitments', features: RANKER_FEATURES, about: { ...about, ...counts } },
    {
      'stances.weights': tables.stances.weights,
      'stances.scales': tables.stances.scales,
      'asserters.weights': tables.asserters.weights,
      'asserters.scales': tables.asserters.scales,
      'partners.weights': tables.partners.weights,
      'partners.scales': tables.partners.scales,
      least: Float32Array.of(LEAST.weak, LEAST.strong, LEAST.counterparty),
    },
  );
}

const textOf = ({ id, text }: MarkedDocument): string => `${id}\t${text}`;
