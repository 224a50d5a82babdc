/**
 * The language layer's kernels against the same arithmetic written plainly: sums of integers to the
 * bit, floats rounded step by step, the first of equals where the largest is sought.
 * @module
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PackedMatrix } from '../../src/kernel/arena.ts';
import { LanguageKernel } from '../../src/kernel/language-kernel.ts';

const kernel = new LanguageKernel();
const { run } = kernel;
const round = Math.fround;

/** A matrix of eights: `rows` outputs of `columns` inputs, with scales and biases. */
interface Layer {
  readonly rows: number;
  readonly columns: number;
  readonly weights: Int8Array;
  readonly scales: Float32Array;
  readonly biases: Float32Array;
}

const FACTOR = 256;
const byte = fc.integer({ min: -127, max: 127 });
const short = fc.integer({ min: -8191, max: 8191 });
const float = fc.float({ min: -4, max: 4, noNaN: true });
/** Few values, so that many are equal. */
const step = fc.integer({ min: -2, max: 2 });
const list = <Value>(of: fc.Arbitrary<Value>, length: number): fc.Arbitrary<Value[]> =>
  fc.array(of, { minLength: length, maxLength: length });
const eights = fc.integer({ min: 1, max: 4 }).map((count) => count * 8);

const layer: fc.Arbitrary<Layer> = fc.tuple(eights, eights).chain(([rows, columns]) =>
  fc.record({
    rows: fc.constant(rows),
    columns: fc.constant(columns),
    weights: list(byte, rows * columns).map((values) => Int8Array.from(values)),
    scales: list(float, rows).map((values) => Float32Array.from(values)),
    biases: list(float, rows).map((values) => Float32Array.from(values)),
  }),
);

/** A matrix and some rows of inputs for it. */
const multiplication = layer.chain((matrix) =>
  fc
    .integer({ min: 1, max: 9 })
    .chain((n) => fc.tuple(fc.constant(matrix), list(short, n * matrix.columns))),
);

function pack({ weights, scales, biases }: Layer): PackedMatrix {
  return kernel.pack(weights, scales, biases, FACTOR);
}

/** The product of one input row with one output's weights, as the kernel rounds it. */
function multiply(matrix: Layer, input: readonly number[], row: number): number {
  const { columns, weights, scales, biases } = matrix;
  let sum = 0;
  for (let x = 0; x < columns; x++) sum += input[x]! * weights[row * columns + x]!;
  const scaled = round(round(sum) * round(scales[row]! / FACTOR));
  return round(scaled + biases[row]!);
}

/** Round to the nearest whole number, halves to the even one, inside 16 bits. */
function quantise(value: number, factor: number): number {
  const scaled = round(value * factor);
  const low = Math.floor(scaled);
  const rest = scaled - low;
  const up = rest > 0.5 || (rest === 0.5 && low % 2 !== 0);
  return Math.max(-32768, Math.min(32767, up ? low + 1 : low));
}

function putInputs(values: readonly number[]): number {
  const at = kernel.allocate(values.length * 2);
  kernel.shorts(at, values.length).set(values);
  return at;
}

const putFloats = (values: readonly number[]): number => kernel.put(Float32Array.from(values));

test('products: sums of integers, scaled and shifted, for any number of rows', () => {
  fc.assert(
    fc.property(multiplication, ([matrix, inputs]) => {
      const { rows, columns } = matrix;
      const n = inputs.length / columns;
      const { weights, scale } = pack(matrix);
      const out = kernel.allocate(n * rows * 4);
      run.product(putInputs(inputs), weights, scale, out, n, columns, rows);
      const expected = Array.from({ length: n * rows }, (_, at) => {
        const from = Math.floor(at / rows) * columns;
        return multiply(matrix, inputs.slice(from, from + columns), at % rows);
      });
      expect([...kernel.floats(out, n * rows)]).toEqual([...Float32Array.from(expected)]);
    }),
    { seed: 11, numRuns: 60 },
  );
});

test('products: quantised where they are made as they would be afterwards', () => {
  fc.assert(
    fc.property(multiplication, ([matrix, inputs]) => {
      const { rows, columns } = matrix;
      const n = inputs.length / columns;
      const { weights, scale } = pack(matrix);
      const [plain, thin] = [kernel.allocate(n * rows * 4), kernel.allocate(n * rows * 2)];
      const from = putInputs(inputs);
      run.product(from, weights, scale, plain, n, columns, rows);
      run.productThin(from, weights, scale, thin, n, columns, rows, 8);
      const floats = kernel.floats(plain, n * rows);
      const expected = Int16Array.from(floats, (value) => quantise(value, 8));
      expect(kernel.shorts(thin, n * rows)).toEqual(expected);
    }),
    { seed: 12, numRuns: 60 },
  );
});

test('largest: the first of the columns that hold the largest value', () => {
  const rows = fc
    .tuple(fc.integer({ min: 4, max: 50 }), fc.integer({ min: 1, max: 3 }))
    .chain(([width, n]) => fc.tuple(fc.constant(width), list(step, width * n)));
  fc.assert(
    fc.property(rows, ([width, values]) => {
      const n = values.length / width;
      // What stands behind the last row is larger than all, and must not be seen.
      const at = putFloats([...values, 9, 9, 9, 9]);
      const out = kernel.allocate(n * 4);
      run.largest(at, out, n, width, width * 4);
      const expected = Array.from({ length: n }, (_, row) => {
        const own = values.slice(row * width, (row + 1) * width);
        return own.indexOf(Math.max(...own));
      });
      expect([...kernel.integers(out, n)]).toEqual(expected);
    }),
    { seed: 13, numRuns: 200 },
  );
});

