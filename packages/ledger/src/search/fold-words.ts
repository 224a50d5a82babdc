/**
 * Text to the words that are searched: without case and accents, stemmed, in their order, each
 * with its place. Indexing, queries and highlights all go through here, so they agree.
 * @module
 */
import type { Span } from '@onrecord/record';
import { stem } from './stem.ts';

/** Letters with their marks, and digits. An apostrophe ends a word: "Maretti's" is "maretti", "s". */
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII is meant
const IS_ASCII = /^[\x00-\x7f]*$/;

/** Words seen lately and their folded forms; language repeats itself. */
const kept = new Map<string, string>();
const WORDS_KEPT = 50_000;

/** A word longer than this is cut: both engines limit a word's length (PostgreSQL: 2,046 bytes). */
const LONGEST_WORD = 64;

/** A word without case, accents and endings. */
export function foldWord(word: string): string {
  const before = kept.get(word);
  if (before !== undefined) return before;
  const plain = stripMarks(word).slice(0, LONGEST_WORD);
  const folded = stem(plain);
  if (kept.size >= WORDS_KEPT) kept.clear();
  kept.set(word, folded);
  return folded;
}

/** Lower case without accents: "Élan" → "elan"; ligatures are taken apart. */
export function stripMarks(word: string): string {
  if (IS_ASCII.test(word)) return word.toLowerCase();
  return word
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}

/** Dashes, curly quotation marks, hard spaces, signs: beyond ASCII, and no part of a word. */
export const isMark = (unit: number): boolean =>
  (0x2000 <= unit && unit < 0x2070) || unit < 0xaa || unit === 0xab || unit === 0xbb;

/** The words of a text: by hand, since most are ASCII with curly marks between, and Unicode's classes are slow. */
function splitWords(text: string): readonly string[] {
  const words: string[] = [];
  let start = -1;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const lower = unit | 32;
    const isWord = (96 < lower && lower < 123 && unit < 123) || (47 < unit && unit < 58);
    if (isWord) {
      if (start < 0) start = at;
      continue;
    }
    if (0x7f < unit && !isMark(unit)) return text.match(WORD) ?? [];
    if (0 <= start) words.push(text.slice(start, at));
    start = -1;
  }
  if (0 <= start) words.push(text.slice(start));
  return words;
}

/** The folded words of a text, in their order. */
export function foldWords(text: string): string[] {
  const folded: string[] = [];
  for (const word of splitWords(text)) {
    const form = foldWord(word);
    if (form !== '') folded.push(form);
  }
  return folded;
}

/** A folded word and where it stands. */
export interface PlacedWord {
  word: string;
  span: Span;
}

/** The folded words of a text with their places. */
export function foldWordsWithSpans(text: string): PlacedWord[] {
  const placed: PlacedWord[] = [];
  for (const match of text.matchAll(WORD)) {
    const word = foldWord(match[0]);
    if (word !== '') placed.push({ word, span: [match.index, match.index + match[0].length] });
  }
  return placed;
}
