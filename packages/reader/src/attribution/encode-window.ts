/**
 * One window through the network: words and features to hidden states and cue scores, and a cue's
 * view of the window to role scores.
 * @module
 */
import type { Analysis } from '../layers.ts';
import { readForms } from '../tokenize/word-forms.ts';
import {
  Factor,
  findSlots,
  multiply,
  multiplyFew,
  type Network,
  rowOfWord,
} from './attribution-network.ts';
import type { TokenRange } from './draft.ts';
import { findPairFeatures, PAIR_COLUMNS } from './pair-features.ts';
import { TOKEN_COLUMNS, type TokenFeatures } from './token-features.ts';

/** Labels of cues and roles, as the network numbers them. */
export const CueLabel = { None: 0, Begin: 1, Inside: 2 } as const;
export const RoleLabel = { None: 0, Source: 1, Content: 2 } as const;
/** Scores lie in rows of eight, of which three are labels. */
export const SCORE_WIDTH = 8;

/** What is being read: one window of an article. */
export interface Reading {
  readonly network: Network;
  readonly analysis: Analysis;
  readonly features: TokenFeatures;
  readonly window: TokenRange;
}

/** Encode a window; its states stay in the network's room. @returns scores of the cue labels */
export function encodeWindow(reading: Reading): Float32Array {
  const { network, window } = reading;
  const { kernel, room, sizes } = network;
  const n = window[1] - window[0];
  const { run } = kernel;
  const { hidden } = sizes;
  const packed = room.quantised;
  putWords(reading);
  putColumns(reading);
  // biome-ignore format: one call
  run.sumRows(room.memo, room.own, room.head, network.tokenTable, room.rows, room.pre,
    n, hidden * 4, TOKEN_COLUMNS.length);
  run.scanBoth(room.pre, room.first, packed, n, hidden, Factor.Bounded);
  multiply(network, network.second, { out: room.pre, n });
  run.scanBoth(room.pre, room.encoded, packed, n, hidden, Factor.Bounded);
  run.addAndPack(room.encoded, room.first, packed, n * hidden * 2, Factor.Sum);
  multiply(network, network.cue, { out: room.cues, n });
  return kernel.floats(room.cues, n * SCORE_WIDTH);
}

/** Prepare the window's tokens for `scoreRoles`, right after `encodeWindow`. */
export function encodeKeys({ network, window }: Reading): void {
  multiply(network, network.key, { out: network.room.keys, n: window[1] - window[0] });
}

/** Word and head rows of the memo: a slot holds a word's own sums and those for words below it. */
function putWords({ network, analysis, window }: Reading): void {
  const { kernel, room } = network;
  const { tree } = analysis;
  const words = readForms(analysis.tokens);
  const [start, end] = window;
  const n = end - start;
  const { wordRows, slotsOf } = room;
  for (let at = 0; at < n; at++) wordRows[at] = rowOfWord(network, words[start + at]!);
  findSlots(network, n);
  const integers = kernel.allIntegers();
  const own = room.own >> 2;
  const head = room.head >> 2;
  for (let at = 0; at < n; at++) {
    integers[own + at] = slotsOf[at]! * 2;
    const above = tree.head[start + at]! - start;
    integers[head + at] = 0 <= above && above < n ? slotsOf[above]! * 2 + 1 : -1;
  }
}

function putColumns({ network, features, window }: Reading): void {
  const [start, end] = window;
  const n = end - start;
  const integers = network.kernel.allIntegers();
  const rows = network.room.rows >> 2;
  for (let column = 0; column < TOKEN_COLUMNS.length; column++) {
    const base = network.tokenBase[column]!;
    const from = column * features.length + start;
    const to = rows + column * n;
    for (let at = 0; at < n; at++) integers[to + at] = base + features.columns[from + at]!;
  }
}

/** Score the roles of the window's tokens for one of its cues, after `encodeKeys`. */
export function scoreRoles(
  reading: Reading,
  cue: TokenRange,
  cues: readonly TokenRange[],
): Float32Array {
  const { network, analysis, window } = reading;
  const { kernel, room, sizes } = network;
  const { run } = kernel;
  const { pair, scan } = sizes;
  const n = window[1] - window[0];
  putMean(reading, cue);
  run.quantise(room.mean, room.quantised, network.query.k, Factor.Sum);
  multiply(network, network.query, { out: room.asked, n: 1 });
  const rows = kernel.integers(room.rows, n * PAIR_COLUMNS.length);
  findPairFeatures({ analysis, window, cue, cues, out: rows });
  for (let column = 1; column < PAIR_COLUMNS.length; column++) {
    const base = network.pairBase[column]!;
    for (let at = column * n; at < (column + 1) * n; at++) rows[at] = rows[at]! + base;
  }
  // biome-ignore format: one call
  run.sumRows(room.keys, room.each, room.none, network.pairTable, room.rows, room.seen,
    n, pair, PAIR_COLUMNS.length);
  const packed = room.quantised;
  run.addRectified(room.seen, room.asked, packed, n, pair, Factor.Rectified);
  multiplyFew(network, network.pairScan, { out: room.pairPre, n });
  multiply(network, network.roleOwn, { out: room.roles, n });
  run.scanBoth(room.pairPre, room.pairOut, packed, n, scan, Factor.Bounded);
  multiply(network, network.roleScan, { out: room.rolesScan, n });
  run.addTo(room.roles, room.rolesScan, n * SCORE_WIDTH);
  return kernel.floats(room.roles, n * SCORE_WIDTH);
}

/** The mean state of the cue's tokens. */
function putMean({ network, window }: Reading, [start, end]: TokenRange): void {
  const { kernel, room, sizes } = network;
  const width = sizes.hidden * 2;
  const mean = kernel.floats(room.mean, width).fill(0);
  for (let token = start; token < end; token++) {
    const state = kernel.floats(room.encoded + (token - window[0]) * width * 4, width);
    for (let x = 0; x < width; x++) mean[x] = mean[x]! + state[x]!;
  }
  for (let x = 0; x < width; x++) mean[x] = mean[x]! / (end - start);
}
