/**
 * Each distinct word form is encoded once: its affixes and letters run through the word encoder and
 * the first layer's products, and the row is kept. Results depend on the form alone, so the memo
 * changes speed and never an answer. When it is full it starts anew.
 * @module
 */
import { FormTable } from '../tokenize/form-table.ts';
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
  readonly #entries = new FormTable();
  readonly #chunks: number[] = [];
  readonly #scratch: { x: number; packed: number; form: number; rows: number };
  readonly #pending: string[] = [];
  #count = 0;

  constructor(network: Network) {
    this.#network = network;
    const { kernel, dense, first, sizes } = network;
    this.#rowBytes = first.m * 2;
    this.#scratch = {
      x: kernel.allocate(FORM_BATCH * dense.k * 4),
      packed: kernel.allocate(FORM_BATCH * Math.max(dense.k, sizes.form) * 2),
      form: kernel.allocate(FORM_BATCH * dense.m * 4),
      rows: kernel.allocate(MOST_FEATURES * 8),
    };
  }

  /** Make room for `count` more forms, by forgetting all when they would not fit. */
  reserve(count: number): void {
    if (this.#count + count <= MEMO_CAPACITY) return;
    this.#count = 0;
    this.#entries.clear();
  }

  /** The address of a word's row. Its content is there after the next `flush`. */
  find(word: WordForm): number {
    const known = this.#entries.get(word);
    if (0 <= known) return this.#addressOf(known);
    // A longer one is encoded by its first letters: no word has as many.
    if (word.number < 0) return this.find(findWordForm(word.form, 0, LONGEST_WORD));
    return this.#addressOf(this.#add(word));
  }

  #addressOf(entry: number): number {
    return this.#chunks[entry >> STEP_BITS]! + (entry & (STEP - 1)) * this.#rowBytes;
  }

  /** Encode the forms that were found for the first time. */
  flush(): void {
    if (this.#pending.length > 0) this.#encode();
  }

  #add(word: WordForm): number {
    const entry = this.#count++;
    if (this.#chunks.length * STEP <= entry) {
      this.#chunks.push(this.#network.kernel.allocate(STEP * this.#rowBytes));
    }
    this.#entries.set(word, entry);
    this.#pending.push(word.form);
    if (this.#pending.length === FORM_BATCH) this.#encode();
    return entry;
  }

  /** Run the pending forms through the word encoder; their rows are the last ones, in order. */
  #encode(): void {
    const { kernel, dense } = this.#network;
    const { run } = kernel;
    const n = this.#pending.length;
    const { x, packed, form } = this.#scratch;
    this.#fillInputs();
    run.quantise(x, packed, n * dense.k, Factor.Form);
    run.product(packed, dense.weights, dense.scale, form, n, dense.k, dense.m);
    run.activate(form, n * dense.m);
    run.quantise(form, packed, n * dense.m, Factor.Bounded);
    this.#fillRows(this.#count - n, n);
    this.#pending.length = 0;
  }

  /** The first layer's products into the rows of `n` entries, chunk by chunk. */
  #fillRows(firstEntry: number, n: number): void {
    const { kernel, first } = this.#network;
    let done = 0;
    while (done < n) {
      const entry = firstEntry + done;
      const count = Math.min(n - done, STEP - (entry & (STEP - 1)));
      const from = this.#scratch.packed + done * first.k * 2;
      const row = this.#addressOf(entry);
      // biome-ignore format: one call
      kernel.run.productThin(from, first.weights, first.scale, row,
        count, first.k, first.m, MEMO_FACTOR);
      done += count;
    }
  }

  /** The word's row, the sum of its affixes, and the sum of its letters by the root of their number. */
  #fillInputs(): void {
    const { word, affix, gram, dense, kernel } = this.#network;
    const { x, rows } = this.#scratch;
    for (let index = 0; index < this.#pending.length; index++) {
      const features = findWordFeatures(this.#pending[index]!);
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
