/**
 * Each distinct word form is encoded once: its affixes and letters run through the word encoder and
 * the first layer's products, and the row is kept. Results depend on the form alone, so the memo
 * changes speed and never an answer. A row stands at its word's place in the memo of words
 * (`word-forms.ts`), which forgets when it is full.
 * @module
 */
import {
  findWordForm,
  LONGEST_WORD,
  WORD_CAPACITY,
  type WordForm,
} from '../tokenize/word-forms.ts';
import { Factor, MEMO_FACTOR, type Network } from './network.ts';
import { findWordFeatures, MOST_FEATURES } from './word-features.ts';

/** Distinct forms that are kept: rows of about 1,200 16-bit sums are 40 MB when all are in use. */
export const MEMO_CAPACITY = WORD_CAPACITY;
/** Rows are allocated this many at a time, so that one short article stays small. */
const STEP_BITS = 9;
const STEP = 1 << STEP_BITS;
/** Forms that are encoded together in one product. */
export const FORM_BATCH = 64;

/** The memo of one network. */
export class FormMemo {
  readonly #network: Network;
  readonly #rowBytes: number;
  /** The word whose row stands at each place, by its number. */
  readonly #owner = new Int32Array(MEMO_CAPACITY).fill(-1);
  /** The block of tokens that asked for each place last. */
  readonly #block = new Int32Array(MEMO_CAPACITY);
  readonly #chunks: number[] = [];
  readonly #scratch: { x: number; packed: number; form: number; rows: number; out: number };
  readonly #pending: { form: string; row: number }[] = [];
  #now = 0;
  /** Rows taken of those beyond the memo's own. */
  #spare = 0;

  constructor(network: Network) {
    this.#network = network;
    const { kernel, dense, first, sizes } = network;
    this.#rowBytes = first.m * 2;
    this.#scratch = {
      x: kernel.allocate(FORM_BATCH * dense.k * 4),
      packed: kernel.allocate(FORM_BATCH * Math.max(dense.k, sizes.form) * 2),
      form: kernel.allocate(FORM_BATCH * dense.m * 4),
      rows: kernel.allocate(MOST_FEATURES * 8),
      out: kernel.allocate(FORM_BATCH * this.#rowBytes),
    };
  }

  /** Begin a block: rows found from now on stay until the next one begins. */
  open(): void {
    this.#now++;
    this.#spare = 0;
  }

  /** The address of a word's row. Its content is there after the next `flush`. */
  find(word: WordForm): number {
    // A longer one is encoded by its first letters: no word has as many.
    if (word.number < 0) return this.find(findWordForm(word.form, 0, LONGEST_WORD));
    const place = word.number & (MEMO_CAPACITY - 1);
    const isKnown = this.#owner[place] === word.number;
    // The place may have gone to another word in the middle of the block.
    const isTaken = !isKnown && this.#block[place] === this.#now;
    const row = this.#rowAt(isTaken ? MEMO_CAPACITY + this.#spare++ : place);
    if (isKnown || !isTaken) this.#block[place] = this.#now;
    if (isKnown) return row;
    if (!isTaken) this.#owner[place] = word.number;
    this.#pending.push({ form: word.form, row });
    if (this.#pending.length === FORM_BATCH) this.#encode();
    return row;
  }

  /** Encode the forms that were found for the first time. */
  flush(): void {
    if (this.#pending.length > 0) this.#encode();
  }

  #rowAt(place: number): number {
    const chunk = place >> STEP_BITS;
    this.#chunks[chunk] ??= this.#network.kernel.allocate(STEP * this.#rowBytes);
    return this.#chunks[chunk]! + (place & (STEP - 1)) * this.#rowBytes;
  }

  /** Run the pending forms through the word encoder and the first layer, and put their rows in place. */
  #encode(): void {
    const { kernel, dense, first } = this.#network;
    const { run } = kernel;
    const n = this.#pending.length;
    const { x, packed, form, out } = this.#scratch;
    this.#fillInputs();
    run.quantise(x, packed, n * dense.k, Factor.Form);
    run.product(packed, dense.weights, dense.scale, form, n, dense.k, dense.m);
    run.activate(form, n * dense.m);
    run.quantise(form, packed, n * dense.m, Factor.Bounded);
    // biome-ignore format: one call
    run.productThin(packed, first.weights, first.scale, out,
      n, first.k, first.m, MEMO_FACTOR);
    const bytes = kernel.allBytes();
    for (let at = 0; at < n; at++) {
      const from = out + at * this.#rowBytes;
      bytes.copyWithin(this.#pending[at]!.row, from, from + this.#rowBytes);
    }
    this.#pending.length = 0;
  }

  /** The word's row, the sum of its affixes, and the sum of its letters by the root of their number. */
  #fillInputs(): void {
    const { word, affix, gram, dense, kernel } = this.#network;
    const { x, rows } = this.#scratch;
    for (let index = 0; index < this.#pending.length; index++) {
      const features = findWordFeatures(this.#pending[index]!.form);
      const at = x + index * dense.k * 4;
      const affixAt = at + word.width * 4;
      const gramAt = affixAt + affix.width * 4;
      const words = word.gather(rows, [features.word], 1);
      kernel.run.sumRows(rows, at, words, word.width, 1);
      const affixes = affix.gather(rows, features.affixes, 0);
      kernel.run.sumRows(rows, affixAt, affixes, affix.width, 1 / 3);
      const grams = gram.gather(rows, features.grams, 0);
      kernel.run.sumRows(rows, gramAt, grams, gram.width, 1 / Math.sqrt(Math.max(grams, 1)));
    }
  }
}
