/**
 * Whether two reports tell of one act of speech. Precision first: two sentences of one press
 * conference are two acts, and so are the same words on another day. Method: speaker and days must
 * agree; then long runs of the same words, or enough shared content words without a conflict.
 * The numbers were fitted on the develop half of `test/cases/alignment-pairs.jsonl`.
 * @module
 */

import { foldMatter, type Matter } from '../matter/fold-matter.ts';
import {
  findExclusion,
  findNameConflict,
  findSlotConflict,
  matchMatter,
  scoreOverlap,
} from '../matter/match-matter.ts';
import type { Report } from './describe-report.ts';

/** What a comparison of two reports comes to. */
export type ReportMatch =
  | { kind: 'same'; score: number; because: string }
  | { kind: 'different'; because: string };

/** Words in one run that two people do not say by chance, with content words among them. */
const LONG_RUN = 6;
const LONG_RUN_CONTENT = 3;
/** As long as this, plain words will do: "the buses are still ready, we were ready with them". */
const PLAIN_RUN = 8;
/** A whole quoted part found again: "never promised a date". */
const PART_RUN = 4;
const PART_RUN_CONTENT = 2;
/** With a run, most of the shorter report must agree: a figure of speech can be used twice. */
const RUN_OVERLAP = 0.6;
/** Without a run: nearly all of the shorter, or more than half of both. */
const HIGH_OVERLAP = 0.75;
const HIGH_JACCARD = 0.4;
const EVEN_JACCARD = 0.5;
/** Two shared words are a topic, three a claim. */
const LEAST_SHARED = 3;
/** Anonymous sources: only words that nobody else would have chosen. */
const UNNAMED_CONTENT = 4;

const isUnnamed = (report: Report): boolean => report.speaker.kind === 'unnamed';

function canBeOneSpeaker(left: Report, right: Report): boolean {
  return left.speaker.key === right.speaker.key || isUnnamed(left) || isUnnamed(right);
}

function canBeOneDay(left: Report, right: Report): boolean {
  if (left.saidOn === null || right.saidOn === null) return true;
  return left.saidOn.from <= right.saidOn.to && right.saidOn.from <= left.saidOn.to;
}

/** The longest run of words common to a part and a list of words, and whether it is all the part. */
function longestRun(part: readonly string[], words: readonly string[]): string[] {
  let best: [end: number, length: number] = [0, 0];
  let before = new Uint16Array(words.length + 1);
  for (const [row, word] of part.entries()) {
    const current = new Uint16Array(words.length + 1);
    for (let column = 0; column < words.length; column += 1)
      if (words[column] === word) {
        const length = (before[column] ?? 0) + 1;
        current[column + 1] = length;
        if (length > best[1]) best = [row + 1, length];
      }
    before = current;
  }
  return part.slice(best[0] - best[1], best[0]);
}

/** Words compared at most: longer quotations meet within these. */
const MOST_WORDS = 120;

/** The best run between the direct parts of one report and all words of the other. */
function findRun(left: Report, right: Report): { run: string[]; isWhole: boolean } {
  let best = { run: [] as string[], isWhole: false };
  for (const [from, to] of [
    [left, right],
    [right, left],
  ] as const)
    for (const part of from.direct) {
      const run = longestRun(part.slice(0, MOST_WORDS), to.words.slice(0, MOST_WORDS));
      if (run.length > best.run.length) best = { run, isWhole: run.length === part.length };
    }
  return best;
}

/** Numbers that two people do not say by chance; "one", "two" and "twelve" are everywhere. */
const TELLING_NUMBER = 13;

/**
 * A report with those words of its sentence that the other report has in its content: an article
 * that quotes half a sentence tells the other half itself.
 */
function widen(report: Report, other: Report): Matter {
  const words = other.matter.words.filter(
    ({ key }) => report.context.has(key) && !report.matter.keys.has(key),
  );
  if (words.length === 0) return report.matter;
  const all = [...report.matter.words, ...words];
  return { ...report.matter, words: all, keys: new Set(all.map((word) => word.key)) };
}

