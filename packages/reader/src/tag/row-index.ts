/**
 * From the hash of a feature to its row in an embedding table: open addressing over typed arrays,
 * built once when the model is opened.
 * @module
 */

/** Rows by 32-bit hash; a hash that was not trained has no row. */
export class RowIndex {
  /** Key and row side by side, so that a look-up reads one line of cache. */
  readonly #table: Uint32Array;
  readonly #mask: number;

  /** The hashes in order of their rows, the first of which is row `first`. */
  constructor(hashes: Uint32Array, first: number) {
    let size = 16;
    while (size < hashes.length * 2) size *= 2;
    this.#table = new Uint32Array(2 * size);
    this.#mask = 2 * size - 1;
    for (let at = 0; at < hashes.length; at++) this.#insert(hashes[at]!, first + at);
  }

  /** The row of a hash, or `missing`. */
  get(hash: number, missing: number): number {
    const table = this.#table;
    const mask = this.#mask;
    let slot = (hash << 1) & mask;
    for (let key = table[slot]!; key !== 0; key = table[slot]!) {
      if (key === hash) return table[slot + 1]!;
      slot = (slot + 2) & mask;
    }
    return missing;
  }

  #insert(hash: number, row: number): void {
    const table = this.#table;
    let slot = (hash << 1) & this.#mask;
    while (table[slot] !== 0 && table[slot] !== hash) slot = (slot + 2) & this.#mask;
    table[slot] = hash;
    table[slot + 1] = row;
  }
}
