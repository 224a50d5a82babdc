/**
 * Decoding of a linear chain over three labels: the best labelling (Viterbi 1967), and how sure
 * each token's label is (forward and backward sums, scaled token by token).
 * @module
 */

const LABELS = 3;

/** Scores of a chain: rows of `width` numbers a token, the first three of which are labels. */
export interface Chain {
  readonly scores: Float32Array;
  readonly width: number;
  readonly length: number;
  /** Transition scores, row-major, from label to label. */
  readonly moves: Float32Array;
}

/** Find the best labelling of a chain. */
export function findBestLabels({ scores, width, length, moves }: Chain): Uint8Array {
  const labels = new Uint8Array(length);
  if (length === 0) return labels;
  const back = new Uint8Array(length * LABELS);
  // Two rows in turn: the best score that ends in each label, before and now.
  const best = new Float64Array(2 * LABELS);
  for (let label = 0; label < LABELS; label++) best[label] = scores[label]!;
  for (let at = 1; at < length; at++) {
    const before = at % 2 === 1 ? 0 : LABELS;
    const now = LABELS - before;
    for (let to = 0; to < LABELS; to++) {
      let from = 0;
      let top = best[before]! + moves[to]!;
      for (let label = 1; label < LABELS; label++) {
        const score = best[before + label]! + moves[label * LABELS + to]!;
        if (score <= top) continue;
        top = score;
        from = label;
      }
      best[now + to] = top + scores[at * width + to]!;
      back[at * LABELS + to] = from;
    }
  }
  const last = length % 2 === 1 ? 0 : LABELS;
  let label = 0;
  for (let other = 1; other < LABELS; other++)
    if (best[last + label]! < best[last + other]!) label = other;
  for (let at = length - 1; 0 <= at; at--) {
    labels[at] = label;
    label = back[at * LABELS + label]!;
  }
  return labels;
}

/** Find how probable each label is at each token. @returns rows of three that sum to one */
export function findMarginals({ scores, width, length, moves }: Chain): Float64Array {
  const factor = Float64Array.from(moves, Math.exp);
  const weight = new Float64Array(length * LABELS);
  for (let at = 0; at < length; at++) {
    const row = at * width;
    const top = Math.max(scores[row]!, scores[row + 1]!, scores[row + 2]!);
    for (let label = 0; label < LABELS; label++)
      weight[at * LABELS + label] = Math.exp(scores[row + label]! - top);
  }
  const ahead = sumAhead(weight, factor, length);
  return sumBack({ weight, factor, length, ahead });
}

function sumAhead(weight: Float64Array, factor: Float64Array, length: number): Float64Array {
  const ahead = new Float64Array(length * LABELS);
  for (let at = 0; at < length; at++) {
    const row = at * LABELS;
    for (let to = 0; to < LABELS; to++) {
      let sum = at === 0 ? 1 : 0;
      if (0 < at)
        for (let from = 0; from < LABELS; from++)
          sum += ahead[row - LABELS + from]! * factor[from * 3 + to]!;
      ahead[row + to] = sum * weight[row + to]!;
    }
    normalise(ahead, row);
  }
  return ahead;
}

interface Sums {
  weight: Float64Array;
  factor: Float64Array;
  length: number;
  ahead: Float64Array;
}

/** Turn forward sums into marginals, going back. */
function sumBack({ weight, factor, length, ahead }: Sums): Float64Array {
  const behind = new Float64Array(LABELS).fill(1);
  const next = new Float64Array(LABELS);
  for (let at = length - 1; 0 <= at; at--) {
    const row = at * LABELS;
    for (let label = 0; label < LABELS; label++)
      ahead[row + label] = ahead[row + label]! * behind[label]!;
    normalise(ahead, row);
    for (let from = 0; from < LABELS; from++) {
      next[from] = 0;
      for (let to = 0; to < LABELS; to++)
        next[from] = next[from]! + factor[from * LABELS + to]! * weight[row + to]! * behind[to]!;
    }
    const sum = next[0]! + next[1]! + next[2]!;
    for (let label = 0; label < LABELS; label++) behind[label] = next[label]! / sum;
  }
  return ahead;
}

function normalise(values: Float64Array, row: number): void {
  const sum = values[row]! + values[row + 1]! + values[row + 2]!;
  for (let label = 0; label < LABELS; label++) values[row + label] = values[row + label]! / sum;
}
