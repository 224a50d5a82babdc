/**
 * Each distinct word once: its letters and its lower-case letters as the same strings wherever it
 * stands, so that look-ups find their hash ready and nothing is cut out of the text a second time.
 * What is given back depends on the letters alone; when the memo is full it forgets the words that
 * were not read again.
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
   * A number that no other word is ever given, for tables by word (`form-table.ts`): its lowest bits
   * are the word's place in the memo. -1 for a word that is too long to be kept.
   */
  readonly number: number;
  /** It was read since the memo was last full. */
  isUsed: boolean;
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
/** Words that may stay when the memo is full: two in three are read but once in a hundred articles. */
const MOST_KEPT = WORD_CAPACITY * 0.75;
/** Longer words are no words; they are made each time, so that the memo stays small. */
export const LONGEST_WORD = 64;
/** From this length on V8 keeps a cut as a view that holds the whole text in memory. */
const SHORTEST_VIEW = 13;

const slots = new Int32Array(WORD_CAPACITY * 2).fill(-1);
const hashes = new Int32Array(WORD_CAPACITY);
const forms: WordForm[] = [];
/** Places in the memo that a forgotten word has left. */
const free: number[] = [];
/** How often the memo was full: the upper bits of a new word's number. */
let fills = 0;

/** Several stages read the words of one article; they are found once and go with its tokens. */
const MADE = new WeakMap<Tokens, readonly WordForm[]>();
/** Those asked for last: rules ask word by word. */
let last: { readonly tokens: Tokens; readonly words: readonly WordForm[] } | undefined;

/** The word of each token: the same list for the same tokens. */
export function readForms(tokens: Tokens): readonly WordForm[] {
  if (last?.tokens === tokens) return last.words;
  let words = MADE.get(tokens);
  if (!words) {
    words = findWordForms(tokens);
    MADE.set(tokens, words);
  }
  last = { tokens, words };
  return words;
}

function findWordForms({ text, length, start, end }: Tokens): WordForm[] {
  const words: WordForm[] = new Array(length);
  for (let token = 0; token < length; token++)
    words[token] = findWordForm(text, start[token]!, end[token]!);
  return words;
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
    const form = forms[entry]!;
    if (hashes[entry] === hash && isAt(form.form, text, start, end)) {
      form.isUsed = true;
      return form;
    }
    slot = (slot + 1) & MASK;
  }
  const place = takePlace();
  const made = makeWordForm(copyOf(text.slice(start, end)), fills * WORD_CAPACITY + place);
  forms[place] = made;
  hashes[place] = hash;
  putSlot(place);
  return made;
}

/** A place for one word more; a full memo forgets the words that were not read since it last was. */
function takePlace(): number {
  const left = free.pop();
  if (left !== undefined) return left;
  if (forms.length < WORD_CAPACITY) return forms.length;
  fills++;
  slots.fill(-1);
  const used = forms.filter((form) => form.isUsed).length;
  for (let place = WORD_CAPACITY - 1; 0 <= place; place--) {
    const form = forms[place]!;
    // Where nearly all were read again, forgetting the rest would help too little: all go.
    if (!form.isUsed || MOST_KEPT < used) free.push(place);
    else putSlot(place);
    form.isUsed = false;
  }
  return free.pop()!;
}

function putSlot(place: number): void {
  let slot = hashes[place]! & MASK;
  while (0 <= slots[slot]!) slot = (slot + 1) & MASK;
  slots[slot] = place;
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
  return { form, lower, isCapital, number, isUsed: false, lexical: undefined };
}

/** The same letters, without the text around them. */
function copyOf(form: string): string {
  if (form.length < SHORTEST_VIEW) return form;
  const units = Array.from({ length: form.length }, (_, at) => form.charCodeAt(at));
  return String.fromCharCode(...units);
}
