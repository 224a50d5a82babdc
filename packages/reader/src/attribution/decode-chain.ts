/**
 * Decoding of a linear chain over three labels: the best labelling (Viterbi 1967), and how sure
 * each token's label is (forward and backward sums, scaled token by token).
 * @module
 */

const LABELS = 3;

/**
 * Room that every chain uses again: an article has some fifty chains, and memory for each would
 * cost as much as the sums. It grows to the longest chain seen.
 */
let weightRoom = new Float64Array(LABELS * 256);
let aheadRoom = new Float64Array(LABELS * 256);
let backRoom = new Uint8Array(LABELS * 256);
const best = new Float64Array(2 * LABELS);
const factor = new Float64Array(LABELS * LABELS);

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
  if (backRoom.length < length * LABELS) backRoom = new Uint8Array(length * LABELS);
  const back = backRoom;
  // Two rows in turn: the best score that ends in each label, before and now.
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

/**
 * Find how probable each label is at each token.
 * @returns rows of three that sum to one; they last until the next chain's
 */
export function findMarginals({ scores, width, length, moves }: Chain): Float64Array {
  for (let move = 0; move < moves.length; move++) factor[move] = Math.exp(moves[move]!);
  if (weightRoom.length < length * LABELS) {
    weightRoom = new Float64Array(length * LABELS);
    aheadRoom = new Float64Array(length * LABELS);
  }
  const weight = weightRoom;
  for (let at = 0; at < length; at++) {
    const row = at * width;
    const a = scores[row]!;
    const b = scores[row + 1]!;
    const c = scores[row + 2]!;
    const top = Math.max(a, b, c);
    const to = at * LABELS;
    weight[to] = a === top ? 1 : Math.exp(a - top);
    weight[to + 1] = b === top ? 1 : Math.exp(b - top);
    weight[to + 2] = c === top ? 1 : Math.exp(c - top);
  }
  sumAhead(weight, length);
  return sumBack(weight, length);
}

function sumAhead(weight: Float64Array, length: number): void {
  const ahead = aheadRoom;
  let a = 1;
  let b = 1;
  let c = 1;
  for (let at = 0, row = 0; at < length; at++, row += LABELS) {
    const isFirst = at === 0;
    const x = (isFirst ? 1 : a * factor[0]! + b * factor[3]! + c * factor[6]!) * weight[row]!;
    const y = (isFirst ? 1 : a * factor[1]! + b * factor[4]! + c * factor[7]!) * weight[row + 1]!;
    const z = (isFirst ? 1 : a * factor[2]! + b * factor[5]! + c * factor[8]!) * weight[row + 2]!;
    const sum = x + y + z;
    ahead[row] = a = x / sum;
    ahead[row + 1] = b = y / sum;
    ahead[row + 2] = c = z / sum;
  }
}

/** Turn forward sums into marginals, going back. */
function sumBack(weight: Float64Array, length: number): Float64Array {
  const ahead = aheadRoom;
  let a = 1;
  let b = 1;
  let c = 1;
  for (let at = length - 1, row = at * LABELS; 0 <= at; at--, row -= LABELS) {
    const x = ahead[row]! * a;
    const y = ahead[row + 1]! * b;
    const z = ahead[row + 2]! * c;
    const total = x + y + z;
    ahead[row] = x / total;
    ahead[row + 1] = y / total;
    ahead[row + 2] = z / total;
    const u = weight[row]!;
    const v = weight[row + 1]!;
    const w = weight[row + 2]!;
    const first = factor[0]! * u * a + factor[1]! * v * b + factor[2]! * w * c;
    const second = factor[3]! * u * a + factor[4]! * v * b + factor[5]! * w * c;
    const third = factor[6]! * u * a + factor[7]! * v * b + factor[8]! * w * c;
    const sum = first + second + third;
    a = first / sum;
    b = second / sum;
    c = third / sum;
  }
  return ahead;
}
