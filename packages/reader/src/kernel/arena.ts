/**
 * One arena of WebAssembly memory with the kernels that work in it: allocation, typed views, and the packing of
 * quantised weights. Which kernels there are, each network says (`language-kernel.ts`,
 * `attribution-kernel.ts`).
 * @module
 */

/** A quantised matrix in the arena, ready for `product`: `k` inputs, `m` outputs. */
export interface PackedMatrix {
  readonly weights: number;
  /** `m` scales, then `m` biases. */
  readonly scale: number;
  readonly k: number;
  readonly m: number;
}

const PAGE_BYTES = 65_536;
/** The first bytes stay empty, so that address 0 is never a block. */
const ARENA_START = 1024;

/** An arena with the kernels `Kernels`, compiled and base64. */
export class Arena<Kernels extends { readonly memory: WebAssembly.Memory }> {
  readonly run: Kernels;
  #top = ARENA_START;
  #floats = new Float32Array(0);
  #integers = new Int32Array(0);
  #bytes = new Uint8Array(0);

  constructor(base64: string) {
    const letters = atob(base64);
    const bytes = new Uint8Array(letters.length);
    for (let at = 0; at < letters.length; at++) bytes[at] = letters.charCodeAt(at);
    const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: {} });
    this.run = instance.exports as unknown as Kernels;
  }

  /** Allocate bytes, 16-byte aligned; growing the arena moves its buffer, so take views after it. */
  allocate(bytes: number): number {
    const at = this.#top;
    this.#top = (at + bytes + 15) & ~15;
    const { memory } = this.run;
    const size = memory.buffer.byteLength;
    // By half at least: each growth makes the engine collect garbage as if all of the arena were new,
    // and what is not used yet takes no memory.
    if (size < this.#top) memory.grow(Math.ceil(Math.max(this.#top - size, size / 2) / PAGE_BYTES));
    return at;
  }

  /** All of the arena as floats; kept until the arena grows. */
  allFloats(): Float32Array {
    if (this.#floats.buffer !== this.run.memory.buffer) this.#refresh();
    return this.#floats;
  }

  /** All of the arena as integers; kept until the arena grows. */
  allIntegers(): Int32Array {
    if (this.#integers.buffer !== this.run.memory.buffer) this.#refresh();
    return this.#integers;
  }

  /** All of the arena as bytes; kept until the arena grows. */
  allBytes(): Uint8Array {
    if (this.#bytes.buffer !== this.run.memory.buffer) this.#refresh();
    return this.#bytes;
  }

  #refresh(): void {
    this.#floats = new Float32Array(this.run.memory.buffer);
    this.#integers = new Int32Array(this.run.memory.buffer);
    this.#bytes = new Uint8Array(this.run.memory.buffer);
  }

  floats(at: number, length: number): Float32Array {
    return new Float32Array(this.run.memory.buffer, at, length);
  }

  integers(at: number, length: number): Int32Array {
    return new Int32Array(this.run.memory.buffer, at, length);
  }

  shorts(at: number, length: number): Int16Array {
    return new Int16Array(this.run.memory.buffer, at, length);
  }

  bytes(at: number, length: number): Uint8Array {
    return new Uint8Array(this.run.memory.buffer, at, length);
  }

  /** Allocate and copy floats in. @returns the address */
  put(values: Float32Array): number {
    const at = this.allocate(values.byteLength);
    this.floats(at, values.length).set(values);
    return at;
  }

  /** The same of integers. */
  putIntegers(values: Int32Array): number {
    const at = this.allocate(values.byteLength);
    this.integers(at, values.length).set(values);
    return at;
  }

  /**
   * Pack a matrix of rows (one an output) of weights for `product`, its outputs filled up to a
   * multiple of eight.
   * @param factor what the inputs are multiplied by when they are quantised
   */
  pack(
    weights: Int8Array,
    scales: Float32Array,
    biases: Float32Array,
    factor: number,
  ): PackedMatrix {
    const rows = scales.length;
    const k = weights.length / rows;
    const m = (rows + 7) & ~7;
    const matrix = { weights: this.allocate(m * k * 2), scale: this.allocate(m * 8), k, m };
    const packed = this.shorts(matrix.weights, m * k);
    const scale = this.floats(matrix.scale, m * 2);
    for (let row = 0; row < rows; row++) {
      scale[row] = scales[row]! / factor;
      scale[m + row] = biases[row]!;
      const lane = (row >> 3) * k * 8 + ((row >> 2) & 1) * 8 + (row & 3) * 2;
      for (let x = 0; x < k; x++) packed[lane + (x >> 1) * 16 + (x & 1)] = weights[row * k + x]!;
    }
    return matrix;
  }
}
