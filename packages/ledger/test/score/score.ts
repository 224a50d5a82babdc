/**
 * Precision and recall with Wilson's 95 % intervals (1927), and a line that tells them.
 * @module
 */

/** What was found, how much of it is right, and what there was to find. */
export interface Counts {
  right: number;
  found: number;
  wanted: number;
  /** How much of the wanted was found, where it differs from `right`. */
  met?: number;
}

/** Shares with their intervals. */
export interface Score extends Counts {
  precision: number;
  recall: number;
  precisionInterval: [low: number, high: number];
  recallInterval: [low: number, high: number];
}

/** The 97.5th percentile of the normal distribution. */
const Z = 1.96;

function intervalOf(right: number, all: number): [number, number] {
  if (all === 0) return [0, 1];
  const share = right / all;
  const spread = Z * Math.sqrt((share * (1 - share)) / all + (Z * Z) / (4 * all * all));
  const centre = share + (Z * Z) / (2 * all);
  const scale = 1 + (Z * Z) / all;
  return [(centre - spread) / scale, Math.min(1, (centre + spread) / scale)];
}

/** Precision and recall of counts. */
export function scoreOf(counts: Counts): Score {
  const { right, found, wanted, met = right } = counts;
  return {
    ...counts,
    precision: found === 0 ? 1 : right / found,
    recall: wanted === 0 ? 1 : met / wanted,
    precisionInterval: intervalOf(right, found),
    recallInterval: intervalOf(met, wanted),
  };
}

const percent = (share: number): string => (100 * share).toFixed(1);
const range = ([low, high]: [number, number]): string => `${percent(low)}–${percent(high)}`;

/** One line of a table. */
export const describeScore = (name: string, score: Score): string =>
  `| ${name} | ${percent(score.precision)} (${range(score.precisionInterval)}) | ${percent(score.recall)} (${range(score.recallInterval)}) | ${score.right} of ${score.found} found right, ${score.met ?? score.right} of ${score.wanted} wanted |`;

/** Print a line when the figures are asked for. */
export function print(line: string): void {
  if (process.env.ONRECORD_PRINT !== undefined) console.log(line);
}
