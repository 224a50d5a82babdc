/**
 * The language layer's kernels over one arena of WebAssembly memory: typed access to the functions
 * of `packages/reader/kernel/language.as.ts`. What the network is made of does not belong here.
 * @module
 */
import { Arena } from './arena.ts';
import { LANGUAGE_KERNEL_BYTES } from './language-bytes.generated.ts';

/** The compiled kernels; all arguments are byte addresses and counts, see the source. */
export interface LanguageKernels {
  readonly memory: WebAssembly.Memory;
  quantise(x: number, out: number, count: number, factor: number): void;
  // biome-ignore format: the signature of the kernel
  product(a: number, w: number, scale: number, out: number, n: number, k: number, m: number): void;
  // biome-ignore format: the signature of the kernel
  productThin(a: number, w: number, scale: number, out: number, n: number, k: number, m: number, factor: number): void;
  activate(x: number, count: number): void;
  rectify(x: number, n: number, width: number, stride: number): void;
  // biome-ignore format: the signature of the kernel
  quantiseRows(x: number, out: number, n: number, width: number, stride: number, factor: number): void;
  // biome-ignore format: the signature of the kernel
  scanForms(rows: number, glued: number, glue: number, out: number, state: number,
    n: number, h: number, side: number, unit: number, factor: number): void;
  // biome-ignore format: the signature of the kernel
  scanHidden(z: number, out: number, state: number, n: number, g: number, side: number, factor: number): void;
  dots(x: number, y: number, out: number, n: number, width: number, stride: number): void;
  // biome-ignore format: the signature of the kernel
  turn(head: number, out: number, n: number, width: number, stride: number, wide: number): void;
  // biome-ignore format: the signature of the kernel
  arcs(dependent: number, head: number, own: number, distance: number, score: number,
    best: number, n: number, width: number, wide: number): void;
  // biome-ignore format: the signature of the kernel
  pairLabels(dependent: number, head: number, heads: number, out: number,
    n: number, width: number, stride: number): void;
  addRow(row: number, out: number, width: number, scale: number): void;
  scaleBy(x: number, count: number, scale: number): void;
  largest(x: number, out: number, n: number, width: number, stride: number): void;
}

/** An arena with the language layer's kernels. */
export class LanguageKernel extends Arena<LanguageKernels> {
  constructor() {
    super(LANGUAGE_KERNEL_BYTES);
  }
}
