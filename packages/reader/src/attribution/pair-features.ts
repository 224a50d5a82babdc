/**
 * What the network is told of a token as seen from a cue: where it lies, the way to it through
 * the tree, and what stands between. One row a token of the window, for one cue at a time.
 * @module
 */
import type { Analysis } from '../layers.ts';
import { DEPRELS } from '../layers.ts';
import type { TokenRange } from './draft.ts';
import { LONGEST_WINDOW } from './windows.ts';

/** How far up from the cue the ways through the tree are told apart. */
const LEVELS = 4;
/** A way: the level at which it leaves the cue's line of heads, and the relation it leaves by. */
const WAYS = (LEVELS + 1) * (DEPRELS.length + 1) + 1;

/** Names and sizes of the columns, in their order. */
export const PAIR_COLUMNS = [
  ['way', WAYS],
  ['offset', 24],
  ['between', 48],
  ['sentence', 16],
] as const;

/** The columns of a window as seen from a cue. */
export interface PairRequest {
  readonly analysis: Analysis;
  readonly window: TokenRange;
  readonly cue: TokenRange;
  /** All cues of the window, in order. */
  readonly cues: readonly TokenRange[];
  /** Room for `PAIR_COLUMNS.length` columns, column-major over the window. */
  readonly out: Int32Array;
}

/** Find the columns of every token of a window as seen from a cue. */
export function findPairFeatures(request: PairRequest): void {
  const { window, out } = request;
  const length = window[1] - window[0];
  fillWays(request, out.subarray(0, length));
  fillOffsets(request, out.subarray(length, 2 * length));
  fillBetween(request, out.subarray(2 * length, 3 * length));
  fillSentences(request, out.subarray(3 * length, 4 * length));
}

/** The token of the cue whose head lies outside the cue. */
export function findCueHead(analysis: Analysis, [start, end]: TokenRange): number {
  for (let token = end - 1; start <= token; token--) {
    const head = analysis.tree.head[token]!;
    if (head < start || end <= head) return token;
  }
  return end - 1;
}

/**
 * The way from the cue to each token: the token is on the cue's line of heads, or hangs below
 * level n of it by some relation ("nsubj of the cue's head", "ccomp of the cue").
 */
function fillWays({ analysis, window, cue }: PairRequest, out: Int32Array): void {
  const { head, deprel } = analysis.tree;
  const [from, to] = window;
  out.fill(-1);
  let level = 0;
  for (
    let at = findCueHead(analysis, cue);
    from <= at && at < to && out[at - from] === -1;
    level++
  ) {
    out[at - from] = Math.min(level, LEVELS) * (DEPRELS.length + 1);
    at = head[at]!;
  }
  const line: number[] = [];
  for (let token = from; token < to; token++) {
    if (out[token - from] !== -1) continue;
    let at = token;
    while (from <= at && at < to && out[at - from] === -1) {
      out[at - from] = -2;
      line.push(at);
      at = head[at]!;
    }
    const isKnown = from <= at && at < to && out[at - from] !== -2;
    let way = isKnown ? out[at - from]! : WAYS - 1;
    while (0 < line.length) {
      const below = line.pop()!;
      // A way that ends in a level's own cell leaves the line of heads here.
      if (way < WAYS - 1 && way % (DEPRELS.length + 1) === 0) way += 1 + deprel[below]!;
      out[below - from] = way;
    }
  }
}

/** Eleven steps of half a doubling each: from 32 tokens on all is far. */
const STEPS = Uint8Array.from({ length: 33 }, (_, size) =>
  size === 0 ? 0 : Math.min(1 + Math.floor(2 * Math.log2(size)), 11),
);

/** Signed distance to the cue in widening steps; 0 inside it. */
function fillOffsets({ window, cue }: PairRequest, out: Int32Array): void {
  for (let token = window[0]; token < window[1]; token++) {
    const before = cue[0] - token;
    const after = token - cue[1] + 1;
    const size = Math.max(before, after);
    const step = size <= 0 ? 0 : STEPS[Math.min(size, STEPS.length - 1)]!;
    out[token - window[0]] = size <= 0 ? 0 : before < after ? 12 + step : step;
  }
}

/** Which tokens of a window stand in another cue: used again for every cue. */
const cueRoom = new Uint8Array(LONGEST_WINDOW);

/** Other cues between (0, 1, more), whether the token is in one, and quotation marks passed. */
function fillBetween({ analysis, window, cue, cues }: PairRequest, row: Int32Array): void {
  const { depth } = analysis.quotes;
  const inCue = cueRoom.fill(0, 0, window[1] - window[0]);
  for (const [start, end] of cues)
    if (start !== cue[0]) inCue.fill(1, start - window[0], end - window[0]);
  walk(cue[1], 1);
  walk(cue[0] - 1, -1);
  for (let token = cue[0]; token < cue[1]; token++) row[token - window[0]] = 0;

  function walk(from: number, step: 1 | -1): void {
    let passed = 0;
    let changes = 0;
    let wasIn = false;
    let last = depth[step === 1 ? cue[1] - 1 : cue[0]]! > 0 ? 1 : 0;
    for (let token = from; window[0] <= token && token < window[1]; token += step) {
      const isIn = inCue[token - window[0]] === 1;
      if (wasIn && !isIn) passed++;
      wasIn = isIn;
      const quoted = 0 < depth[token]! ? 1 : 0;
      if (quoted !== last) changes++;
      last = quoted;
      row[token - window[0]] =
        Math.min(passed, 2) + 3 * (isIn ? 1 : 0) + 6 * Math.min(changes, 3) + 24 * quoted;
    }
  }
}

/** Sentences away from the cue (−3 … 3), and whether the token's sentence has a cue of its own. */
function fillSentences({ analysis, window, cue, cues }: PairRequest, out: Int32Array): void {
  const { of } = analysis.sentences;
  const own = of[cue[0]]!;
  let sentence = -1;
  let value = 0;
  for (let token = window[0]; token < window[1]; token++) {
    // The same for all tokens of a sentence.
    if (of[token] !== sentence) {
      sentence = of[token]!;
      const away = Math.max(-3, Math.min(3, sentence - own));
      const hasOther = cues.some(([start]) => start !== cue[0] && of[start] === sentence);
      value = (away + 3) * 2 + (hasOther ? 1 : 0);
    }
    out[token - window[0]] = value;
  }
}
