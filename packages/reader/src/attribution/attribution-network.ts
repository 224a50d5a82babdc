/**
 * The trained network in its kernels' arena: word vectors as they are stored, matrices packed, small
 * tables as floats, and room to work on one window. What each part computes stands in
 * `packages/train/python/attribution_net.py`.
 * @module
 */

import type { PackedMatrix } from '../kernel/arena.ts';
import { AttributionKernel } from '../kernel/attribution-kernel.ts';
import { decodeRows, type ModelFile } from '../model/model-file.ts';
import { RowIndex } from '../tag/row-index.ts';
import { FormTable } from '../tokenize/form-table.ts';
import type { WordForm } from '../tokenize/word-forms.ts';
import { hashWord } from './hash-word.ts';
import { PAIR_COLUMNS } from './pair-features.ts';
import { TOKEN_COLUMNS } from './token-features.ts';
import { LONGEST_WINDOW } from './windows.ts';

/** Widths of the network, written into the model's header. */
export interface NetworkSizes {
  readonly word: number;
  readonly hidden: number;
  readonly pair: number;
  readonly scan: number;
}

/**
 * What inputs are multiplied by before they become 16-bit integers: states of a recurrence stay
 * inside ±1, sums of two inside ±2, rectified values are open (64 holds ±512).
 */
export const Factor = { Bounded: 8191, Sum: 4095, Rectified: 256 } as const;

/**
 * Word rows kept multiplied out, 16 MB of them: eighty news articles have nine thousand different
 * words, so nearly all are found (4,096 rows cost a fifth of the stage's time).
 */
const MEMO_WORDS = 8192;

/** The network's parts; numbers without a type of their own are addresses. */
export interface Network {
  readonly sizes: NetworkSizes;
  readonly kernel: AttributionKernel;
  readonly rowOf: RowIndex;
  /** The row of each word that was looked up. */
  readonly rowOfForm: FormTable;
  readonly wordWeights: Int8Array;
  readonly wordScales: Float32Array;
  readonly word: PackedMatrix;
  readonly second: PackedMatrix;
  readonly cue: PackedMatrix;
  readonly key: PackedMatrix;
  readonly query: PackedMatrix;
  readonly pairScan: PackedMatrix;
  readonly roleOwn: PackedMatrix;
  readonly roleScan: PackedMatrix;
  readonly tokenTable: number;
  readonly pairTable: number;
  /** First rows of the columns in their table. */
  readonly tokenBase: readonly number[];
  readonly pairBase: readonly number[];
  /** Transitions between labels, row-major 3 × 3, of cues and of roles. */
  readonly cueMoves: Float32Array;
  readonly roleMoves: Float32Array;
  readonly room: Room;
}

/** Working memory for one window. */
export interface Room {
  readonly memo: number;
  /** The memo's slot of each word row, -1 where it has none, and how many slots are taken. */
  readonly slotOf: Int32Array;
  readonly slots: { taken: number };
  /** The word rows of a window's tokens, and their slots in the memo. */
  readonly wordRows: Int32Array;
  readonly slotsOf: Int32Array;
  readonly rows: number;
  readonly own: number;
  readonly head: number;
  /** The numbers from 0 on, and as many of -1: rows that are themselves, and no others. */
  readonly each: number;
  readonly none: number;
  readonly pre: number;
  readonly quantised: number;
  /** Which pairs of the integers are not zero. */
  readonly list: number;
  readonly first: number;
  readonly encoded: number;
  readonly keys: number;
  readonly cues: number;
  readonly mean: number;
  readonly asked: number;
  readonly seen: number;
  readonly pairPre: number;
  readonly pairOut: number;
  readonly roles: number;
  readonly rolesScan: number;
}

/** Open a network from the sections of a model file. */
export function openNetwork(file: ModelFile): Network {
  const kernel = new AttributionKernel();
  const sizes = file.about.sizes as NetworkSizes;
  const floats = (name: string) => file.section(name) as Float32Array;
  const pack = (name: string, factor: number) =>
    kernel.pack(
      file.section(`${name}.weights`) as Int8Array,
      floats(`${name}.scales`),
      floats(`${name}.biases`),
      factor,
    );
  const table = (name: string) =>
    kernel.put(decodeRows(file.section(`${name}.weights`) as Int8Array, floats(`${name}.scales`)));
  return {
    sizes,
    kernel,
    rowOf: new RowIndex(file.section('words.hashes') as Uint32Array, 1),
    rowOfForm: new FormTable(),
    wordWeights: file.section('words.weights') as Int8Array,
    wordScales: floats('words.scales'),
    word: pack('word', 1),
    second: pack('second', Factor.Bounded),
    cue: pack('cue', Factor.Sum),
    key: pack('key', Factor.Sum),
    query: pack('query', Factor.Sum),
    pairScan: pack('pairScan', Factor.Rectified),
    roleOwn: pack('roleOwn', Factor.Rectified),
    roleScan: pack('roleScan', Factor.Bounded),
    tokenTable: table('tokens'),
    pairTable: table('pairs'),
    tokenBase: listBases(TOKEN_COLUMNS),
    pairBase: listBases(PAIR_COLUMNS),
    cueMoves: floats('cue.moves'),
    roleMoves: floats('role.moves'),
    room: makeRoom(kernel, sizes, floats('words.scales').length),
  };
}

