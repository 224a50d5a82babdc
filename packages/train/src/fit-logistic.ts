/**
 * Logistic regression with a little ridge, by Newton's method: for a few dozen weights at most.
 * @module
 */

/** What is known of an example (the same count of numbers for each), and whether it is right. */
export interface LogisticExample {
  readonly evidence: readonly number[];
  /** 1 or 0. */
  readonly isRight: number;
}

/** Rounds of Newton's method; a dozen settle it. */
const ROUNDS = 25;

/** The probability that an example is right. */
export function weighEvidence(weights: readonly number[], evidence: readonly number[]): number {
  const sum = evidence.reduce((total, value, at) => total + value * (weights[at] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
}

/**
 * Fit the weights of the evidence in the log odds.
 * @param decay how strongly each weight is pulled to zero, in examples; 1 where nothing is said
 */
export function fitLogistic(
  examples: readonly LogisticExample[],
  decay: readonly number[] = [],
): number[] {
  const size = examples[0]?.evidence.length ?? 0;
  const pull = (at: number) => decay[at] ?? 1;
  let weights = new Array<number>(size).fill(0);
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = weights.map((weight, i) => -pull(i) * weight);
    const hessian = weights.map((_, i): number[] =>
      weights.map((__, j) => (i === j ? pull(i) : 0)),
    );
    for (const { evidence, isRight } of examples) {
      const probability = weighEvidence(weights, evidence);
      for (let i = 0; i < size; i++) {
        gradient[i] = gradient[i]! + (isRight - probability) * evidence[i]!;
        for (let j = 0; j < size; j++)
          hessian[i]![j] =
            hessian[i]![j]! + probability * (1 - probability) * evidence[i]! * evidence[j]!;
      }
    }
    const step = solve(hessian, gradient);
    weights = weights.map((weight, at) => weight + step[at]!);
  }
  return weights;
}

/** Gauss's elimination with pivots. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at]!]);
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++)
      if (Math.abs(rows[pivot]![column]!) < Math.abs(rows[row]![column]!)) pivot = row;
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    for (let row = 0; row < size; row++) {
      if (row === column) continue;
      const factor = rows[row]![column]! / rows[column]![column]!;
      for (let x = column; x <= size; x++)
        rows[row]![x] = rows[row]![x]! - factor * rows[column]![x]!;
    }
  }
  return rows.map((row, at) => row[size]! / row[at]!);
}
