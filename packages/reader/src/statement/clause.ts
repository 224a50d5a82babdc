/**
 * The clause of a cue: its verb, and the phrases that hang on it outside what is attributed. The
 * addressee, the occasion and the date of a statement are looked for there.
 * @module
 */
import type { Attribution } from '../layers.ts';
import { findPhrase } from '../mention/noun-phrase.ts';
import type { Words } from '../mention/words.ts';

/** A cue's clause. */
export interface CueClause {
  /** The cue's verb or noun, -1 where the attribution has no cue. */
  readonly verb: number;
  /** The sentence of the cue, or of the content where there is no cue. */
  readonly sentence: number;
  /** Whether a token is part of what is attributed. */
  readonly isContent: (token: number) => boolean;
}

/** The first token that ends after an offset. */
export function tokenAfter(words: Words, offset: number): number {
  const { end, length } = words.analysis.tokens;
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((end[middle] as number) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Find the clause of an attribution. @returns null for one without words. */
export function findCueClause(words: Words, attribution: Attribution): CueClause | null {
  const span = attribution.cue[0] ?? attribution.source[0] ?? attribution.content[0];
  if (!span || words.length === 0) return null;
  const first = tokenAfter(words, span[0]);
  if (first >= words.length) return null;
  const { start } = words.analysis.tokens;
  let verb = attribution.cue.length > 0 ? first : -1;
  const { head } = words.phrases;
  for (let token = first; token < words.length && (start[token] as number) < span[1]; token++) {
    if (verb < 0) break;
    const above = head[token] as number;
    // The cue's own head: the word that hangs on nothing inside the cue.
    if (words.upos[token] === 'VERB' && (above < first || (start[above] as number) >= span[1])) {
      verb = token;
      break;
    }
  }
  const { tokens } = words.analysis;
  const isContent = (token: number): boolean =>
    attribution.content.some(
      ([from, to]) =>
        from <= (tokens.start[token] as number) && (tokens.start[token] as number) < to,
    );
  return { verb, sentence: words.analysis.sentences.of[first] as number, isContent };
}

/** The children of a token, in the order of the text. */
export function childrenOf(words: Words, token: number): number[] {
  const { child, sibling } = words.phrases;
  const found: number[] = [];
  for (let at = child[token] as number; 0 <= at; at = sibling[at] as number) found.push(at);
  return found;
}

/** The preposition of a phrase, in lower case; '' where it has none. */
export function caseOf(words: Words, token: number): string {
  for (const at of childrenOf(words, token))
    if (words.phrases.deprel[at] === 'case' && at < token) return words.lower[at] as string;
  return '';
}

/** The span of the phrase of a head, with its preposition where asked. */
export function phraseSpan(words: Words, head: number, from?: number): [number, number] {
  const [start, end] = findPhrase(words, head);
  const first = Math.min(start, from ?? start);
  const { tokens } = words.analysis;
  return [tokens.start[first] as number, tokens.end[end - 1] as number];
}