function listBases(columns: readonly (readonly [string, number])[]): number[] {
  let base = 0;
  return columns.map(([, size]) => {
    base += size;
    return base - size;
  });
}

function makeRoom(kernel: AttributionKernel, sizes: NetworkSizes, words: number): Room {
  const { hidden, pair, scan } = sizes;
  const words4 = (width: number) => kernel.allocate(LONGEST_WINDOW * width * 4);
  return {
    memo: kernel.allocate(MEMO_WORDS * hidden * 8 * 4),
    slotOf: new Int32Array(words).fill(-1),
    slots: { taken: 0 },
    wordRows: new Int32Array(LONGEST_WINDOW),
    slotsOf: new Int32Array(LONGEST_WINDOW),
    rows: words4(Math.max(TOKEN_COLUMNS.length, PAIR_COLUMNS.length)),
    own: words4(1),
    head: words4(1),
    each: kernel.putIntegers(Int32Array.from({ length: LONGEST_WINDOW }, (_, at) => at)),
    none: kernel.putIntegers(new Int32Array(LONGEST_WINDOW).fill(-1)),
    pre: words4(hidden * 4),
    quantised: words4(Math.max(hidden * 2, pair)),
    list: words4(pair / 4 + 1),
    first: words4(hidden * 2),
    encoded: words4(hidden * 2),
    keys: words4(pair),
    cues: words4(8),
    mean: kernel.allocate(hidden * 2 * 4),
    asked: kernel.allocate(pair * 4),
    seen: words4(pair),
    pairPre: words4(scan * 4),
    pairOut: words4(scan * 2),
    roles: words4(8),
    rolesScan: words4(8),
  };
}

/** The row of a word in the table of vectors, 0 for one that has none. */
export function rowOfWord({ rowOf, rowOfForm }: Network, word: WordForm): number {
  const known = rowOfForm.get(word);
  if (0 <= known) return known;
  const row = rowOf.get(hashWord(word.form, 0, word.form.length), 0);
  rowOfForm.set(word, row);
  return row;
}

/** Multiply `n` rows of 16-bit integers, those in `room.quantised`, by a packed matrix. */
export function multiply(
  network: Network,
  matrix: PackedMatrix,
  to: { out: number; n: number },
): void {
  const { weights, scale, k, m } = matrix;
  network.kernel.run.product(network.room.quantised, weights, scale, to.out, to.n, k, m);
}

/** The same where most of the integers are zero, as rectified ones are (four in five of them). */
export function multiplyFew(
  { kernel, room }: Network,
  { weights, scale, k, m }: PackedMatrix,
  { out, n }: { out: number; n: number },
): void {
  kernel.run.productOfFew(room.quantised, weights, scale, out, room.list, n, k, m);
}

/** Find the memo slots of a window's `n` word rows, multiplying out those that are not there. */
export function findSlots(network: Network, n: number): void {
  const { room, kernel, sizes, wordWeights, wordScales, word } = network;
  const { slotOf, wordRows, slotsOf } = room;
  // Start over where the window might not fit, so that no slot of this window is overwritten.
  if (MEMO_WORDS < room.slots.taken + n) {
    slotOf.fill(-1);
    room.slots.taken = 0;
  }
  const fresh: number[] = [];
  const start = room.slots.taken;
  for (let at = 0; at < n; at++) {
    const row = wordRows[at]!;
    if (slotOf[row]! < 0) {
      slotOf[row] = start + fresh.length;
      fresh.push(row);
    }
    slotsOf[at] = slotOf[row]!;
  }
  if (fresh.length === 0) return;
  room.slots.taken += fresh.length;
  const width = sizes.word;
  const input = kernel.shorts(room.quantised, fresh.length * width);
  fresh.forEach((row, at) => {
    for (let x = 0; x < width; x++) input[at * width + x] = wordWeights[row * width + x]!;
  });
  const out = room.memo + start * word.m * 4;
  kernel.run.product(room.quantised, word.weights, word.scale, out, fresh.length, width, word.m);
  const products = kernel.floats(out, fresh.length * word.m);
  fresh.forEach((row, at) => {
    const scale = wordScales[row]!;
    for (let x = at * word.m; x < (at + 1) * word.m; x++) products[x] = products[x]! * scale;
  });
}
