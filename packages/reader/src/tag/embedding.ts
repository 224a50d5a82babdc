/**
 * A table of quantised embeddings, found by the hash of a feature.
 * @module
 */
import type { LanguageKernel } from '../kernel/language-kernel.ts';
import type { ModelFile } from '../model/model-file.ts';
import { RowIndex } from './row-index.ts';

/** Rows of small integers with one scale each, in the kernel's arena. */
export class Embedding {
  readonly width: number;
  readonly #kernel: LanguageKernel;
  readonly #index: RowIndex;
  readonly #weights: number;
  readonly #scales: Float32Array;

  /** Open the sections `name.hashes`, `name.weights` and `name.scales`; `first` is the first trained row. */
  constructor(
    kernel: LanguageKernel,
    file: ModelFile,
    { name, first }: { name: string; first: number },
  ) {
    const weights = file.section(`${name}.weights`) as Int8Array;
    this.#kernel = kernel;
    this.#index = new RowIndex(file.section(`${name}.hashes`) as Uint32Array, first);
    this.#scales = file.section(`${name}.scales`) as Float32Array;
    this.#weights = kernel.allocate(weights.length);
    kernel.bytes(this.#weights, weights.length).set(weights);
    this.width = weights.length / this.#scales.length;
  }

  /**
   * Write the address and the scale of each feature's row to the list at `rows`, for `sumRows`; a
   * feature that was not trained has row `missing`, and row 0 stands for nothing.
   * @returns how many rows there are
   */
  gather(rows: number, hashes: readonly number[], missing: number): number {
    const integers = this.#kernel.allIntegers();
    const floats = this.#kernel.allFloats();
    let at = rows >> 2;
    for (let index = 0; index < hashes.length; index++) {
      const row = this.#index.get(hashes[index]!, missing);
      if (row === 0) continue;
      integers[at] = this.#weights + row * this.width;
      floats[at + 1] = this.#scales[row]!;
      at += 2;
    }
    return (at - (rows >> 2)) >> 1;
  }
}
