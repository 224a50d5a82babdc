/**
 * What the network sees of a word form: hashes of the word, its first and last letters, its shape
 * and its letter trigrams. The same as `packages/train/language/features.py`, to the bit; a
 * change of either changes the name of the feature set, and old weights are refused.
 * @module
 */

/** The name of this feature set, written into model files. */
export const LANGUAGE_FEATURES = 'word-affix-gram-1';

const Kind = { Lower: 0, Prefix: 1, Suffix: 2, Shape: 3, Gram: 4 } as const;
const MAX_PREFIX = 3;
const MAX_SUFFIX = 4;
const MAX_GRAMS = 16;
/** Runs of one shape are cut here: "Xxxx" and "Xxxxxxx" are the same. */
const LONGEST_RUN = 3;
const LONGEST_SHAPE = 12;

/** The features of a word form. */
export interface WordFeatures {
  readonly word: number;
  readonly affixes: readonly number[];
  readonly grams: readonly number[];
}

/** FNV-1a over UTF-16 units, seeded by the kind of feature; never 0. */
function hashUnits(kind: number, text: string, start = 0, end = text.length): number {
  let value = 0x811c9dc5 ^ Math.imul(kind, 0x9e3779b1);
  for (let at = start; at < end; at++) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  value = (value ^ (value >>> 15)) >>> 0;
  return value === 0 ? 1 : value;
}

const PLAIN = /^[A-Za-z'-]*$/;

/** Lower case, digits as 0, curly apostrophes inside a word as straight ones. */
export function normalForm(form: string): string {
  if (PLAIN.test(form)) return form.toLowerCase();
  let lower = '';
  for (const letter of form) {
    const small = letter.toLowerCase();
    if ('0' <= letter && letter <= '9' && letter.length === 1) lower += '0';
    else lower += small.length === letter.length ? small : letter;
  }
  return lower.length > 1 ? lower.replaceAll('’', "'") : lower;
}

function shapeOf(form: string): string {
  let shape = '';
  let last = '';
  let run = 0;
  for (const letter of form) {
    const kind = shapeKind(letter);
    run = kind === last ? run + 1 : 1;
    last = kind;
    if (run <= LONGEST_RUN) shape += kind;
  }
  return [...shape].slice(0, LONGEST_SHAPE).join('');
}

function shapeKind(letter: string): string {
  if ('0' <= letter && letter <= '9' && letter.length === 1) return 'd';
  if (letter.toLowerCase() !== letter) return 'X';
  return letter.toUpperCase() === letter ? letter : 'x';
}

/** Hash a word form into the network's features. */
export function findWordFeatures(form: string): WordFeatures {
  const units = normalForm(form);
  const affixes: number[] = [];
  for (let n = 1; n <= MAX_PREFIX && n <= units.length; n++) {
    affixes.push(hashUnits(Kind.Prefix, units, 0, n));
  }
  for (let n = 1; n <= MAX_SUFFIX && n <= units.length; n++) {
    affixes.push(hashUnits(Kind.Suffix, units, units.length - n));
  }
  affixes.push(hashUnits(Kind.Shape, shapeOf(form)));
  const padded = `\u0001${units.slice(0, MAX_GRAMS + 1)}\u0002`;
  const grams: number[] = [];
  for (let at = 0; at + 3 <= padded.length && at < MAX_GRAMS; at++) {
    grams.push(hashUnits(Kind.Gram, padded, at, at + 3));
  }
  return { word: hashUnits(Kind.Lower, units), affixes, grams };
}
