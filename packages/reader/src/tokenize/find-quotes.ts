/**
 * Quotation marks with their side and partner, once for all later stages. Double marks pair
 * inside a paragraph; a paragraph that opens with a mark while the speech before it was never
 * closed goes on with it. Single marks pair inside a double quotation or alone, apostrophes apart.
 * A stack of at most a few open marks: linear, no recursion.
 * @module
 */
import type { Quotes, Sentences, Structure, Tokens } from '../layers.ts';
import { QuoteSide } from '../layers.ts';
import { isSpace, isWordCharacter } from './character-class.ts';

/** The deepest nesting that is tracked; deeper opening marks stay unpaired. */
const DEEPEST = 8;

/** What a mark is: double or single, and which way its form points. */
const Mark = { None: 0, Double: 1, Single: 2 } as const;

interface Column {
  side: Uint8Array;
  partner: Int32Array;
  continues: Uint8Array;
}

/** Open marks, innermost last. */
interface Stack {
  token: number[];
  mark: number[];
}

/**
 * Find the side, partner and depth of every quotation mark.
 * @returns columns as long as the tokens
 */
export function findQuotes(tokens: Tokens, sentences: Sentences, structure: Structure): Quotes {
  const column: Column = {
    side: new Uint8Array(tokens.length),
    partner: new Int32Array(tokens.length).fill(-1),
    continues: new Uint8Array(tokens.length),
  };
  let sentence = 0;
  const carried = new Map<number, number>();
  let speech = -1;
  for (let part = 0; part < structure.parts.length; part++) {
    const first = sentence;
    while (sentence < sentences.length && sentences.part[sentence] === part) sentence++;
    if (first === sentence) continue;
    const range = {
      start: sentences.start[first]!,
      end: sentences.end[sentence - 1]!,
      isSpeechOpen: speech !== -1,
    };
    const left = pairPart(tokens, column, range);
    if (column.continues[range.start] === 1) carried.set(speech, range.start);
    speech = structure.parts[part]!.kind === 'paragraph' ? left : -1;
  }
  return { ...column, depth: measureDepth(tokens, column, carried) };
}

/**
 * Pair the marks of one part.
 * @returns the double quotation mark that was left open at its end, -1 where none was
 */
function pairPart(
  tokens: Tokens,
  column: Column,
  range: { start: number; end: number; isSpeechOpen: boolean },
): number {
  const stack: Stack = { token: [], mark: [] };
  for (let token = range.start; token < range.end; token++) {
    const mark = markOf(tokens, token);
    if (mark === Mark.None) continue;
    const side =
      mark === Mark.Double
        ? sideOfDouble(tokens, token, stack)
        : sideOfSingle(tokens, token, stack);
    column.side[token] = side;
    if (side === QuoteSide.Close) close(column, stack, mark, token);
    if (side !== QuoteSide.Open) continue;
    if (range.isSpeechOpen && token === range.start) column.continues[token] = 1;
    if (stack.token.length < DEEPEST) {
      stack.token.push(token);
      stack.mark.push(mark);
    }
  }
  const open = stack.mark.lastIndexOf(Mark.Double);
  return open === -1 ? -1 : stack.token[open]!;
}

/** Take the innermost open mark of the same kind off the stack, and what was left open in it. */
function close(column: Column, stack: Stack, mark: number, token: number): void {
  const at = stack.mark.lastIndexOf(mark);
  if (at < 0) return;
  const partner = stack.token[at]!;
  column.partner[token] = partner;
  column.partner[partner] = token;
  stack.token.length = at;
  stack.mark.length = at;
}

function markOf(tokens: Tokens, token: number): number {
  const start = tokens.start[token]!;
  const size = tokens.end[token]! - start;
  const code = tokens.text.charCodeAt(start);
  if (size === 2) {
    const isSingle = code === 0x27 || code === 0x60 || code === 0x2018 || code === 0x2019;
    const after = tokens.text.charCodeAt(start + 1);
    const isPair = isSingle && (after === code || after === 0x2019);
    return isPair ? Mark.Double : Mark.None;
  }
  if (size !== 1) return Mark.None;
  if (code === 0x22 || code === 0xab || code === 0xbb) return Mark.Double;
  if (code < 0x80) return code === 0x27 || code === 0x60 ? Mark.Single : Mark.None;
  if (code === 0x201c || code === 0x201d || code === 0x201e || code === 0x201f) return Mark.Double;
  const isSingle =
    code === 0x2018 || code === 0x2019 || code === 0x201a || code === 0x2039 || code === 0x203a;
  return isSingle ? Mark.Single : Mark.None;
}

/** Curly marks say their side; straight ones by the white space around, then by what is open. */
function sideOfDouble(tokens: Tokens, token: number, stack: Stack): number {
  const code = tokens.text.charCodeAt(tokens.start[token]!);
  if (code === 0x201c || code === 0x201e || code === 0xab || code === 0x60 || code === 0x2018)
    return QuoteSide.Open;
  const isOpen = stack.mark.includes(Mark.Double);
  const before = isFree(tokens, tokens.start[token]! - 1);
  const after = isFree(tokens, tokens.end[token]!);
  // "”We stay,” she said", by a slip or in the Swedish way: it has nothing to close.
  const isSlip = !isOpen && before && !after;
  if (code === 0x201d || code === 0xbb) return isSlip ? QuoteSide.Open : QuoteSide.Close;
  if (before && !after) return QuoteSide.Open;
  if (after && !before) return QuoteSide.Close;
  return isOpen ? QuoteSide.Close : QuoteSide.Open;
}

/** A single mark: an apostrophe, or a quotation mark by the same signs. */
function sideOfSingle(tokens: Tokens, token: number, stack: Stack): number {
  const start = tokens.start[token]!;
  const code = tokens.text.charCodeAt(start);
  const isOpen = stack.mark.includes(Mark.Single);
  if (code === 0x2018 || code === 0x201a || code === 0x2039) return QuoteSide.Open;
  const before = isFree(tokens, start - 1);
  const after = isFree(tokens, tokens.end[token]!);
  if (code === 0x60 || (before && !after && code === 0x27)) return QuoteSide.Open;
  if (isOpen && !before) return QuoteSide.Close;
  return tokens.joined[token] === 1 || !before || after ? QuoteSide.Apostrophe : QuoteSide.Open;
}

/** White space, an end of the text, or a mark that quotations stand beside ("(", "—"). */
function isFree(tokens: Tokens, at: number): boolean {
  if (at < 0 || tokens.text.length <= at) return true;
  const code = tokens.text.charCodeAt(at);
  if (isSpace(code)) return true;
  return !isWordCharacter(code) && '([{—–-"“‘\'/'.includes(tokens.text[at]!);
}

/**
 * Double quotations that enclose each token, at most 255. A speech that the next paragraph goes on with
 * (`carried`: its opening mark → where that paragraph begins) stands open to the end of its own.
 */
function measureDepth(
  tokens: Tokens,
  column: Column,
  carried: ReadonlyMap<number, number>,
): Uint8Array {
  const depth = new Uint8Array(tokens.length);
  let open = 0;
  let carriedEnd = -1;
  for (let token = 0; token < tokens.length; token++) {
    if (token === carriedEnd) open--;
    if (carried.has(token)) {
      open++;
      carriedEnd = carried.get(token)!;
    }
    const isDouble = column.partner[token]! >= 0 && markOf(tokens, token) === Mark.Double;
    if (isDouble && column.side[token] === QuoteSide.Open) open++;
    depth[token] = Math.min(open, 255);
    if (isDouble && column.side[token] === QuoteSide.Close) open--;
  }
  return depth;
}
