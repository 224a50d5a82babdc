/**
 * Weights that choose a position's party and counterparties among those of its sentence: a softmax
 * over the options for the party, a logistic regression for each counterparty, by AdaGrad with L2.
 * @module
 */
import { PartnerColumn } from '@onrecord/reader';
import { seededRandom } from './train-ranker.ts';

/** Those who may take part in one position, and who does. */
export interface PartnerExample {
  readonly options: readonly {
    readonly rows: Int32Array;
    readonly isParty: boolean;
    readonly isCounterparty: boolean;
  }[];
}

/** How to train. */
export interface PartnerOptions {
  readonly rowCount: number;
  readonly epochs: number;
  readonly rate: number;
  readonly decay: number;
  readonly seed: number;
}

/** Train the weights, row-major: `rowCount` rows of `PartnerColumn.Size`. */
export function trainPartners(
  examples: readonly PartnerExample[],
  { rowCount, epochs, rate, decay, seed }: PartnerOptions,
): Float32Array {
  const width = PartnerColumn.Size;
  const weights = new Float32Array(rowCount * width);
  const squares = new Float32Array(rowCount * width).fill(1e-6);
  const random = seededRandom(seed);
  const order = examples.map((_, index) => index);
  const update = (rows: Int32Array, column: number, error: number) => {
    for (const row of rows) {
      const at = row * width + column;
      const gradient = error + decay * weights[at]!;
      squares[at] = squares[at]! + gradient * gradient;
      weights[at] = weights[at]! - (rate * gradient) / Math.sqrt(squares[at]!);
    }
  };
  const sum = (rows: Int32Array, column: number) => {
    let total = 0;
    for (const row of rows) total += weights[row * width + column]!;
    return total;
  };
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    for (const index of order) {
      const { options } = examples[index]!;
      const count = options.filter(({ isParty }) => isParty).length;
      if (count > 0) {
        const scores = options.map(({ rows }) => sum(rows, PartnerColumn.Party));
        const top = Math.max(...scores);
        const total = scores.reduce((all, score) => all + Math.exp(score - top), 0);
        for (const [i, { rows, isParty }] of options.entries()) {
          const share = Math.exp(scores[i]! - top) / total;
          update(rows, PartnerColumn.Party, share - (isParty ? 1 / count : 0));
        }
      }
      for (const { rows, isCounterparty } of options) {
        const score = sum(rows, PartnerColumn.Counterparty);
        const error = 1 / (1 + Math.exp(-score)) - (isCounterparty ? 1 : 0);
        update(rows, PartnerColumn.Counterparty, error);
      }
    }
  }
  return weights;
}
