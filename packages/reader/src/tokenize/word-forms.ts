/**
 * Each distinct word once: its letters and its lower-case letters as the same strings wherever it
 * stands, so that look-ups find their hash ready and nothing is cut out of the text a second time.
 * What is given back depends on the letters alone; when the memo is full it starts anew.
 * @module
 */

import type { Tokens } from '../layers.ts';

/** A word without its place. */
export interface WordForm {
  readonly form: string;
  readonly lower: string;
  /** It begins with a capital letter: digits and marks do not differ from their small letter. */
  readonly isCapital: boolean;
  /**
   * A number that no other word is ever given, for tables by word (`form-table.ts`); -1 for a word
   * that is too long to be kept.
   */
  readonly number: number;
  /** What the lexicon of mentions knows of the word, kept here by `mention/words.ts`. */
  lexical: LexicalForm | undefined;
}

/** A word with a lemma: the lemma in lower case, and the lexicon's bits of both. */
export interface LexicalForm {
  readonly tagged: string;
  readonly lemma: string;
  readonly bits: number;
}

/** Distinct words that are kept, a power of two: eighty news articles have nine thousand. */
export const WORD_CAPACITY = 16_384;
const MASK = WORD_CAPACITY * 2 - 1;
/** Longer words are no words; they are made each time, so that the memo stays small. */
export const LONGEST_WORD = 64;
/** From this length on V8 keeps a cut as a view that holds the whole text in memory. */
const SHORTEST_VIEW = 13;

const slots = new Int32Array(WORD_CAPACITY * 2).fill(-1);
const hashes = new Int32Array(WORD_CAPACITY);
const forms: WordForm[] = [];
/** The number of the first word since the memo was empty: words forgotten keep theirs. */
let base = 0;

/** Several stages read the words of one article; they are found once and go with its tokens. */
const MADE = new WeakMap<Tokens, readonly WordForm[]>();

/** The word of each token: the same list for the same tokens. */
export function readForms(tokens: Tokens): readonly WordForm[] {
  const known = MADE.get(tokens);
  if (known) return known;
  const { text, length, start, end } = tokens;
  const made: WordForm[] = new Array(length);
  for (let token = 0; token < length; token++)
    made[token] = findWordForm(text, start[token]!, end[token]!);
  MADE.set(tokens, made);
  return made;
}

/** The word at `[start, end)` of a text. */
export function findWordForm(text: string, start: number, end: number): WordForm {
  if (LONGEST_WORD < end - start) return makeWordForm(text.slice(start, end), -1);
  // FNV-1a over the UTF-16 units.
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash ^= hash >>> 15;
  let slot = hash & MASK;
  for (let entry = slots[slot]!; 0 <= entry; entry = slots[slot]!) {
    if (hashes[entry] === hash && isAt(forms[entry]!.form, text, start, end)) return forms[entry]!;
    slot = (slot + 1) & MASK;
  }
  if (forms.length === WORD_CAPACITY) {
    slots.fill(-1);
    forms.length = 0;
    base += WORD_CAPACITY;
    slot = hash & MASK;
  }
  const made = makeWordForm(copyOf(text.slice(start, end)), base + forms.length);
  slots[slot] = forms.length;
  hashes[forms.length] = hash;
  forms.push(made);
  return made;
}

function isAt(form: string, text: string, start: number, end: number): boolean {
  if (form.length !== end - start) return false;
  for (let at = start; at < end; at++)
    if (form.charCodeAt(at - start) !== text.charCodeAt(at)) return false;
  return true;
}

function makeWordForm(form: string, number: number): WordForm {
  const lower = form.toLowerCase();
  const isCapital = form.charCodeAt(0) !== lower.charCodeAt(0);
  return { form, lower, isCapital, number, lexical: undefined };
}

/** The same letters, without the text around them. */
function copyOf(form: string): string {
  if (form.length < SHORTEST_VIEW) return form;
  const units = Array.from({ length: form.length }, (_, at) => form.charCodeAt(at));
  return String.fromCharCode(...units);
}
