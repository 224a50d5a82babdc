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
/** No kind has more features in one word. */
export const MOST_FEATURES = MAX_GRAMS;

/** The features of a word form. */
export interface WordFeatures {
  readonly word: number;
  readonly affixes: readonly number[];
  readonly grams: readonly number[];
}

/** FNV-1a over UTF-16 units, seeded by the kind of feature: where it starts, a step, where it ends. */
const startHash = (kind: number): number => 0x811c9dc5 ^ Math.imul(kind, 0x9e3779b1);
const addUnit = (value: number, unit: number): number => Math.imul(value ^ unit, 0x01000193);
/** Never 0, which stands for no feature. */
const endHash = (value: number): number => (value ^ (value >>> 15)) >>> 0 || 1;

function hashUnits(kind: number, text: string, start = 0, end = text.length): number {
  let value = startHash(kind);
  for (let at = start; at < end; at++) value = addUnit(value, text.charCodeAt(at));
  return endHash(value);
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

/** The hash of a form's shape; no string is made for letters of ASCII, which most forms have alone. */
function hashShape(form: string): number {
  let value = startHash(Kind.Shape);
  let last = 0;
  let run = 0;
  let size = 0;
  for (let at = 0; at < form.length; at++) {
    const code = form.charCodeAt(at);
    if (0x80 <= code) return hashUnits(Kind.Shape, shapeOf(form));
    const kind = asciiShape(code);
    run = kind === last ? run + 1 : 1;
    last = kind;
    if (LONGEST_RUN < run) continue;
    if (size++ < LONGEST_SHAPE) value = addUnit(value, kind);
  }
  return endHash(value);
}

/** What `shapeKind` gives, for a code unit of ASCII. */
function asciiShape(code: number): number {
  if (0x61 <= code && code <= 0x7a) return 0x78;
  if (0x41 <= code && code <= 0x5a) return 0x58;
  return 0x30 <= code && code <= 0x39 ? 0x64 : code;
}

/** Trigrams of letters between a mark for the beginning (1) and one for the end (2). */
function hashGrams(units: string): number[] {
  const n = Math.min(units.length, MAX_GRAMS + 1);
  const count = Math.min(n, MAX_GRAMS);
  const grams: number[] = [];
  for (let at = 0; at < count; at++) {
    let value = addUnit(startHash(Kind.Gram), at === 0 ? 1 : units.charCodeAt(at - 1));
    value = addUnit(value, units.charCodeAt(at));
    grams.push(endHash(addUnit(value, at + 1 === n ? 2 : units.charCodeAt(at + 1))));
  }
  return grams;
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
  affixes.push(hashShape(form));
  return { word: hashUnits(Kind.Lower, units), affixes, grams: hashGrams(units) };
}
