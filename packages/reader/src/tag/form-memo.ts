/**
 * Each distinct word form is encoded once: its affixes and letters run through the word encoder and
 * the first layer's products, and the row is kept. Results depend on the form alone, so the memo
 * changes speed and never an answer. When it is full it starts anew.
 * @module
 */
import type { Tokens } from '../layers.ts';
import { Factor, MEMO_FACTOR, type Network } from './network.ts';
import { findWordFeatures, MOST_FEATURES } from './word-features.ts';

/** Distinct forms that are kept: 16,384 rows of about 1,200 16-bit sums are 40 MB when all are in use. */
export const MEMO_CAPACITY = 16_384;
/** Rows are allocated this many at a time, so that one short article stays small. */
const STEP_BITS = 9;
const STEP = 1 << STEP_BITS;
/** Longer forms are encoded by their first letters: no word has as many. */
const LONGEST_FORM = 64;
/** Forms that are encoded together in one product. */
export const FORM_BATCH = 64;

/** The memo of one network. */
export class FormMemo {
  readonly #network: Network;
  readonly #rowBytes: number;
  readonly #slots = new Int32Array(MEMO_CAPACITY * 2).fill(-1);
  readonly #hash = new Int32Array(MEMO_CAPACITY);
  readonly #letterStart = new Int32Array(MEMO_CAPACITY + 1);
  readonly #chunks: number[] = [];
  readonly #scratch: { x: number; packed: number; form: number; rows: number };
  readonly #pending: string[] = [];
  #letters = new Uint16Array(MEMO_CAPACITY * 4);
  #count = 0;
  #base = 0;

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
    this.#base += this.#count;
    this.#count = 0;
    this.#slots.fill(-1);
  }

  /** The address of a form's row. Its content is there after the next `flush`. */
  addressOf(form: number): number {
    const entry = form - this.#base;
    return this.#chunks[entry >> STEP_BITS]! + (entry & (STEP - 1)) * this.#rowBytes;
  }

  /** The number of a token's form; numbers of forgotten forms are not given again. */
  find(tokens: Tokens, token: number): number {
    const start = tokens.start[token]!;
    const end = Math.min(tokens.end[token]!, start + LONGEST_FORM);
    const { text } = tokens;
    let hash = 0x811c9dc5;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    hash ^= hash >>> 15;
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const entry = this.#slots[slot]!;
      if (entry < 0) break;
      if (this.#hash[entry] === hash && this.#isSame(entry, text, start, end))
        return this.#base + entry;
      slot = (slot + 1) & mask;
    }
    this.#slots[slot] = this.#count;
    return this.#add(hash, text.slice(start, end));
  }

  /** Encode the forms that were found for the first time. */
  flush(): void {
    if (this.#pending.length > 0) this.#encode();
  }

  #isSame(entry: number, text: string, start: number, end: number): boolean {
    const from = this.#letterStart[entry]!;
    if (this.#letterStart[entry + 1]! - from !== end - start) return false;
    for (let at = start; at < end; at++) {
      if (this.#letters[from + at - start] !== text.charCodeAt(at)) return false;
    }
    return true;
  }

  #add(hash: number, form: string): number {
    const entry = this.#count++;
    if (this.#chunks.length * STEP <= entry) {
      this.#chunks.push(this.#network.kernel.allocate(STEP * this.#rowBytes));
    }
    this.#hash[entry] = hash;
    const from = entry === 0 ? 0 : this.#letterStart[entry]!;
    this.#letterStart[entry] = from;
    this.#letterStart[entry + 1] = from + form.length;
    if (this.#letters.length < from + form.length) this.#growLetters(from + form.length);
    for (let at = 0; at < form.length; at++) this.#letters[from + at] = form.charCodeAt(at);
    this.#pending.push(form);
    if (this.#pending.length === FORM_BATCH) this.#encode();
    return this.#base + entry;
  }

  #growLetters(least: number): void {
    const letters = new Uint16Array(Math.max(least, this.#letters.length * 2));
    letters.set(this.#letters);
    this.#letters = letters;
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
      const row = this.addressOf(this.#base + entry);
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
