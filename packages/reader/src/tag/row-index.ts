/**
 * From the hash of a feature to its row in an embedding table: open addressing over typed arrays,
 * built once when the model is opened.
 * @module
 */

/** Rows by 32-bit hash; a hash that was not trained has no row. */
export class RowIndex {
  readonly #keys: Uint32Array;
  readonly #rows: Uint32Array;
  readonly #mask: number;

  /** The hashes in order of their rows, the first of which is row `first`. */
  constructor(hashes: Uint32Array, first: number) {
    let size = 16;
    while (size < hashes.length * 2) size *= 2;
    this.#keys = new Uint32Array(size);
    this.#rows = new Uint32Array(size);
    this.#mask = size - 1;
    for (let at = 0; at < hashes.length; at++) this.#insert(hashes[at]!, first + at);
  }

  /** The row of a hash, or `missing`. */
  get(hash: number, missing: number): number {
    let slot = hash & this.#mask;
    while (this.#keys[slot] !== 0) {
      if (this.#keys[slot] === hash) return this.#rows[slot]!;
      slot = (slot + 1) & this.#mask;
    }
    return missing;
  }

  #insert(hash: number, row: number): void {
    let slot = hash & this.#mask;
    while (this.#keys[slot] !== 0 && this.#keys[slot] !== hash) slot = (slot + 1) & this.#mask;
    this.#keys[slot] = hash;
    this.#rows[slot] = row;
  }
}
