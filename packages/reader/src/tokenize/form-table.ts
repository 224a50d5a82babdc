/**
 * A whole number for each word, found by the word's own number instead of by its letters. Words are
 * numbered as they are met, so what is read most stands close together and stays in the cache.
 * @module
 */
import { WORD_CAPACITY, type WordForm } from './word-forms.ts';

/** Where a word's entry begins: its own number, then what is kept of it. */
const placeOf = (number: number): number => (number & (WORD_CAPACITY - 1)) << 1;

/** Keeps as many words as the memo of words does; a word that comes later takes an old one's place. */
export class FormTable {
  readonly #entries = new Int32Array(2 * WORD_CAPACITY).fill(-1);

  /** What is kept of a word, 0 or more. @returns -1 where nothing is */
  get({ number }: WordForm): number {
    const at = placeOf(number);
    return this.#entries[at] === number ? this.#entries[at + 1]! : -1;
  }

  /** Keep a number of a word; of a word too long to have a number, nothing. */
  set({ number }: WordForm, value: number): void {
    if (number < 0) return;
    const at = placeOf(number);
    this.#entries[at] = number;
    this.#entries[at + 1] = value;
  }

  /** Forget all. */
  clear(): void {
    this.#entries.fill(-1);
  }
}
