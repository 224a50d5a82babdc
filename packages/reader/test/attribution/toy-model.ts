/**
 * A small attribution model with weights by a seeded generator, and the same network written out in
 * plain numbers, for tests of the kernels' arithmetic. No trained weights.
 * @module
 */
import { ATTRIBUTION_FEATURES } from '../../src/attribution/attribution-model.ts';
import { hashWord } from '../../src/attribution/hash-word.ts';
import { PAIR_COLUMNS } from '../../src/attribution/pair-features.ts';
import { TOKEN_COLUMNS } from '../../src/attribution/token-features.ts';
import {
  decodeRows,
  encodeModel,
  encodeRows,
  type ModelSection,
} from '../../src/model/model-file.ts';

export const SIZES = { word: 8, hidden: 16, pair: 32, scan: 16 } as const;
export const WORDS = ['brandt', 'said', 'orvia', 'will', 'resist'] as const;

/** A matrix as it comes out of eight bits, row-major. */
export interface Matrix {
  readonly values: Float32Array;
  readonly width: number;
  readonly biases: Float32Array;
}

export interface ToyModel {
  readonly bytes: Uint8Array;
  readonly matrices: Readonly<Record<string, Matrix>>;
}

/** Make the toy: the same seed gives the same bytes. */
export function makeToyModel(seed: number, bias: number): ToyModel {
  const { word, hidden, pair, scan } = SIZES;
  const random = makeRandom(seed);
  const total = (columns: readonly (readonly [string, number])[]) =>
    columns.reduce((sum, [, size]) => sum + size, 0);
  const shapes: Record<string, [rows: number, width: number]> = {
    words: [WORDS.length + 1, word],
    word: [hidden * 8, word],
    second: [hidden * 4, hidden * 2],
    cue: [3, hidden * 2],
    key: [pair, hidden * 2],
    query: [pair, hidden * 2],
    pairScan: [scan * 4, pair],
    roleOwn: [3, pair],
    roleScan: [3, scan * 2],
    tokens: [total(TOKEN_COLUMNS), hidden * 4],
    pairs: [total(PAIR_COLUMNS), pair],
  };
  const sections: Record<string, ModelSection> = {
    'words.hashes': Uint32Array.from(WORDS, (form) => hashWord(form, 0, form.length)),
    'cue.moves': Float32Array.from({ length: 9 }, random),
    'role.moves': Float32Array.from({ length: 9 }, random),
  };
  const matrices: Record<string, Matrix> = {};
  for (const [name, [rows, width]] of Object.entries(shapes)) {
    const coded = encodeRows(Float32Array.from({ length: rows * width }, random), width);
    const biases = Float32Array.from({ length: rows }, () =>
      name === 'word' || name === 'key' || name === 'roleScan' ? 0 : random() / 4,
    );
    sections[`${name}.weights`] = coded.weights as ModelSection;
    sections[`${name}.scales`] = coded.scales as ModelSection;
    sections[`${name}.biases`] = biases;
    matrices[name] = { values: decodeRows(coded.weights, coded.scales), width, biases };
  }
  const decision = { bias, weights: [0, 1, 1], threshold: 0 };
  const header = { stage: 'attribution', features: ATTRIBUTION_FEATURES };
  const bytes = encodeModel({ ...header, about: { sizes: SIZES, decision } }, sections);
  return { bytes, matrices };
}

/** Numbers between −1 and 1 (mulberry32). */
export function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2147483648 - 1;
  };
}

export const rowOf = ({ values, width }: Matrix, row: number): number[] => [
  ...values.subarray(row * width, (row + 1) * width),
];

/** Matrix times vector, with the biases. */
export function apply(matrix: Matrix, x: readonly number[]): number[] {
  return Array.from(matrix.biases, (bias, row) =>
    rowOf(matrix, row).reduce((sum, weight, at) => sum + weight * x[at]!, bias),
  );
}

export const addVectors = (...vectors: readonly (readonly number[])[]): number[] =>
  vectors[0]!.map((_, at) => vectors.reduce((sum, vector) => sum + vector[at]!, 0));

const softsign = (x: number) => x / (1 + Math.abs(x));

/** Both directions of the gated recurrence, as `attribution_net.py` has it. */
export function recur(rows: readonly (readonly number[])[], width: number): number[][] {
  const out = rows.map(() => new Array<number>(width * 2).fill(0));
  for (const side of [0, 1])
    for (let x = 0; x < width; x++) {
      let state = 0;
      for (let step = 0; step < rows.length; step++) {
        const at = side === 0 ? step : rows.length - 1 - step;
        const gate = 0.5 + 0.5 * softsign(rows[at]![side * 2 * width + x]!);
        const candidate = softsign(rows[at]![side * 2 * width + width + x]!);
        state = gate * state + (1 - gate) * candidate;
        out[at]![side * width + x] = state;
      }
    }
  return out;
}
