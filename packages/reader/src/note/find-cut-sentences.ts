/**
 * Sentences that were cut because they are longer than the parser takes: their ends are a guess, and
 * so are the trees on both sides of the cut.
 * @module
 */
import type { Note } from '@onrecord/record';
import type { Sentences, Tokens } from '../layers.ts';
import { LONGEST_SENTENCE } from '../tokenize/find-sentences.ts';

/** From here on a sentence may be cut at a comma, a semicolon, a colon or a dash. */
const NEARLY_LONGEST = LONGEST_SENTENCE * 0.8;

/**
 * Tell of cut sentences: one note with their number and the first cut.
 * @returns no note where no sentence was cut
 */
export function findCutSentences(tokens: Tokens, sentences: Sentences): Note[] {
  let count = 0;
  let first = -1;
  for (let sentence = 0; sentence + 1 < sentences.length; sentence++) {
    if (!isCut(tokens, sentences, sentence)) continue;
    if (first < 0) first = sentences.end[sentence]! - 1;
    count++;
  }
  if (count === 0) return [];
  const message = `${count} ${count === 1 ? 'sentence is' : 'sentences are'} longer than ${LONGEST_SENTENCE} words and cut`;
  return [{ code: 'sentence-cut', message, span: [tokens.start[first]!, tokens.end[first]!] }];
}

/** A long sentence without a stop at its end, with more of its paragraph behind it. */
function isCut(tokens: Tokens, { start, end, part }: Sentences, sentence: number): boolean {
  if (end[sentence]! - start[sentence]! < NEARLY_LONGEST) return false;
  if (part[sentence + 1] !== part[sentence]) return false;
  const last = end[sentence]! - 1;
  return !'.!?…'.includes(tokens.text[tokens.end[last]! - 1]!);
}
