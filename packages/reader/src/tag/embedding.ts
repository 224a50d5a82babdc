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
   * Add the row of a feature to the floats at address `out`; a feature that was not trained adds
   * row `missing`.
   * @returns 1, or 0 where it adds nothing
   */
  addTo(out: number, hash: number, missing: number): number {
    const row = this.#index.get(hash, missing);
    if (row === 0) return 0;
    const { width } = this;
    this.#kernel.run.addRow(this.#weights + row * width, out, width, this.#scales[row]!);
    return 1;
  }
}
