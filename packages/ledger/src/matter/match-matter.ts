/**
 * Whether two stretches of words are about one matter. Method: shared content words, and three
 * signs that two alike stretches speak of two things: different names, words that exclude one
 * another, and two different words in one slot ("fuel tax", "property tax").
 * @module
 */
import type { Matter, MatterWord } from './fold-matter.ts';

/** How two matters meet; `overlap` is the share of the shorter's words, `jaccard` of all. */
export type MatterMatch =
  | { kind: 'same'; overlap: number; jaccard: number }
  | { kind: 'different'; because: string; overlap: number; jaccard: number };

/** Letters that two names must share at their start: "Tavria" and "Tavrian", not "Kessland". */
const NAME_STEM = 4;

/** Whether two names may be forms of one: the country and its adjective. */
const isSameName = (left: string, right: string): boolean => {
  const length = Math.min(left.length, right.length) - 2;
  const stem = Math.max(NAME_STEM, length);
  return left === right || (left.length >= stem && left.slice(0, stem) === right.slice(0, stem));
};

function isShared(word: MatterWord, other: Matter): boolean {
  if (other.keys.has(word.key)) return true;
  if (!word.isName) return false;
  for (const name of other.names) if (isSameName(name, word.key)) return true;
  return false;
}

/** Each word once; kept with its matter, which is compared many times. */
const distinctWords = new WeakMap<Matter, readonly MatterWord[]>();

function distinct(matter: Matter): readonly MatterWord[] {
  const known = distinctWords.get(matter);
  if (known !== undefined) return known;
  const seen = new Set<string>();
  const words = matter.words.filter((word) => !seen.has(word.key) && seen.add(word.key));
  distinctWords.set(matter, words);
  return words;
}

/** The words that stand in the slots around each shared word: before it, and after it. */
function slotsOf(matter: Matter, other: Matter): Map<string, MatterWord> {
  const slots = new Map<string, MatterWord>();
  for (const [index, word] of matter.words.entries()) {
    if (!isShared(word, other)) continue;
    const before = matter.words[index - 1];
    const after = matter.words[index + 1];
    if (before !== undefined) slots.set(`<${word.key}`, before);
    if (after !== undefined) slots.set(`>${word.key}`, after);
  }
  return slots;
}

/** Two different words in one slot, as "fuel/property", or null. */
export function findSlotConflict(left: Matter, right: Matter): string | null {
  const slots = slotsOf(right, left);
  for (const [slot, word] of slotsOf(left, right)) {
    const other = slots.get(slot);
    if (other === undefined || isShared(word, right) || isShared(other, left)) continue;
    return `${word.key}/${other.key}`;
  }
  return null;
}

/** Names that each side has alone, as "asker/tolm", or null. */
export function findNameConflict(left: Matter, right: Matter): string | null {
  const alone = (one: Matter, other: Matter) =>
    [...one.names].find(
      (name) => !other.keys.has(name) && ![...other.names].some((o) => isSameName(name, o)),
    );
  const onlyLeft = alone(left, right);
  const onlyRight = alone(right, left);
  return onlyLeft !== undefined && onlyRight !== undefined ? `${onlyLeft}/${onlyRight}` : null;
}

/** Words that exclude one another, as "north/south", or null. */
export function findExclusion(left: Matter, right: Matter): string | null {
  for (const [group, words] of left.excluding) {
    const others = right.excluding.get(group);
    if (others === undefined) continue;
    if (![...words].some((word) => others.has(word))) return `${[...words]}/${[...others]}`;
  }
  return null;
}

/** The shares of common words of two matters. */
export function scoreOverlap(left: Matter, right: Matter): { overlap: number; jaccard: number } {
  const leftWords = distinct(left);
  const rightCount = distinct(right).length;
  let shared = 0;
  for (const word of leftWords) if (isShared(word, right)) shared += 1;
  const union = leftWords.length + rightCount - shared;
  return {
    overlap: Math.min(1, shared / Math.max(1, Math.min(leftWords.length, rightCount))),
    jaccard: union === 0 ? 0 : shared / union,
  };
}

/** The least share of the shorter's words: "send soldiers" lies within "send soldiers to guard". */
const LEAST_OVERLAP = 0.6;

/** One word alone ("send") is no matter, unless the other side has no more either. */
const LEAST_SHARED = 2;

/**
 * Compare two matters.
 * @returns `different` with the reason, else `same` with how much they share
 */
export function matchMatter(left: Matter, right: Matter): MatterMatch {
  const shares = scoreOverlap(left, right);
  if (shares.overlap < LEAST_OVERLAP)
    return { kind: 'different', because: 'few words in common', ...shares };
  const [fewer, more] = [left.keys.size, right.keys.size].sort((a, b) => a - b);
  if ((fewer ?? 0) < LEAST_SHARED && fewer !== more)
    return { kind: 'different', because: 'too few words to compare', ...shares };
  const conflict =
    findExclusion(left, right) ?? findNameConflict(left, right) ?? findSlotConflict(left, right);
  if (conflict !== null) return { kind: 'different', because: conflict, ...shares };
  return { kind: 'same', ...shares };
}
