/**
 * The trained network in the kernels' arena: matrices packed, small tables as floats. What each
 * part computes stands in `packages/train/language/network.py`.
 * @module
 */
import type { PackedMatrix } from '../kernel/arena.ts';
import { LanguageKernel } from '../kernel/language-kernel.ts';
import type { ModelFile } from '../model/model-file.ts';
import { Embedding } from './embedding.ts';

/** Widths of the network, written into the model's header. */
export interface NetworkSizes {
  readonly word: number;
  readonly affix: number;
  readonly gram: number;
  readonly form: number;
  readonly hidden: number;
  readonly hidden2: number;
  readonly upos: number;
  readonly xpos: number;
  readonly arc: number;
  readonly label: number;
  readonly deprel: number;
  readonly distance: number;
}

/**
 * What inputs are multiplied by before they become 16-bit integers. Softsign stays inside ±1, so
 * 8191 keeps 13 bits, and sums of 300 products with 8-bit weights stay inside 32 bits. Embedding
 * sums and rectified values are open: 256 holds ±128, 512 holds ±64; narrow products stay near the
 * length of their input, at most 16: 1024 holds ±32.
 */
export const Factor = { Bounded: 8191, Form: 256, Narrow: 1024, Rectified: 512 } as const;

/**
 * The memo's rows are 16-bit integers: sums times 1024 hold ±32, far beyond where softsign bends;
 * larger ones are clipped.
 */
export const MEMO_FACTOR = 1024;

/** The network's parts. */
export interface Network {
  readonly sizes: NetworkSizes;
  readonly kernel: LanguageKernel;
  readonly word: Embedding;
  readonly affix: Embedding;
  readonly gram: Embedding;
  readonly dense: PackedMatrix;
  readonly first: PackedMatrix;
  /** Thin products in front of the two widest ones: the best part of them at half the cost. */
  readonly narrow: PackedMatrix | null;
  readonly second: PackedMatrix;
  readonly narrowTop: PackedMatrix | null;
  readonly top: PackedMatrix;
  readonly biaffine: PackedMatrix;
  readonly label: PackedMatrix;
  /** Addresses: projected glue rows, the arcs' own bias vector, the root vector, distance at offset 0. */
  readonly glue: number;
  readonly headBias: number;
  readonly root: number;
  readonly distance: number;
}

/** Open a network from the sections of a model file, for sentences of at most so many words. */
export function openNetwork(file: ModelFile, longestSentence: number): Network {
  const kernel = new LanguageKernel();
  const sizes = file.about.sizes as NetworkSizes;
  const floats = (name: string): Float32Array => file.section(name) as Float32Array;
  const pack = (name: string, factor: number): PackedMatrix =>
    kernel.pack(
      file.section(`${name}.weights`) as Int8Array,
      floats(`${name}.scales`),
      floats(`${name}.biases`),
      factor,
    );
  const packIf = (name: string): PackedMatrix | null =>
    file.has(`${name}.weights`) ? pack(name, Factor.Bounded) : null;
  const put = (name: string): number => kernel.put(floats(name));
  return {
    sizes,
    kernel,
    word: new Embedding(kernel, file, { name: 'word', first: 2 }),
    affix: new Embedding(kernel, file, { name: 'affix', first: 1 }),
    gram: new Embedding(kernel, file, { name: 'gram', first: 1 }),
    dense: pack('dense', Factor.Form),
    first: pack('first', Factor.Bounded),
    narrow: packIf('narrow'),
    second: pack('second', file.has('narrow.weights') ? Factor.Narrow : Factor.Bounded),
    narrowTop: packIf('narrowTop'),
    top: pack('top', file.has('narrowTop.weights') ? Factor.Narrow : Factor.Bounded),
    biaffine: pack('biaffine', Factor.Rectified),
    label: pack('label', Factor.Rectified),
    glue: putGlue(kernel, floats('glue'), sizes.hidden * 3),
    headBias: put('headBias'),
    root: put('root'),
    distance: putDistance(kernel, floats('distance'), longestSentence),
  };
}

/**
 * The sums that do not depend on the word form, quantised as the memo's rows are. The section has,
 * for words that stand apart and words that are glued, both directions: own sums, then the sums for
 * the word read after it. Out come seven rows a direction: first word apart, first word glued, then
 * each pair of (before, own), then zeros.
 */
function putGlue(kernel: LanguageKernel, table: Float32Array, three: number): number {
  const at = kernel.allocate(14 * three * 2);
  const out = kernel.shorts(at, 14 * three);
  const get = (glued: number, side: number, half: number, x: number): number =>
    table[glued * 4 * three + side * 2 * three + half * three + x]!;
  for (let side = 0; side < 2; side++) {
    for (let row = 0; row < 6; row++) {
      const own = row % 2;
      const before = row < 2 ? -1 : (row >> 1) - 1;
      for (let x = 0; x < three; x++) {
        const more = before < 0 ? 0 : get(before, side, 1, x);
        const sum = Math.round((get(own, side, 0, x) + more) * MEMO_FACTOR);
        out[(side * 7 + row) * three + x] = Math.max(-32768, Math.min(32767, sum));
      }
    }
  }
  return at;
}

/**
 * The scores of distances, those at both ends repeated for all further ones: a row of arcs reads
 * them in one line. @returns the address of distance 0
 */
function putDistance(kernel: LanguageKernel, table: Float32Array, longest: number): number {
  // The kernel takes eight heads at a time, beyond the last word too.
  const reach = longest + 8;
  const limit = (table.length - 1) / 2;
  const get = (_: unknown, at: number): number =>
    table[Math.max(-limit, Math.min(limit, at - reach)) + limit]!;
  return kernel.put(Float32Array.from({ length: 2 * reach + 1 }, get)) + reach * 4;
}
