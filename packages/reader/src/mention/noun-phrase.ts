/**
 * Noun phrases: the stretch of a nominal head with its determiners, modifiers and relative
 * clauses, without appositions, conjuncts and the preposition before it. The same extents as
 * GUM's mentions have ("Research on …" ends before the next conjunct; "(L2)" is its own).
 * @module
 */
import type { Words } from './words.ts';

/** Relations that belong to the phrase of their head, with all that hangs on them. */
const INSIDE = new Set([
  'det',
  'det:predet',
  'amod',
  'nummod',
  'compound',
  'flat',
  'fixed',
  'nmod',
  'nmod:poss',
  'nmod:desc',
  'nmod:unmarked',
  'nmod:npmod',
  'nmod:tmod',
  'acl',
  'acl:relcl',
  'goeswith',
]);
/** Adverbs count when they stand before the head's own words: "nearly eight of 10 voters". */
const ADVERB = 'advmod';

/** A phrase as a half-open range of tokens. */
export type PhraseRange = readonly [start: number, end: number];

/**
 * The phrase of a nominal head.
 * @param after - no child left of this token counts (a sentence's start, a title's end).
 */
export function findPhrase(words: Words, head: number): PhraseRange {
  const { child, sibling, deprel, first, last } = words.phrases;
  let start = head;
  let end = head + 1;
  // "possibly in November": what stands before the preposition is outside.
  const from = lastCase(words, head) + 1;
  for (let at = child[head] as number; 0 <= at; at = sibling[at] as number) {
    const relation = deprel[at] as string;
    const isInside =
      INSIDE.has(relation) ||
      (relation === ADVERB && at < head && words.upos[head] !== 'VERB' && !isNegation(words, at)) ||
      // "Many of his supporters": hung on an adjective or number like a complement of a verb.
      (relation === 'obl' &&
        head < at &&
        words.upos[head] !== 'VERB' &&
        words.lower[head + 1] === 'of') ||
      (relation === 'case' && at === end && isPossessive(words, at));
    if (!isInside || at < from) continue;
    if ((first[at] as number) < start) start = first[at] as number;
    if (end <= (last[at] as number)) end = (last[at] as number) + 1;
  }
  return trimPhrase(words, start, end, head);
}

/** Pronouns that open a clause and are no part of the phrase behind them. */
export const OPENERS: ReadonlySet<string> = new Set(['what', 'whatever', 'whom', 'who', 'why']);

/** "'s" and "'" after a name belong to its phrase, as in GUM and PolNeAR. */
export function isPossessive(words: Words, token: number): boolean {
  const form = words.lower[token] as string;
  return form === "'s" || form === '’s' || form === "'" || form === '’';
}

/** The last preposition before a head that hangs on it, -1 where none does. */
function lastCase(words: Words, head: number): number {
  const { child, sibling, deprel } = words.phrases;
  let found = -1;
  for (let at = child[head] as number; 0 <= at && at < head; at = sibling[at] as number)
    if (deprel[at] === 'case') found = at;
  return found;
}

/** "She wasn't a person who": the verb's negation hangs on the predicate. */
function isNegation(words: Words, token: number): boolean {
  return /^(?:not|n't|n’t|never|just|only|also|still|already|even|now|then)$/.test(
    words.lower[token] as string,
  );
}

function trimPhrase(words: Words, start: number, end: number, head: number): PhraseRange {
  let from = start;
  let to = end;
  while (from < head && (words.upos[from] === 'PUNCT' || words.upos[from] === 'CCONJ')) from++;
  // "of what | Chairman Vale asked for": the tree hung the pronoun on the name.
  for (let at = head - 1; from <= at; at--)
    if (OPENERS.has(words.lower[at] as string)) from = at + 1;
  while (
    head + 1 < to &&
    words.upos[to - 1] === 'PUNCT' &&
    words.form[to - 1] !== ')' &&
    !isPossessive(words, to - 1)
  )
    to--;
  return [from, to];
}
