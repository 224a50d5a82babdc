/**
 * The judge's figures for commitments on the marked articles and passages, by stance and by
 * construction (the frame of the cue), with an error table by cause.
 * @module
 */
import type { Commitment, Stance } from '@onrecord/record';
import { STANCES } from '@onrecord/record';
import type { CommitmentPart, MarkedDocument } from './commitment-corpus.ts';
import { readMarkedDocuments } from './commitment-corpus.ts';
import type {
  CommitmentFigure,
  CommitmentTallies,
  CommitmentView,
  Tally,
} from './score-commitments.ts';
import {
  f1OfTally,
  isSameParty,
  listWords,
  makeCommitmentTallies,
  scoreCommitments,
  viewCommitment,
  viewMark,
} from './score-commitments.ts';

/** How to evaluate. */
export interface CommitmentOptions {
  /** Reads the commitments of a text; `date` is the day of publication. */
  readonly read: (text: string, date: string | undefined) => readonly Commitment[];
  readonly parts?: readonly CommitmentPart[];
}

/** The figures of one part of the corpus. */
export interface CommitmentScores {
  readonly documents: number;
  readonly figures: CommitmentTallies;
  readonly byStance: Readonly<Record<Stance, Tally>>;
  /** Found commitments by the frame of their cue ("inf", "modal", "pp"), and how many are right. */
  readonly byFrame: Readonly<Record<string, Tally>>;
  /** How many errors of each cause. */
  readonly causes: Readonly<Record<string, number>>;
}

/** Evaluate the parts of the corpus. */
export function evaluateCommitments(
  corporaDir: string,
  { read, parts = ['dev', 'dev-conditions'] }: CommitmentOptions,
): Record<string, CommitmentScores> {
  const scores: Record<string, CommitmentScores> = {};
  for (const part of parts) scores[part] = scorePart(readMarkedDocuments(corporaDir, part), read);
  return scores;
}

function scorePart(
  documents: readonly MarkedDocument[],
  read: CommitmentOptions['read'],
): CommitmentScores {
  const figures = makeCommitmentTallies();
  const byStance = Object.fromEntries(
    STANCES.map((stance) => [stance, { hit: 0, found: 0, marked: 0 }]),
  ) as Record<Stance, Tally>;
  const byFrame: Record<string, Tally> = {};
  const causes: Record<string, number> = {};
  for (const { text, date, commitments } of documents) {
    const words = listWords(text);
    const marks = commitments.map((mark) => viewMark(mark, words));
    const found = read(text, date).map((commitment) => viewCommitment(commitment, words));
    const matched = scoreCommitments(figures, marks, found);
    const views = { marks, found };
    addStances(byStance, views, matched);
    addFrames(byFrame, views, matched);
    addCauses(causes, views, matched);
  }
  return { documents: documents.length, figures, byStance, byFrame, causes };
}

interface Views {
  readonly marks: readonly CommitmentView[];
  readonly found: readonly CommitmentView[];
}
type Pairs = readonly { readonly mark: number; readonly found: number }[];

function addStances(byStance: Record<Stance, Tally>, { marks, found }: Views, pairs: Pairs): void {
  for (const { stance } of marks) byStance[stance].marked++;
  for (const { stance } of found) byStance[stance].found++;
  for (const { mark, found: at } of pairs)
    if (marks[mark]!.stance === found[at]!.stance) byStance[found[at]!.stance].hit++;
}

/** "pledge:inf" is the frame "inf"; "call:pp-for" is "pp". */
const frameOf = (rule = ''): string => rule.slice(rule.indexOf(':') + 1).replace(/^pp-.*/, 'pp');

function addFrames(byFrame: Record<string, Tally>, { found }: Views, pairs: Pairs): void {
  const right = new Set(pairs.map(({ found: at }) => at));
  for (const [at, { rule }] of found.entries()) {
    byFrame[frameOf(rule)] ??= { hit: 0, found: 0, marked: 0 };
    const tally = byFrame[frameOf(rule)]!;
    tally.found++;
    if (right.has(at)) tally.hit++;
  }
}

function addCauses(causes: Record<string, number>, { marks, found }: Views, pairs: Pairs): void {
  const add = (cause: string) => {
    causes[cause] = (causes[cause] ?? 0) + 1;
  };
  const matchedMarks = new Set(pairs.map(({ mark }) => mark));
  const matchedFound = new Set(pairs.map(({ found: at }) => at));
  for (const [i, mark] of marks.entries()) {
    if (matchedMarks.has(i)) continue;
    const isNear = found.some(({ cue }) => [...cue].some((word) => mark.cue.has(word)));
    add(isNear ? 'missed: cue found, action differs' : 'missed: no cue kept');
  }
  for (const at of found.keys())
    if (!matchedFound.has(at)) add('spurious: no such position marked');
  for (const { mark, found: at } of pairs) {
    const a = marks[mark]!;
    const b = found[at]!;
    if (a.stance !== b.stance) add(`stance: ${a.stance} read as ${b.stance}`);
    else if (!isSameParty(a, b))
      add(b.party.size === 0 ? 'party: none found' : 'party: other words');
    if (a.asserter !== b.asserter) add(`asserter: ${a.asserter} read as ${b.asserter}`);
    if (a.fields.condition.length > b.fields.condition.length) add('condition: missed');
    if (a.fields.condition.length < b.fields.condition.length) add('condition: spurious');
  }
}

const percent = (value: number): string => value.toFixed(1).padStart(7);

/** The scores as lines for people. */
export function listCommitmentScores(scores: Readonly<Record<string, CommitmentScores>>): string[] {
  const lines: string[] = [];
  for (const [part, { documents, figures, byStance, byFrame, causes }] of Object.entries(scores)) {
    lines.push(`commitments ${part}: ${documents} documents`);
    lines.push(`${'figure'.padEnd(18)}${'P'.padStart(7)}${'R'.padStart(7)}${'F1'.padStart(7)}`);
    for (const [name, tally] of Object.entries(figures) as [CommitmentFigure, Tally][])
      lines.push(name.padEnd(18) + listTally(tally));
    lines.push('by stance (same stance)');
    for (const [stance, tally] of Object.entries(byStance))
      lines.push(`  ${stance.padEnd(16)}${listTally(tally)}  of ${tally.marked}`);
    lines.push('by construction: right of found');
    const frames = Object.entries(byFrame).sort((a, b) => b[1].found - a[1].found);
    for (const [frame, { hit, found }] of frames)
      lines.push(`  ${frame.padEnd(16)}${hit} of ${found}`);
    lines.push('errors by cause');
    for (const [cause, count] of Object.entries(causes).sort((a, b) => b[1] - a[1]))
      lines.push(`  ${String(count).padStart(4)}  ${cause}`);
  }
  return lines;
}

function listTally(tally: Tally): string {
  const { hit, found, marked } = tally;
  const precision = found === 0 ? 0 : (100 * hit) / found;
  const recall = marked === 0 ? 0 : (100 * hit) / marked;
  return percent(precision) + percent(recall) + percent(f1OfTally(tally));
}
