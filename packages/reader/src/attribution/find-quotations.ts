/**
 * Stretches of the text in double quotation marks, and how they lie in their paragraph.
 * @module
 */
import type { Analysis } from '../layers.ts';
import type { TokenRange } from './draft.ts';

/** One stretch in double quotation marks, the marks included. */
export interface Quotation {
  readonly range: TokenRange;
  /** The sentences of its first and last word, and its paragraph. */
  readonly firstSentence: number;
  readonly lastSentence: number;
  readonly part: number;
  /** Words and marks in it. */
  readonly length: number;
  /** True where it is a whole utterance: long, or closed with its own punctuation. */
  readonly isUtterance: boolean;
}

/** A name of a book or a scare quote has fewer tokens (marks included) than a quoted clause. */
const UTTERANCE_TOKENS = 7;

/** List the quotations in order; nested marks belong to the outer one. */
export function listQuotations(analysis: Analysis): Quotation[] {
  const { quotes, sentences, tokens } = analysis;
  const quotations: Quotation[] = [];
  let start = -1;
  for (let token = 0; token <= tokens.length; token++) {
    const depth = token < tokens.length ? (quotes.depth[token] as number) : 0;
    const isNewPart =
      0 <= start && token < tokens.length && partOf(analysis, token) !== partOf(analysis, start);
    const isNewMark =
      0 <= start &&
      token < tokens.length &&
      depth === 1 &&
      quotes.side[token] === 1 &&
      start < token;
    if (0 <= start && (depth === 0 || isNewPart || isNewMark)) {
      quotations.push(describeQuotation(analysis, [start, token]));
      start = -1;
    }
    if (start < 0 && 0 < depth && token < tokens.length) start = token;
  }
  return quotations.filter(({ range }) => 2 < range[1] - range[0]);

  function describeQuotation(of: Analysis, range: TokenRange): Quotation {
    const beforeMark = range[1] - 2;
    const closing = of.text.slice(tokens.start[beforeMark], tokens.end[beforeMark]);
    const length = range[1] - range[0];
    return {
      range,
      firstSentence: sentences.of[range[0]] as number,
      lastSentence: sentences.of[range[1] - 1] as number,
      part: partOf(of, range[0]),
      length,
      isUtterance: UTTERANCE_TOKENS <= length || /^[,.!?]$/.test(closing),
    };
  }
}

/** The paragraph of a token. */
export function partOf(analysis: Analysis, token: number): number {
  return analysis.sentences.part[analysis.sentences.of[token] as number] as number;
}
