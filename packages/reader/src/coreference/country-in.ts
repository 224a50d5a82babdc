/**
 * The country that words name: "the French president", "the president of Chile".
 * @module
 */
import { findGazetteerEntry } from '../mention/gazetteer.ts';
import type { Words } from '../mention/words.ts';

/** The country of the first state, capital, seat or demonym in a range of tokens. */
export function countryIn(words: Words, start: number, end: number): string | undefined {
  const { text, start: offsets } = words.analysis.tokens;
  for (let token = start; token < end; token++) {
    if (words.capital[token] === 0) continue;
    const entry = findGazetteerEntry(text, offsets[token] as number, words.form[token] as string);
    if (entry?.country) return entry.country;
  }
  return undefined;
}
