/**
 * How probable it is that a word stands in the cue of a position, by a small network that reads on
 * from the attribution network's states: one recurrent layer in both directions over words, columns
 * and states, and a linear chain over three labels. Trained by
 * `packages/train/python/position_train.py`, which says what each part computes.
 * @module
 */

import { Factor } from '../attribution/attribution-network.ts';
import { findMarginals } from '../attribution/decode-chain.ts';
import type { TokenRange } from '../attribution/draft.ts';
import { TOKEN_COLUMNS } from '../attribution/token-features.ts';
import type { TokenStates, WordVectors } from '../attribution/token-states.ts';
import { STATE_FACTOR } from '../attribution/token-states.ts';
import { LONGEST_WINDOW } from '../attribution/windows.ts';
import type { PackedMatrix } from '../kernel/arena.ts';
import { AttributionKernel } from '../kernel/attribution-kernel.ts';
import { decodeRows, type ModelFile } from '../model/model-file.ts';

/** The columns of a token, then what part it has in attributions (bits: content, source, cue). */
export const POSITION_COLUMNS = [...TOKEN_COLUMNS, ['attribution', 8]] as const;

/** Bits of the last column. */
export const AttributionBit = { Content: 1, Source: 2, Cue: 4 } as const;

/** Word rows kept multiplied out, 8 MB of them, as many as the attribution network keeps. */
const MEMO_WORDS = 8192;
/** Scores lie in rows of eight, of which three are labels. */
const SCORE_WIDTH = 8;
/** No probability is taken for surer than this. */
const SUREST = 0.999;

/** Where a window's tokens get their sums from, and what is asked of them. */
export interface PositionWindow {
  readonly states: TokenStates;
  readonly window: TokenRange;
  /** The head of each token of the article. */
  readonly head: Int32Array;
  /** The attribution bits of each token of the article. */
  readonly roles: Uint8Array;
  /** Gets the log odds of each token of the window. */
  readonly out: Float32Array;
}

/** The trained network. */
export class PositionNetwork {
  /** Id of the attribution weights that it reads on from. */
  readonly over: string;
  readonly #kernel = new AttributionKernel();
  readonly #layer: number;
  readonly #word: PackedMatrix;
  readonly #state: PackedMatrix;
  readonly #cueOfState: PackedMatrix;
  readonly #cueOfLayer: PackedMatrix;
  readonly #table: number;
  readonly #moves: Float32Array;
  /** The memo's slot of each word row, -1 where it has none, and how many slots are taken. */
  #slotOf = new Int32Array(0);
  #taken = 0;
  readonly #memo: number;
  readonly #room: Readonly<
    Record<
      'packed' | 'own' | 'head' | 'rows' | 'pre' | 'more' | 'states' | 'cues' | 'cuesMore',
      number
    >
  >;

  constructor(file: ModelFile) {
    const kernel = this.#kernel;
    const floats = (name: string) => file.section(name) as Float32Array;
    const weights = (name: string) => file.section(`${name}.weights`) as Int8Array;
    const pack = (name: string, factor: number) =>
      kernel.pack(weights(name), floats(`${name}.scales`), floats(`${name}.biases`), factor);
    this.over = file.about.attribution as string;
    this.#word = pack('position.word', 1);
    this.#state = pack('position.state', STATE_FACTOR);
    this.#cueOfState = pack('position.cueOfState', STATE_FACTOR);
    this.#cueOfLayer = pack('position.cueOfLayer', Factor.Bounded);
    this.#table = kernel.put(
      decodeRows(weights('position.columns'), floats('position.columns.scales')),
    );
    this.#moves = floats('position.moves');
    const wide = this.#state.m;
    this.#layer = wide / 4;
    const words4 = (width: number) => kernel.allocate(LONGEST_WINDOW * width * 4);
    this.#memo = kernel.allocate(MEMO_WORDS * wide * 2 * 4);
    this.#room = {
      packed: words4(Math.max(this.#state.k, this.#word.k)),
      own: words4(1),
      head: words4(1),
      rows: words4(POSITION_COLUMNS.length),
      ...{ pre: words4(wide), more: words4(wide), states: words4(wide / 2) },
      ...{ cues: words4(SCORE_WIDTH), cuesMore: words4(SCORE_WIDTH) },
    };
  }