test('arcs: each head by product, own score and distance; the first of the best, never itself', () => {
  const width = 8;
  const sentence = fc
    .integer({ min: 2, max: 21 })
    .chain((n) => fc.tuple(list(step, n * width), list(step, n * width), list(step, n)));
  const far = 24;
  const distances = Array.from({ length: 2 * far + 1 }, (_, at) => (at * 7) % 5);
  const distance = putFloats(distances) + far * 4;
  fc.assert(
    fc.property(sentence, ([dependents, heads, own]) => {
      const n = own.length;
      const wide = (n + 7) & ~7;
      const turned = kernel.allocate(width * wide * 4);
      run.turn(putFloats(heads), turned, n, width, width * 4, wide);
      const score = kernel.allocate(n * wide * 4);
      const best = kernel.allocate(n * 4);
      const ownAt = putFloats([...own, ...Array.from({ length: 8 }, () => 99)]);
      run.arcs(putFloats(dependents), turned, ownAt, distance, score, best, n, width, wide);
      const rows = Array.from({ length: n }, (_, word) =>
        Array.from({ length: n }, (_none, head) => {
          if (head === word) return Number.NEGATIVE_INFINITY;
          let sum = own[head]! + distances[far + head - word]!;
          for (let x = 0; x < width; x++) {
            sum += dependents[word * width + x]! * heads[head * width + x]!;
          }
          return sum;
        }),
      );
      const found = kernel.floats(score, n * wide);
      for (let word = 0; word < n; word++) {
        for (let head = 0; head < n; head++) {
          if (head !== word) expect(found[word * wide + head]).toBe(rows[word]![head]);
        }
      }
      const expected = rows.map((row) => row.indexOf(Math.max(...row)));
      expect([...kernel.integers(best, n)]).toEqual(expected);
    }),
    { seed: 14, numRuns: 120 },
  );
});

test('sums of rows: small integers times their scales, all times one factor', () => {
  const rows = fc.integer({ min: 0, max: 5 }).chain((n) => list(list(byte, 16), n));
  fc.assert(
    fc.property(rows, (values) => {
      const scales = values.map((_, at) => (at + 1) / 4);
      const listed = kernel.allocate(Math.max(values.length, 1) * 8);
      values.forEach((row, at) => {
        const address = kernel.allocate(16);
        new Int8Array(kernel.bytes(address, 16).buffer, address, 16).set(row);
        kernel.allIntegers()[(listed >> 2) + at * 2] = address;
        kernel.allFloats()[(listed >> 2) + at * 2 + 1] = scales[at]!;
      });
      const out = kernel.allocate(64);
      run.sumRows(listed, out, values.length, 16, 0.5);
      const expected = Array.from({ length: 16 }, (_, x) =>
        values.reduce((sum, row, at) => sum + row[x]! * scales[at]!, 0),
      );
      expect([...kernel.floats(out, 16)]).toEqual(expected.map((sum) => sum * 0.5 + 0));
    }),
    { seed: 15, numRuns: 100 },
  );
});

test('the first recurrence: gates of own sums, glue and the word before, in both directions', () => {
  const h = 8;
  const three = 3 * h;
  const unit = 1024;
  const sum = fc.integer({ min: -3000, max: 3000 });
  const words = fc.tuple(list(list(sum, 4 * three), 5), list(fc.integer({ min: 0, max: 1 }), 5));
  const glue = Array.from({ length: 14 * three }, (_, at) =>
    at % (7 * three) < 6 * three ? ((at * 37) % 400) - 200 : 0,
  );
  const glueAt = putInputs(glue);
  const softsign = (x: number): number => x / (1 + Math.abs(x));
  const gate = (x: number): number => 0.5 + 0.5 * softsign(x);
  fc.assert(
    fc.property(words, ([rows, glued]) => {
      const n = rows.length;
      const addresses = kernel.put(new Float32Array(n));
      const rowsAt = rows.map(putInputs);
      kernel.integers(addresses, n).set(rowsAt);
      const gluedAt = kernel.allocate(n);
      kernel.bytes(gluedAt, n).set(glued);
      const [out, state] = [kernel.allocate(n * 2 * h * 2), kernel.allocate(h * 4)];
      for (const side of [0, 1]) {
        run.scanForms(addresses, gluedAt, glueAt, out, state, n, h, side, unit, 8191);
        const held = new Float64Array(h);
        for (let i = 0; i < n; i++) {
          const [word, before] = side === 0 ? [i, i - 1] : [n - 1 - i, n - i];
          const own = glued[word]!;
          const variant = i === 0 ? own : 2 + 2 * glued[before]! + own;
          const at = (x: number): number =>
            (rows[word]![side * 2 * three + x]! +
              glue[(side * 7 + variant) * three + x]! +
              (i === 0 ? 0 : rows[before]![(side * 2 + 1) * three + x]!)) /
            unit;
          for (let x = 0; x < h; x++) {
            const forget = gate(at(x));
            held[x] = forget * held[x]! + (1 - forget) * softsign(at(2 * h + x));
            const found = kernel.shorts(out, n * 2 * h)[(word * 2 + side) * h + x]! / 8191;
            expect(Math.abs(found - held[x]! * gate(at(h + x)))).toBeLessThan(1 / 8000);
          }
        }
      }
    }),
    { seed: 16, numRuns: 40 },
  );
});
