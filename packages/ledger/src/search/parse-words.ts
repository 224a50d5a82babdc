/**
 * What a user types into the search field, as words to find and words to leave out; and where
 * the found words stand in a text.
 * @module
 */
import type { Span } from '@onrecord/record';
import type { WordsQuery } from '../store/dialect.ts';
import { foldWords, foldWordsWithSpans } from './fold-words.ts';

/** A quoted phrase (an open quotation mark reaches to the end) or a run without spaces. */
const PIECE = /(-?)(?:"([^"]*)(?:"|$)|([^\s"]+))/g;

/**
 * Parse a query. Words are joined by "and"; a hyphenated or apostrophed word is a phrase.
 * @returns null when there is no word in it
 * @example
 * parseWords('troops "peace deal" -navy')
 * // { all: [['troop'], ['peac', 'deal']], none: [['navi']] }
 */
export function parseWords(query: string): WordsQuery | null {
  const all: string[][] = [];
  const none: string[][] = [];
  for (const [, minus, phrase, run] of query.replace(/[“”„«»]/g, '"').matchAll(PIECE)) {
    const words = foldWords(phrase ?? run ?? '');
    if (words.length > 0) (minus === '-' ? none : all).push(words);
  }
  return all.length === 0 && none.length === 0 ? null : { all, none };
}

/**
 * Find where the wanted phrases stand in a text.
 * @param offset is added to each span
 * @returns spans in order; a phrase is one span from its first word to its last
 */
export function findHighlights(text: string, query: WordsQuery, offset: number): Span[] {
  const placed = foldWordsWithSpans(text);
  const found: Span[] = [];
  for (let at = 0; at < placed.length; at++) {
    let longest = 0;
    for (const phrase of query.all)
      if (phrase.every((word, index) => placed[at + index]?.word === word))
        longest = Math.max(longest, phrase.length);
    const [first, last] = [placed[at], placed[at + longest - 1]];
    if (longest === 0 || first === undefined || last === undefined) continue;
    found.push([first.span[0] + offset, last.span[1] + offset]);
    at += longest - 1;
  }
  return found;
}
