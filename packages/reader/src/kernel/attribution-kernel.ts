/**
 * The attribution network's kernels over one arena of WebAssembly memory: typed access to the
 * functions of `packages/reader/kernel/attribution.as.ts`.
 * @module
 */
import { Arena } from './arena.ts';
import { ATTRIBUTION_KERNEL_BYTES } from './attribution-bytes.generated.ts';

/** The compiled kernels; all arguments are byte addresses and counts, see the source. */
export interface AttributionKernels {
  readonly memory: WebAssembly.Memory;
  quantise(x: number, out: number, count: number, factor: number): void;
  // biome-ignore format: the signature of the kernel
  product(a: number, w: number, scale: number, out: number, n: number, k: number, m: number): void;
  // biome-ignore format: the signature of the kernel
  productOfFew(a: number, w: number, scale: number, out: number, list: number,
    n: number, k: number, m: number): void;
  // biome-ignore format: the signature of the kernel
  scanBoth(z: number, out: number, packed: number, n: number, width: number, factor: number): void;
  // biome-ignore format: the signature of the kernel
  sumRows(x: number, own: number, other: number, table: number, rows: number, out: number,
    n: number, width: number, columns: number): void;
  // biome-ignore format: the signature of the kernel
  addRectified(x: number, y: number, packed: number, n: number, width: number, factor: number): void;
  addTo(x: number, y: number, count: number): void;
  addAndPack(x: number, y: number, packed: number, count: number, factor: number): void;
}

/** An arena with the attribution network's kernels. */
export class AttributionKernel extends Arena<AttributionKernels> {
  constructor() {
    super(ATTRIBUTION_KERNEL_BYTES);
  }
}
