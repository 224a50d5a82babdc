/**
 * How found commitments compare with marked ones, by the measure of the project's judge: a pair
 * matches one to one when the word F1 of the actions is at least 0.5, or that of the cues is and
 * that of the actions is at least 0.25; of several the most alike. All other figures count inside
 * matched pairs.
 * @module
 */
import type { Commitment, Span, Stance } from '@onrecord/record';
import type { MarkedCommitment } from './commitment-corpus.ts';

const WORD = /[\p{L}\p{N}]+(?:[.'’-][\p{L}\p{N}]+)*/gu;
const LIKE = 0.5;
const LESS_LIKE = 0.25;

/** The words of a text as spans: letters and digits with inner points, dashes and apostrophes. */
export const listWords = (text: string): Span[] =>
  [...text.matchAll(WORD)].map((match) => [match.index, match.index + match[0].length]);

/** The words that spans touch. */
export function wordsIn(spans: readonly Span[], words: readonly Span[]): Set<number> {
  const found = new Set<number>();
  for (const [from, to] of spans) {
    let low = 0;
    let high = words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (words[middle]![1] <= from) low = middle + 1;
      else high = middle;
    }
    for (let i = low; i < words.length && words[i]![0] < to; i++) found.add(i);
  }
  return found;
}

/** F1 of two sets; 0 where both are empty. */
export function setF1(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let shared = 0;
  for (const item of a) if (b.has(item)) shared++;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}

/** The fields that are compared span by span inside matched pairs. */
export const SPAN_FIELDS = ['condition', 'deadline', 'counterparty', 'hedge', 'exception'] as const;
/** One of them. */
export type SpanField = (typeof SPAN_FIELDS)[number];

/** A commitment as sets of words, marked or found. */
export interface CommitmentView {
  readonly stance: Stance;
  readonly asserter: 'self' | 'outlet' | 'other';
  readonly party: Set<number>;
  readonly cue: Set<number>;
  readonly action: Set<number>;
  readonly fields: Readonly<Record<SpanField, readonly Set<number>[]>>;
  /** What found it; absent for marks. */
  readonly rule?: string;
}

const asSpans = (value: Span | readonly Span[]): readonly Span[] =>
  typeof value[0] === 'number' ? [value as Span] : (value as readonly Span[]);

function setsOf(
  list: readonly (Span | readonly Span[])[],
  words: readonly Span[],
): readonly Set<number>[] {
  return list.map((value) => wordsIn(asSpans(value), words)).filter((set) => set.size > 0);
}

/** View a mark. */
export function viewMark(mark: MarkedCommitment, words: readonly Span[]): CommitmentView {
  const { assertedBy } = mark;
  return {
    stance: mark.stance,
    asserter: assertedBy === 'self' || assertedBy === 'outlet' ? assertedBy : 'other',
    party: wordsIn(mark.party, words),
    cue: wordsIn(mark.cue, words),
    action: wordsIn(mark.action, words),
    fields: {
      condition: setsOf(mark.condition, words),
      deadline: setsOf(mark.deadline, words),
      counterparty: setsOf(mark.counterparty, words),
      hedge: setsOf(mark.hedge, words),
      exception: setsOf(mark.exception, words),
    },
  };
}

/** View a commitment of a record. */
export function viewCommitment(found: Commitment, words: readonly Span[]): CommitmentView {
  const { assertedBy } = found;
  const isSelf = assertedBy !== undefined && found.parties.includes(assertedBy);
  return {
    stance: found.stance,
    asserter: assertedBy === undefined ? 'outlet' : isSelf ? 'self' : 'other',
    party: wordsIn(found.party, words),
    cue: wordsIn(found.cue, words),
    action: wordsIn(found.action, words),
    fields: {
      condition: setsOf(
        found.conditions.map(({ span }) => span),
        words,
      ),
      deadline: setsOf(found.deadline ? [found.deadline.span] : [], words),
      counterparty: setsOf(found.counterparty, words),
      hedge: setsOf(
        found.hedges.map(({ span }) => span),
        words,
      ),
      exception: setsOf(found.exceptions, words),
    },
    rule: found.rule,
  };
}

/** Whether the actions, or cues and actions, are alike enough to be the same position. */
export function isMatch(
  a: Pick<CommitmentView, 'action' | 'cue'>,
  b: Pick<CommitmentView, 'action' | 'cue'>,
): boolean {
  const action = setF1(a.action, b.action);
  return action >= LIKE || (action >= LESS_LIKE && setF1(a.cue, b.cue) >= LIKE);
}

/** A mark and a found commitment that are the same position. */
export interface Matched {
  readonly mark: number;
  readonly found: number;
}

/** Pair marks and found commitments one to one, the most alike first. */
export function matchCommitments(
  marks: readonly CommitmentView[],
  found: readonly CommitmentView[],
): Matched[] {
  const pairs: { mark: number; found: number; rank: number }[] = [];
  for (const [i, a] of marks.entries())
    for (const [j, b] of found.entries()) {
      if (!isMatch(a, b)) continue;
      const bonus = (a.stance === b.stance ? 1 : 0) + setF1(a.party, b.party) / 2;
      pairs.push({ mark: i, found: j, rank: setF1(a.action, b.action) + bonus });
    }
  pairs.sort((a, b) => b.rank - a.rank);
  const taken = { marks: new Set<number>(), found: new Set<number>() };
  return pairs.filter(({ mark, found: at }) => {
    if (taken.marks.has(mark) || taken.found.has(at)) return false;
    taken.marks.add(mark);
    taken.found.add(at);
    return true;
  });
}

/** Whether both name the same party, or neither names one. */
export const isSameParty = (a: CommitmentView, b: CommitmentView): boolean =>
  (a.party.size === 0 && b.party.size === 0) || setF1(a.party, b.party) >= LIKE;

/** How many sets of one list find a partner of their own in another. */
export function countPaired(a: readonly Set<number>[], b: readonly Set<number>[]): number {
  const used = new Set<number>();
  for (const one of a) {
    const at = b.findIndex((other, j) => !used.has(j) && setF1(one, other) >= LIKE);
    if (at >= 0) used.add(at);
  }
  return used.size;
}

/** Right ones, found ones, marked ones. */
export interface Tally {
  hit: number;
  found: number;
  marked: number;
}

/** The judge's figures, in its order. */
export const COMMITMENT_FIGURES = [
  'found',
  'found + stance',
  'full',
  ...SPAN_FIELDS,
  'asserter',
] as const;
/** One of them. */
export type CommitmentFigure = (typeof COMMITMENT_FIGURES)[number];
/** A tally for each figure. */
export type CommitmentTallies = Record<CommitmentFigure, Tally>;

/** Tallies of nothing, to add to. */
export function makeCommitmentTallies(): CommitmentTallies {
  const entries = COMMITMENT_FIGURES.map((name) => [name, { hit: 0, found: 0, marked: 0 }]);
  return Object.fromEntries(entries) as CommitmentTallies;
}

/** Add one document's figures to the tallies. */
export function scoreCommitments(
  tallies: CommitmentTallies,
  marks: readonly CommitmentView[],
  found: readonly CommitmentView[],
): Matched[] {
  const matched = matchCommitments(marks, found);
  const add = (name: CommitmentFigure, hit: number, of: readonly [number, number]) => {
    const tally = tallies[name];
    tally.hit += hit;
    tally.found += of[0];
    tally.marked += of[1];
  };
  const pairOf = ({ mark, found: at }: Matched) => [marks[mark]!, found[at]!] as const;
  const sameStance = matched.map(pairOf).filter(([a, b]) => a.stance === b.stance);
  const all = [found.length, marks.length] as const;
  add('found', matched.length, all);
  add('found + stance', sameStance.length, all);
  add('full', sameStance.filter(([a, b]) => isSameParty(a, b)).length, all);
  for (const field of SPAN_FIELDS) {
    const hit = matched.reduce((sum, pair) => {
      const [a, b] = pairOf(pair);
      return sum + countPaired(a.fields[field], b.fields[field]);
    }, 0);
    const count = (views: readonly CommitmentView[]) =>
      views.reduce((sum, view) => sum + view.fields[field].length, 0);
    add(field, hit, [count(found), count(marks)]);
  }
  const right = matched.map(pairOf).filter(([a, b]) => a.asserter === b.asserter).length;
  add('asserter', right, [matched.length, matched.length]);
  return matched;
}

/** F1 of a tally in percent. */
export const f1OfTally = ({ hit, found, marked }: Tally): number =>
  found + marked === 0 ? 0 : (200 * hit) / (found + marked);
