/**
 * Builds the layers of tokens and one sentence from a text, without the tokenizer: words, numbers
 * with their signs, and single marks; "'s", "n't" and "'ll" are split off as in the treebanks.
 * @module
 */
import type { Sentences, Tokens } from '../../src/layers.ts';

const TOKEN =
  /[A-Z][a-z]{1,4}\.(?= \d)|(?:[A-Z]\.)+|\d{1,2}\/\d{1,2}\/\d{4}|\d{4}-\d{2}-\d{2}|[\d,.]*\d(?:st|nd|rd|th|s)?|[A-Za-z]+(?=n't)|n't|'(?:s|ll|re|d|ve)\b|[A-Za-z]+|\S/g;

export interface TextLayers {
  readonly tokens: Tokens;
  readonly sentences: Sentences;
}

/** Tokens of a text, all in one sentence. */
export function layersOf(text: string): TextLayers {
  const found = [...text.matchAll(TOKEN)];
  const start = Uint32Array.from(found, (match) => match.index);
  const end = Uint32Array.from(found, (match) => match.index + match[0].length);
  const joined = Uint8Array.from(found, (_, i) => (i > 0 && end[i - 1] === start[i] ? 1 : 0));
  return {
    tokens: { text, length: found.length, start, end, joined },
    sentences: {
      length: 1,
      start: Uint32Array.of(0),
      end: Uint32Array.of(found.length),
      of: new Uint32Array(found.length),
      part: Uint32Array.of(0),
    },
  };
}
