/**
 * Cross-validation of the commitment stage over the marked articles: each is read with weights
 * that were trained without it, and scored by the judge's measures. Decisions are made on these
 * figures, since the development articles alone have too few positions.
 * @module
 */
import type { CommitmentTallies, MarkedDocument } from '@onrecord/evaluate';
import {
  COMMITMENT_FIGURES,
  f1OfTally,
  listWords,
  makeCommitmentTallies,
  readMarkedDocuments,
  scoreCommitments,
  viewCommitment,
  viewMark,
} from '@onrecord/evaluate';
import { findCommitments, openCommitmentModel } from '@onrecord/reader';
import { readAddedDocuments } from './added-marks.ts';
import { readAddedRecords } from './added-records.ts';
import type { LowerModels } from './list-examples.ts';
import { listAddedExamples, readLayers } from './list-examples.ts';
import { statesOf, writePositionRows } from './position-rows.ts';
import { CHOSEN, encodeCommitmentModel, listUnread, prepareDocument } from './train-commitments.ts';
import { trainPositions } from './train-positions.ts';

/** The judge's figures of a part of the marked articles. */
export type CrossValidation = Readonly<Record<'train' | 'added', CommitmentTallies>>;

/** How to cross-validate. */
export interface CrossValidationOptions {
  readonly models: LowerModels;
  /** Into how many parts the articles are cut, and the one part to read, if not all are. */
  readonly folds: number;
  readonly only?: number | undefined;
  /** A folder for the position network's rows, and its weights beside the ranker. */
  readonly workDir: string;
  readonly blend: readonly number[];
}

/** Cross-validate over `folds` parts of the articles. */
export function crossValidate(
  corporaDir: string,
  { models, folds, only, workDir, blend }: CrossValidationOptions,
): CrossValidation {
  const prepare = (document: MarkedDocument) => prepareDocument(document, models);
  const train = readMarkedDocuments(corporaDir, 'train').map(prepare);
  const added = readAddedRecords(corporaDir).map(prepare);
  const passages = readMarkedDocuments(corporaDir, 'dev-conditions').map(prepare);
  const read = [...train, ...added, ...passages].map(({ document }) => document);
  const byCue = listUnread(readAddedDocuments(corporaDir), read).map((document) =>
    listAddedExamples(document, readLayers(document, models)),
  );
  const always = [...passages.map(({ examples }) => examples), ...byCue];
  const tallies = { train: makeCommitmentTallies(), added: makeCommitmentTallies() };
  const tallyOf = [...train.map(() => tallies.train), ...added.map(() => tallies.added)];
  const folded = [...train, ...added];
  writePositionRows(workDir, [...folded, ...passages]);
  const attribution = statesOf(train[0]!.layers).model;
  const { seed } = CHOSEN;
  for (let fold = 0; fold < folds; fold++) {
    if (only !== undefined && fold !== only) continue;
    const rest = folded.filter((_, index) => index % folds !== fold);
    const examples = [...rest.map((one) => one.examples), ...always];
    const sections = trainPositions(workDir, { held: { fold, of: folds }, seed });
    const positions = { sections, blend, attribution };
    const model = openCommitmentModel(
      encodeCommitmentModel(examples, { about: {}, seed, positions }),
    );
    for (const [index, { document, layers }] of folded.entries()) {
      if (index % folds !== fold) continue;
      const words = listWords(document.text);
      const marks = document.commitments.map((mark) => viewMark(mark, words));
      const { commitments } = findCommitments({ ...layers, model });
      const found = commitments.map((one) => viewCommitment(one, words));
      scoreCommitments(tallyOf[index]!, marks, found);
    }
  }
  return tallies;
}

/** The figures as lines for people: precision, recall, F1. */
export function listCrossValidation(validation: CrossValidation): string[] {
  return Object.entries(validation).flatMap(([part, tallies]) => [
    `${part}: ${tallies.found.marked} marked positions`,
    ...COMMITMENT_FIGURES.map((name) => {
      const { hit, found, marked } = tallies[name];
      const shares = [(100 * hit) / found, (100 * hit) / marked, f1OfTally(tallies[name])];
      const shown = shares.map((share) => share.toFixed(1).padStart(7)).join('');
      return `${name.padEnd(18)}${shown}  (${hit} of ${found} found, ${marked} marked)`;
    }),
  ]);
}
