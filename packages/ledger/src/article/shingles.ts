/**
 * Sequences of four words and their MinHash bands (Broder 1997): two articles that share a band
 * are worth comparing; how alike they are is then counted on the sequences themselves.
 * @module
 */
import type { Article } from '@onrecord/record';
import { isMark, stripMarks } from '../search/fold-words.ts';

/** Four words: two reporters at one speech share shorter ones by chance. */
const SHINGLE_WORDS = 4;
/** Three hashes a band: two articles on one subject share a hash now and then, not three. */
const ROWS = 3;
/** Twelve bands of the whole: with half of all sequences in common two articles meet with 80 %. */
const BANDS = 12;
/** Four bands of the beginning: a reprint is cut from the end. */
const HEAD_BANDS = 4;
/** The beginning, in sequences: some four paragraphs. */
const HEAD = 120;
/** Under this many sequences chance is too strong. */
const LEAST_SHINGLES = 20;
/** More of a very long text than this adds nothing to telling it from others. */
const MOST_WORDS = 50_000;

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

const FNV_START = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** FNV-1a over UTF-16 code units. */
function hashWord(word: string): number {
  let hash = FNV_START;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), FNV_PRIME);
  return hash;
}

/** The finishing steps of MurmurHash3: spreads a number over 32 bits. */
function scramble(given: number): number {
  let hash = given;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The hashes of a text's words, without case and accents. */
function hashWords(text: string): number[] {
  const hashes: number[] = [];
  let hash = FNV_START;
  let length = 0;
  for (let at = 0; at <= text.length; at++) {
    // Past the end stands a space, which ends the last word.
    const unit = at < text.length ? text.charCodeAt(at) : 32;
    if (0x7f < unit && !isMark(unit)) return hashAnyWords(text);
    const lower = unit < 91 && 64 < unit ? unit + 32 : unit;
    const isWord = (96 < lower && lower < 123) || (47 < lower && lower < 58);
    if (isWord) {
      hash = Math.imul(hash ^ lower, FNV_PRIME);
      length++;
    } else if (length > 0) {
      hashes.push(hash);
      if (hashes.length === MOST_WORDS) break;
      hash = FNV_START;
      length = 0;
    }
  }
  return hashes;
}

/** The same for a text with letters beyond ASCII. */
function hashAnyWords(text: string): number[] {
  const hashes: number[] = [];
  for (const match of text.matchAll(WORD)) {
    hashes.push(hashWord(stripMarks(match[0])));
    if (hashes.length === MOST_WORDS) break;
  }
  return hashes;
}

/** The hashes of an article's four-word sequences: of its paragraphs, where they are known. */
export function findShingles(article: Article): Set<number> {
  const paragraphs = article.parts.filter((part) => part.kind === 'paragraph');
  const text =
    paragraphs.length === 0
      ? article.text
      : paragraphs.map(({ span }) => article.text.slice(...span)).join('\n');
  const hashes = hashWords(text);
  const shingles = new Set<number>();
  for (let at = 0; at + SHINGLE_WORDS <= hashes.length; at++) {
    let hash = 0;
    for (let next = at; next < at + SHINGLE_WORDS; next++)
      hash = Math.imul(hash, 31) + (hashes[next] ?? 0);
    shingles.add(scramble(hash));
  }
  return shingles;
}

/** The bands of a set of sequences, each with its number in it; none for a very short text. */
export function findBands(shingles: ReadonlySet<number>): number[] {
  if (shingles.size < LEAST_SHINGLES) return [];
  const head: number[] = [];
  // A set keeps the order of the text.
  for (const shingle of shingles) {
    head.push(shingle);
    if (head.length === HEAD) break;
  }
  return [
    ...bandsOf(shingles, { first: 0, count: BANDS }),
    ...bandsOf(head, { first: BANDS, count: HEAD_BANDS }),
  ];
}

function bandsOf(
  shingles: Iterable<number>,
  { first, count }: { first: number; count: number },
): number[] {
  const least = new Uint32Array(count * ROWS).fill(0xffffffff);
  for (const shingle of shingles)
    for (let row = 0; row < least.length; row++) {
      const hash = scramble(shingle ^ Math.imul(row + 1, 0x9e3779b1));
      if (hash < (least[row] ?? 0)) least[row] = hash;
    }
  return Array.from({ length: count }, (_, at) => {
    const band = first + at;
    let hash = band + 1;
    for (let row = 0; row < ROWS; row++)
      hash = scramble(Math.imul(hash, 31) + (least[at * ROWS + row] ?? 0));
    return hash * (BANDS + HEAD_BANDS) + band;
  });
}

/** How much two sets of sequences share: of both (Jaccard), and of the smaller. */
export function compareShingles(
  one: ReadonlySet<number>,
  other: ReadonlySet<number>,
): { jaccard: number; contained: number } {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  if (small.size === 0) return { jaccard: 0, contained: 0 };
  let shared = 0;
  for (const shingle of small) if (large.has(shingle)) shared++;
  return { jaccard: shared / (small.size + large.size - shared), contained: shared / small.size };
}