const sharesNumber = (left: Matter, right: Matter): boolean =>
  left.numbers.some((value) => TELLING_NUMBER <= value && right.numbers.includes(value));

/** Compare two reports. */
export function matchReports(left: Report, right: Report): ReportMatch {
  if (!canBeOneSpeaker(left, right)) return { kind: 'different', because: 'other speaker' };
  if (!canBeOneDay(left, right)) return { kind: 'different', because: 'other day' };
  const { run, isWhole } = findRun(left, right);
  const contentCount = foldMatter(run.join(' ')).keys.size;
  const { overlap } = scoreOverlap(left.matter, right.matter);
  const isLong =
    (run.length >= LONG_RUN && contentCount >= LONG_RUN_CONTENT) || run.length >= PLAIN_RUN;
  if (isUnnamed(left) || isUnnamed(right))
    return isLong && contentCount >= UNNAMED_CONTENT
      ? { kind: 'same', score: overlap, because: `the same words: "${run.join(' ')}"` }
      : { kind: 'different', because: 'an unnamed speaker' };
  if ((left.isRecap || right.isRecap) && !isLong)
    return { kind: 'different', because: 'one of them looks back to another day' };
  const conflict =
    findExclusion(left.matter, right.matter) ?? findNameConflict(left.matter, right.matter);
  if (conflict !== null) return { kind: 'different', because: conflict };
  const isPart = isWhole && run.length >= PART_RUN && contentCount >= PART_RUN_CONTENT;
  if ((isLong || isPart) && overlap >= RUN_OVERLAP)
    return { kind: 'same', score: overlap, because: `the same words: "${run.join(' ')}"` };
  const byWords = matchWords(left, right);
  return byWords.kind === 'same' ? byWords : (matchActions(left, right) ?? byWords);
}

/** How sure a join is that rests on the actions alone; words in common make it surer. */
const ACTION_SCORE = 0.7;

/**
 * Two outlets may share hardly a word of a pledge but the deed: "ready to send up to 3,000 soldiers
 * to guard the crossings", "would send 4,000 troops if parliament approves".
 */
function matchActions(left: Report, right: Report): ReportMatch | null {
  for (const one of left.actions)
    for (const other of right.actions) {
      if (one.isNo !== other.isNo || matchMatter(one.matter, other.matter).kind !== 'same')
        continue;
      return { kind: 'same', score: ACTION_SCORE, because: 'one deed is promised or refused' };
    }
  return null;
}

/** A telling number that both have is a shared word: "15 per cent", whatever is said around it. */
function countShared(left: Matter, right: Matter) {
  const { overlap, jaccard } = scoreOverlap(left, right);
  const fewer = Math.min(left.keys.size, right.keys.size);
  const words = Math.round(overlap * fewer);
  if (!sharesNumber(left, right)) return { shared: words, overlap, jaccard };
  const shared = words + 1;
  const union = left.keys.size + right.keys.size - words + 1;
  return { shared, overlap: shared / (fewer + 1), jaccard: shared / union };
}

function matchWords(left: Report, right: Report): ReportMatch {
  if (left.isNegated !== right.isNegated) return { kind: 'different', because: 'yes and no' };
  const asTold = matchClaims(widen(left, right), widen(right, left));
  // One outlet may leave a condition out: what hangs on it is then compared.
  if (asTold.kind === 'same' || (left.core === null) === (right.core === null)) return asTold;
  return matchClaims(left.core ?? widen(left, right), right.core ?? widen(right, left));
}

function matchClaims(one: Matter, other: Matter): ReportMatch {
  const { shared, overlap, jaccard } = countShared(one, other);
  const isEnough =
    (overlap >= HIGH_OVERLAP && jaccard >= HIGH_JACCARD) ||
    (overlap >= RUN_OVERLAP && jaccard >= EVEN_JACCARD);
  if (shared < LEAST_SHARED || !isEnough)
    return { kind: 'different', because: 'few words in common' };
  const slot = findSlotConflict(one, other);
  if (slot !== null) return { kind: 'different', because: slot };
  return { kind: 'same', score: (overlap + jaccard) / 2, because: `${shared} words in common` };
}
