/**
 * Cuts a text into tokens, sentences and quotation marks, and shows them as words: what the tests of
 * this folder compare.
 * @module
 */
import { QuoteSide, type Quotes, type Sentences, type Tokens } from '../../src/layers.ts';
import { findStructure } from '../../src/structure/find-structure.ts';
import { findQuotes } from '../../src/tokenize/find-quotes.ts';
import { findSentences } from '../../src/tokenize/find-sentences.ts';
import { tokenize } from '../../src/tokenize/tokenize.ts';

export interface Cut {
  tokens: Tokens;
  sentences: Sentences;
  quotes: Quotes;
  words: string[];
  /** The sentences' texts. */
  lines: string[];
  /** The words inside double quotation marks, a stretch a line. */
  quoted: string[];
}

export function cut(text: string): Cut {
  const structure = findStructure(text);
  const tokens = tokenize(text, structure);
  const sentences = findSentences(tokens, structure);
  const quotes = findQuotes(tokens, sentences, structure);
  const words = Array.from({ length: tokens.length }, (_, i) =>
    text.slice(tokens.start[i], tokens.end[i]),
  );
  const lines = Array.from({ length: sentences.length }, (_, i) =>
    text.slice(tokens.start[sentences.start[i]!], tokens.end[sentences.end[i]! - 1]),
  );
  return { tokens, sentences, quotes, words, lines, quoted: listQuoted(text, tokens, quotes) };
}

function listQuoted(text: string, tokens: Tokens, quotes: Quotes): string[] {
  const stretches: string[] = [];
  for (let token = 0; token < tokens.length; token++) {
    const partner = quotes.partner[token]!;
    if (quotes.side[token] !== QuoteSide.Open || partner === -1) continue;
    if (quotes.depth[token] !== 1 || !/["“]/.test(text[tokens.start[token]!]!)) continue;
    stretches.push(text.slice(tokens.end[token], tokens.start[partner]));
  }
  return stretches;
}
