/**
 * The corpora of marked commitments: one document a line, spans in UTF-16 units of its text.
 * @module
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Span, Stance } from '@onrecord/record';

/** A marked commitment. */
export interface MarkedCommitment {
  readonly stance: Stance;
  readonly party: readonly Span[];
  readonly cue: readonly Span[];
  readonly action: readonly Span[];
  readonly condition: readonly (Span | readonly Span[])[];
  readonly deadline: readonly (Span | readonly Span[])[];
  readonly counterparty: readonly (Span | readonly Span[])[];
  readonly hedge: readonly (Span | readonly Span[])[];
  readonly exception: readonly (Span | readonly Span[])[];
  /** "self", "outlet", or the words of somebody else. */
  readonly assertedBy?: string;
}

/** A document with its marks. */
export interface MarkedDocument {
  readonly id: string;
  readonly origin: string;
  readonly date?: string;
  readonly text: string;
  readonly commitments: readonly MarkedCommitment[];
}

/** The files of `corpora/commitments`, by the name of the part. */
export const COMMITMENT_PARTS = {
  train: 'train.jsonl',
  dev: 'dev.jsonl',
  'dev-conditions': 'dev-conditions.jsonl',
} as const;
/** A part of the corpus. */
export type CommitmentPart = keyof typeof COMMITMENT_PARTS;

const pathOf = (corporaDir: string, part: CommitmentPart): string =>
  join(corporaDir, 'commitments', COMMITMENT_PARTS[part]);

/** Whether the corpora hold marked commitments. */
export const hasCommitmentCorpora = (corporaDir: string): boolean =>
  existsSync(pathOf(corporaDir, 'dev'));

/** Read a part of the corpus. */
export function readMarkedDocuments(corporaDir: string, part: CommitmentPart): MarkedDocument[] {
  return readFileSync(pathOf(corporaDir, part), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as MarkedDocument);
}
