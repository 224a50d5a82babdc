/**
 * Hashes of words and of their endings, read straight from the text: lower-cased, curly quotation
 * marks and dashes straightened, so that "Don’t" and "don't" are one row of the embedding table.
 * FNV-1a over UTF-16 units; the trainer computes the same.
 * @module
 */

const BASIS = 0x811c9dc5;
const PRIME = 0x01000193;

/** How a unit outside ASCII enters the hash. */
const STRAIGHT: ReadonlyMap<number, string> = new Map([
  [0x2018, "'"],
  [0x2019, "'"],
  [0x201c, '"'],
  [0x201d, '"'],
  [0x2013, '--'],
  [0x2014, '--'],
]);

/** Hash the word at `[start, end)` of the text, folded. @returns an unsigned 32-bit number */
export function hashWord(text: string, start: number, end: number): number {
  let hash = BASIS;
  for (let at = start; at < end; at++) {
    let code = text.charCodeAt(at);
    if (0x7f < code) return hashString(foldWord(text.slice(start, end)));
    if (0x41 <= code && code <= 0x5a) code |= 0x20;
    hash = Math.imul(hash ^ code, PRIME);
  }
  return hash >>> 0;
}

/** Hash the last three units of a word, folded; the whole of a shorter one. */
export function hashEnding(text: string, start: number, end: number): number {
  return hashWord(text, Math.max(start, end - 3), end);
}

/** Lower-case, with straight marks: the key of the embedding table. */
export function foldWord(word: string): string {
  let folded = '';
  for (const letter of word.toLowerCase()) folded += STRAIGHT.get(letter.charCodeAt(0)) ?? letter;
  return folded;
}

function hashString(word: string): number {
  let hash = BASIS;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), PRIME);
  return hash >>> 0;
}