  /** Find the log odds that each token of a window stands in a position's cue. */
  read(asked: PositionWindow): void {
    const { window, states, out } = asked;
    const kernel = this.#kernel;
    const { run } = kernel;
    const room = this.#room;
    const n = window[1] - window[0];
    const wide = this.#state.m;
    this.#putWords(asked);
    this.#putColumns(asked);
    // biome-ignore format: one call
    run.sumRows(this.#memo, room.own, room.head, this.#table, room.rows, room.pre,
      n, wide, POSITION_COLUMNS.length);
    const { width, rows } = states;
    kernel.shorts(room.packed, n * width).set(rows.subarray(window[0] * width, window[1] * width));
    this.#multiply(this.#state, room.more, n);
    run.addTo(room.pre, room.more, n * wide);
    this.#multiply(this.#cueOfState, room.cues, n);
    run.scanBoth(room.pre, room.states, room.packed, n, this.#layer, Factor.Bounded);
    this.#multiply(this.#cueOfLayer, room.cuesMore, n);
    run.addTo(room.cues, room.cuesMore, n * SCORE_WIDTH);
    const scores = kernel.floats(room.cues, n * SCORE_WIDTH);
    const sure = findMarginals({ scores, width: SCORE_WIDTH, length: n, moves: this.#moves });
    for (let at = 0; at < n; at++) {
      const none = Math.min(SUREST, Math.max(1 - SUREST, sure[at * 3]!));
      out[at] = Math.log((1 - none) / none);
    }
  }

  #multiply({ weights, scale, k, m }: PackedMatrix, out: number, n: number): void {
    this.#kernel.run.product(this.#room.packed, weights, scale, out, n, k, m);
  }

  /** Rows of the memo: a slot holds a word's own sums and those for words below it. */
  #putWords({ states: { words }, window: [start, end], head }: PositionWindow): void {
    const n = end - start;
    this.#openSlots(words, n);
    const own = this.#kernel.allIntegers();
    const [from, above] = [this.#room.own >> 2, this.#room.head >> 2];
    for (let at = 0; at < n; at++)
      own[from + at] = this.#slotOfRow(words, words.rowAt(start + at)) * 2;
    for (let at = 0; at < n; at++) {
      const up = head[start + at]! - start;
      own[above + at] = 0 <= up && up < n ? own[from + up]! + 1 : -1;
    }
  }

  /** Make room for the words of a window: start over where they might not fit. */
  #openSlots({ scales }: WordVectors, words: number): void {
    if (this.#slotOf.length !== scales.length)
      this.#slotOf = new Int32Array(scales.length).fill(-1);
    else if (this.#taken + words <= MEMO_WORDS) return;
    else this.#slotOf.fill(-1);
    this.#taken = 0;
  }

  /** The memo's slot of a word row, multiplied out where it is new. */
  #slotOfRow({ weights, scales }: WordVectors, row: number): number {
    const known = this.#slotOf[row]!;
    if (0 <= known) return known;
    const slot = this.#taken++;
    this.#slotOf[row] = slot;
    const { k, m } = this.#word;
    const input = this.#kernel.shorts(this.#room.packed, k);
    for (let x = 0; x < k; x++) input[x] = weights[row * k + x]!;
    const out = this.#memo + slot * m * 4;
    this.#multiply(this.#word, out, 1);
    const products = this.#kernel.floats(out, m);
    const scale = scales[row]!;
    for (let x = 0; x < m; x++) products[x] = products[x]! * scale;
    return slot;
  }

  #putColumns({ states: { features }, window: [start, end], roles }: PositionWindow): void {
    const n = end - start;
    const rows = this.#kernel.integers(this.#room.rows, n * POSITION_COLUMNS.length);
    let base = 0;
    for (const [column, [, size]] of POSITION_COLUMNS.entries()) {
      const isLast = column === TOKEN_COLUMNS.length;
      const from = column * features.length + start;
      for (let at = 0; at < n; at++)
        rows[column * n + at] = base + (isLast ? roles[start + at]! : features.columns[from + at]!);
      base += size;
    }
  }
}
