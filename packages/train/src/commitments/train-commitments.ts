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
  type ModelSection,
  openCommitmentModel,
  PartnerColumn,
  RANKER_FEATURES,
} from '@onrecord/reader';
import { textHashOf } from '@onrecord/record';
import { fitLogistic } from '../fit-logistic.ts';
import { readAddedDocuments } from './added-marks.ts';
import { readAddedRecords } from './added-records.ts';
import type { CommitmentExamples, LowerModels } from './list-examples.ts';
import {
  listAddedExamples,
  listBlendExamples,
  listMarkedExamples,
  readLayers,
} from './list-examples.ts';
import type { PositionDocument } from './position-rows.ts';
import { statesOf, writePositionRows } from './position-rows.ts';
import { trainPartners } from './train-partners.ts';
import type { HeldOut } from './train-positions.ts';
import { trainPositions } from './train-positions.ts';
import { trainRanker } from './train-ranker.ts';

/** How to train. */
export interface CommitmentTraining {
  readonly models: LowerModels;
  /** Parts of the marked corpus; `dev` stays out unless it is asked for. */
  readonly parts?: readonly CommitmentPart[];
  readonly seed?: number;
  /** A folder for the position network's rows and weights, some two hundred megabytes. */
  readonly workDir: string;
}

/** Chosen by cross-validation on the training articles; docs/quality.md has the table. */
export const CHOSEN = { epochs: 20, rate: 0.05, decay: 0.1, seed: 1 } as const;

/** The same for asserters and for partners, of whom there are fewer examples. */
const CHOSEN_ASSERTERS = { epochs: 8, rate: 0.05, decay: 0.1 } as const;
const CHOSEN_PARTNERS = { epochs: 10, rate: 0.03, decay: 0.02 } as const;

/**
 * From which probability a candidate of a weak and of a strong row is kept, and from which
 * somebody is a counterparty. F1 in cross-validation is flat from 0.25 to 0.35 for the weak ones,
 * and with the position network from 0.35 to 0.41 for all.
 */
const LEAST = { weak: 0.31, strong: 0.09, counterparty: 0.35, blended: 0.35 } as const;

/** Train and give the bytes of `models/commitments.bin`. */
export function trainCommitments(corporaDir: string, training: CommitmentTraining): Uint8Array {
  const { models, parts = ['train', 'dev-conditions'], seed = CHOSEN.seed, workDir } = training;
  const marked = [
    ...parts.flatMap((part) => readMarkedDocuments(corporaDir, part)),
    ...readAddedRecords(corporaDir),
  ].map((document) => prepareDocument(document, models));
  const documents = marked.map(({ document }) => document);
  const added = listUnread(readAddedDocuments(corporaDir), documents).map((document) =>
    listAddedExamples(document, readLayers(document, models)),
  );
  writePositionRows(workDir, marked);
  const blend = weighBlend(workDir, { marked, added, seed });
  const sections = trainPositions(workDir, { held: null, seed });
  const about = {
    corpora: parts.map((part) => `commitments/${part}`),
    hash: textHashOf(documents.map(textOf).join('\n')).slice(0, 16),
    ...{ marked: marked.length, added: added.length, seed },
  };
  const examples = [...marked.map((one) => one.examples), ...added];
  const attribution = statesOf(marked[0]!.layers).model;
  return encodeCommitmentModel(examples, {
    about,
    seed,
    positions: { sections, blend, attribution },
  });
}

/** A marked document with all that is made of it once. */
export interface PreparedDocument extends PositionDocument {
  readonly examples: CommitmentExamples;
}

/** Read a marked document up to the commitment stage, with its examples. */
export function prepareDocument(document: MarkedDocument, models: LowerModels): PreparedDocument {
  const layers = readLayers(document, models);
  return { document, layers, examples: listMarkedExamples(document, layers) };
}

/** The documents whose marks weigh the blend: one in four, which neither part was trained on. */
const WEIGHED: HeldOut = { fold: 0, of: 4 };
/** No weights yet: what is asked for is the evidence. */
const UNWEIGHED = [0, 0, 0, 0, 0];

interface BlendInput {
  readonly marked: readonly PreparedDocument[];
  readonly added: readonly CommitmentExamples[];
  readonly seed: number;
}

/**
 * Weigh the position network against the ranker: both are trained without one document in four,
 * and a logistic regression over those says how far each is to be believed.
 */
function weighBlend(workDir: string, { marked, added, seed }: BlendInput): number[] {
  const { fold, of } = WEIGHED;
  const sections = trainPositions(workDir, { held: WEIGHED, seed });
  const rest = marked.filter((_, index) => index % of !== fold);
  const bytes = encodeCommitmentModel([...rest.map((one) => one.examples), ...added], {
    about: {},
    seed,
    positions: { sections, blend: UNWEIGHED, attribution: statesOf(marked[0]!.layers).model },
  });
  const model = openCommitmentModel(bytes);
  const held = marked.filter((_, index) => index % of === fold);
  const examples = held.flatMap((one) => listBlendExamples(one, model));
  return fitLogistic(examples).map((weight) => Math.round(weight * 1e4) / 1e4);
}

/** The articles marked by cue, without those that were read again in whole. */
export function listUnread<D extends { readonly id: string }>(
  added: readonly D[],
  marked: readonly { readonly id: string }[],
): D[] {
  const read = new Set(marked.map(({ id }) => id));
  return added.filter(({ id }) => !read.has(id.replace(/#\d+$/, '')));
}

/** What goes into a model's file beside the ranker. */
export interface EncodedParts {
  readonly about: Record<string, unknown>;
  readonly seed: number;
  /** The position network's sections, its weight beside the ranker, and whose states it reads. */
  readonly positions?: {
    readonly sections: Record<string, ModelSection>;
    readonly blend: readonly number[];
    readonly attribution: string;
  };
}

/** Train on examples and give the bytes of a model. */
export function encodeCommitmentModel(
  examples: readonly CommitmentExamples[],
  { about, seed, positions }: EncodedParts,
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
    {
      stage: 'commitments',
      features: RANKER_FEATURES,
      about: { ...about, ...counts, ...(positions && { attribution: positions.attribution }) },
    },
    {
      'stances.weights': tables.stances.weights,
      'stances.scales': tables.stances.scales,
      'asserters.weights': tables.asserters.weights,
      'asserters.scales': tables.asserters.scales,
      'partners.weights': tables.partners.weights,
      'partners.scales': tables.partners.scales,
      least: Float32Array.of(LEAST.weak, LEAST.strong, LEAST.counterparty),
      ...(positions && {
        ...positions.sections,
        'position.blend': Float32Array.of(...positions.blend, LEAST.blended),
      }),
    },
  );
}

const textOf = ({ id, text }: MarkedDocument): string => `${id}\t${text}`;
