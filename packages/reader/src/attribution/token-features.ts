/**
 * What the attribution network is told of each token besides its word: small columns of whole
 * numbers (ending, shape, tags, quotation state, place in the tree and in the article), each an
 * index into a table of its own. The trainer reads the same columns from the same code.
 * @module
 */
import { PART_KINDS } from '@onrecord/record';
import type { Analysis } from '../layers.ts';
import { DEPRELS, UPOS, XPOS } from '../layers.ts';
import { hashEnding } from './hash-word.ts';

/** Names and sizes of the columns, in their order. */
export const TOKEN_COLUMNS = [
  ['ending', 512],
  ['shape', 16],
  ['xpos', XPOS.length],
  ['upos', UPOS.length],
  ['deprel', DEPRELS.length],
  ['head deprel', DEPRELS.length + 1],
  ['head upos', UPOS.length + 1],
  ['head distance', 13],
  ['children', 64],
  ['quote', 12],
  ['place', 40],
] as const;

/** The columns of the tokens of one article. */
export interface TokenFeatures {
  /** Column-major: column c of token t stands at `c * length + t`. */
  readonly columns: Int32Array;
  readonly length: number;
}

/** Bits of the column of children: which relations hang below a token. */
const CHILD_BITS: Readonly<Record<string, number>> = {
  nsubj: 1,
  'nsubj:pass': 1,
  csubj: 1,
  ccomp: 2,
  parataxis: 2,
  xcomp: 4,
  obj: 8,
  obl: 16,
  nmod: 16,
  'obl:agent': 16,
  acl: 32,
  'acl:relcl': 32,
  advcl: 32,
};
const BIT_OF = DEPRELS.map((name) => CHILD_BITS[name] ?? 0);

/** Find the columns of every token. */
export function findTokenFeatures(analysis: Analysis): TokenFeatures {
  const { tokens, tags, tree, quotes, sentences, structure } = analysis;
  const length = tokens.length;
  const columns = new Int32Array(length * TOKEN_COLUMNS.length);
  const column = (at: number) => columns.subarray(at * length, (at + 1) * length);
  const [ending, shape, xpos, upos, deprel] = [0, 1, 2, 3, 4].map(column) as Int32Array[];
  const [headDeprel, headUpos, distance, children, quote, place] = [5, 6, 7, 8, 9, 10].map(
    column,
  ) as Int32Array[];
  let sentence = -1;
  let [placed, isBehind] = [0, false];
  for (let token = 0; token < length; token++) {
    const start = tokens.start[token]!;
    const end = tokens.end[token]!;
    const isFirst = sentences.of[token] !== sentence;
    if (isFirst) {
      sentence = sentences.of[token]!;
      const part = structure.parts[sentences.part[sentence]!];
      const at = placeOf(analysis, sentence);
      placed = (part ? PART_KINDS.indexOf(part.kind) : 6) * 5 + at;
      isBehind = at === CLOSING;
    }
    ending![token] = hashEnding(analysis.text, start, end) % 512;
    shape![token] = shapeOf(analysis.text, start, end) + (isFirst ? 8 : 0);
    xpos![token] = tags.xpos[token]!;
    upos![token] = tags.upos[token]!;
    deprel![token] = tree.deprel[token]!;
    const head = tree.head[token]!;
    headDeprel![token] = head < 0 ? DEPRELS.length : tree.deprel[head]!;
    headUpos![token] = head < 0 ? UPOS.length : tags.upos[head]!;
    distance![token] = head < 0 ? 0 : bucketDistance(head - token);
    if (0 <= head) children![head]! |= BIT_OF[tree.deprel[token]!]!;
    quote![token] = Math.min(quotes.depth[token]!, 2) * 4 + (quotes.side[token]! & 3);
    // The very last word of a part is told from those before it.
    place![token] = placed + (isBehind && token + 1 === sentences.end[sentence] ? 1 : 0);
  }
  return { columns, length };
}

/** Lower, Capitalised, ALL CAPITALS, with digits, other letters, punctuation … */
function shapeOf(text: string, start: number, end: number): number {
  const first = text.charCodeAt(start);
  const isUpper = 0x41 <= first && first <= 0x5a;
  const isLower = 0x61 <= first && first <= 0x7a;
  if (0x30 <= first && first <= 0x39) return 3;
  if (isLower) return 0;
  if (isUpper) {
    if (end - start === 1) return 1;
    const second = text.charCodeAt(start + 1);
    return 0x41 <= second && second <= 0x5a ? 2 : 1;
  }
  if (first === 0x2c || first === 0x2e) return 4;
  if (first === 0x3a) return 5;
  return 0x7f < first ? 6 : 7;
}

/** Signed distances in steps that widen: 1, 2, 3–4, 5–8, 9–16, more; 1 to 12. */
export function bucketDistance(distance: number): number {
  const size = Math.abs(distance);
  const step = size < 3 ? size - 1 : size < 5 ? 2 : size < 9 ? 3 : size < 17 ? 4 : 5;
  return distance < 0 ? 1 + step : 7 + step;
}

/** The last of several sentences of a part; one more for its last word. */
const CLOSING = 3;

/** The first, second, later or last sentence of its part; a sentence of its own. */
function placeOf({ sentences }: Analysis, sentence: number): number {
  const part = sentences.part[sentence];
  const isOpening = sentence === 0 || sentences.part[sentence - 1] !== part;
  const isClosing = sentence + 1 === sentences.length || sentences.part[sentence + 1] !== part;
  if (isOpening && isClosing) return 0;
  if (isOpening) return 1;
  return isClosing ? CLOSING : 2;
}
