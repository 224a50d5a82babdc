/**
 * Softmax regression over hashed features by AdaGrad with L2: the weights of the commitment ranker.
 * Deterministic: the order of the examples is shuffled from a seed.
 * @module
 */

/** One candidate: its feature rows, its class, and how much it counts. */
export interface RankerExample {
  readonly rows: Int32Array;
  readonly label: number;
  readonly weight: number;
}

/** How to train. */
export interface RankerOptions {
  readonly rowCount: number;
  readonly classCount: number;
  readonly epochs: number;
  readonly rate: number;
  readonly decay: number;
  readonly seed: number;
}

/** Mulberry32: a small generator whose whole state is the seed. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Train the weights, row-major: `rowCount` rows of `classCount`. */
export function trainRanker(
  examples: readonly RankerExample[],
  { rowCount, classCount, epochs, rate, decay, seed }: RankerOptions,
): Float32Array {
  const weights = new Float32Array(rowCount * classCount);
  const squares = new Float32Array(rowCount * classCount).fill(1e-6);
  const order = examples.map((_, index) => index);
  const random = seededRandom(seed);
  const scores = new Float64Array(classCount);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    for (const index of order) {
      const { rows, label, weight } = examples[index]!;
      scores.fill(0);
      for (const row of rows)
        for (let c = 0; c < classCount; c++)
          scores[c] = scores[c]! + weights[row * classCount + c]!;
      normalise(scores);
      for (let c = 0; c < classCount; c++)
        scores[c] = weight * (scores[c]! - (c === label ? 1 : 0));
      for (const row of rows)
        for (let c = 0; c < classCount; c++) {
          const at = row * classCount + c;
          const gradient = scores[c]! + decay * weights[at]!;
          squares[at] = squares[at]! + gradient * gradient;
          weights[at] = weights[at]! - (rate * gradient) / Math.sqrt(squares[at]!);
        }
    }
  }
  return weights;
}

function normalise(scores: Float64Array): void {
  let top = Number.NEGATIVE_INFINITY;
  for (const score of scores) top = Math.max(top, score);
  let sum = 0;
  for (let c = 0; c < scores.length; c++) sum += scores[c] = Math.exp(scores[c]! - top);
  for (let c = 0; c < scores.length; c++) scores[c] = scores[c]! / sum;
}
