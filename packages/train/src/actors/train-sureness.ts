/**
 * Trains how sure a speaker is: logistic regression over the answers that the stage gives to the
 * project's marked sources. An answer is good when it is right, or when it only describes one whom
 * the mark does not name either, for of him the words hardly matter.
 * @module
 */
import { writeFileSync } from 'node:fs';
import { answerMarks, readSpeakerMarks } from '@onrecord/evaluate';
import { type openLanguageModel, SURENESS_FEATURES } from '@onrecord/reader';

/** One answer: its features, what the mark says of it, and the article that it is from. */
export interface SpeakerAnswer {
  readonly article: number;
  /** Undefined where the source led to nobody. */
  readonly vector: Float64Array | undefined;
  readonly isNamed: boolean;
  readonly isRight: boolean;
}

/** Enough for the method to settle; each step solves for all weights at once. */
const STEPS = 12;
/** How strongly weights are pulled to zero, in answers: between 3 and 10 the folds are alike. */
const DECAY = 6;
const BIAS = SURENESS_FEATURES.indexOf('bias');
const DESCRIBED = SURENESS_FEATURES.indexOf('described');

/** The answers to all marked sources. */
export function listSpeakerAnswers(
  corporaDir: string,
  language: ReturnType<typeof openLanguageModel>,
): SpeakerAnswer[] {
  return readSpeakerMarks(corporaDir).flatMap((marked, article) => {
    const { outcomes, vectors } = answerMarks(marked, language, 0);
    return outcomes.map(({ isNamed, isRight }, at) => ({
      ...{ article, isNamed, isRight },
      vector: vectors[at],
    }));
  });
}

function isGood({ vector, isNamed, isRight }: SpeakerAnswer): boolean {
  return isRight || (!isNamed && vector?.[DESCRIBED] === 1);
}

/** Train the weights by Newton's method: the same answers give the same weights. */
export function trainSureness(answers: readonly SpeakerAnswer[]): Float64Array {
  const size = SURENESS_FEATURES.length;
  const weights = new Float64Array(size);
  for (let step = 0; step < STEPS; step++) {
    // The curvature, with the slope as a last column, to be solved in place.
    const rows = Array.from({ length: size }, () => new Float64Array(size + 1));
    for (let at = 0; at < size; at++) {
      // The bias is hardly pulled: most answers are right.
      const decay = at === BIAS ? DECAY / 1000 : DECAY;
      const row = rows[at] as Float64Array;
      row[at] = decay;
      row[size] = -decay * (weights[at] as number);
    }
    for (const answer of answers) if (answer.vector) addAnswer(rows, answer, weights);
    solve(rows);
    for (let at = 0; at < size; at++)
      weights[at] = (weights[at] as number) + ((rows[at] as Float64Array)[size] as number);
  }
  return weights;
}

function addAnswer(rows: Float64Array[], answer: SpeakerAnswer, weights: Float64Array): void {
  const vector = answer.vector as Float64Array;
  const size = vector.length;
  const sure = surenessBy(weights, vector);
  const slope = (isGood(answer) ? 1 : 0) - sure;
  for (let at = 0; at < size; at++) {
    const value = vector[at] as number;
    if (value === 0) continue;
    const row = rows[at] as Float64Array;
    row[size] = (row[size] as number) + slope * value;
    for (let other = 0; other < size; other++)
      row[other] = (row[other] as number) + sure * (1 - sure) * value * (vector[other] as number);
  }
}

/** Gauss and Jordan: the last column becomes the solution. The pull keeps every pivot above zero. */
function solve(rows: Float64Array[]): void {
  const size = rows.length;
  for (let at = 0; at < size; at++) {
    const row = rows[at] as Float64Array;
    const pivot = row[at] as number;
    for (let column = at; column <= size; column++) row[column] = (row[column] as number) / pivot;
    for (const other of rows) {
      const factor = other[at] as number;
      if (other === row || factor === 0) continue;
      for (let column = at; column <= size; column++)
        other[column] = (other[column] as number) - factor * (row[column] as number);
    }
  }
}

function surenessBy(weights: Float64Array, vector: Float64Array): number {
  const sum = vector.reduce((all, value, at) => all + value * (weights[at] as number), 0);
  return 1 / (1 + Math.exp(-sum));
}

/** Named sources that are answered at a threshold, and how many of them rightly. */
export interface SurenessRow {
  readonly least: number;
  readonly named: number;
  readonly answered: number;
  readonly right: number;
  readonly others: number;
  readonly othersRight: number;
}

const THRESHOLDS = [0, 0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9] as const;

/** Judge each article's answers by weights trained without it. */
export function crossValidateSureness(
  answers: readonly SpeakerAnswer[],
  folds: number,
): SurenessRow[] {
  const sureness = new Map<SpeakerAnswer, number>();
  for (let fold = 0; fold < folds; fold++) {
    const weights = trainSureness(answers.filter(({ article }) => article % folds !== fold));
    for (const answer of answers)
      if (answer.article % folds === fold && answer.vector)
        sureness.set(answer, surenessBy(weights, answer.vector));
  }
  const [named, others] = [answers.filter((one) => one.isNamed), answers.filter((o) => !o.isNamed)];
  return THRESHOLDS.map((least) => {
    const isAnswered = (one: SpeakerAnswer): boolean => least <= (sureness.get(one) ?? -1);
    return {
      ...{ least, named: named.length, others: others.length },
      answered: named.filter(isAnswered).length,
      right: named.filter((one) => isAnswered(one) && one.isRight).length,
      othersRight: others.filter((one) => isAnswered(one) && one.isRight).length,
    };
  });
}

/** The table for people. */
export function listSureness(rows: readonly SurenessRow[]): string[] {
  const show = (part: number, whole: number): string => ((100 * part) / whole).toFixed(1);
  return rows.map(
    ({ least, named, answered, right, others, othersRight }) =>
      `${least.toFixed(2)}  ${show(right, answered)} % of ${answered} named answered, ` +
      `${show(right, named)} % of all named, ${show(othersRight, others)} % of others`,
  );
}

/** The text of `sureness-weights.ts`: weights to two places, zeros left out. */
export function encodeSurenessWeights(weights: Float64Array): string {
  const cells = SURENESS_FEATURES.flatMap((name, at) => {
    const value = Math.round((weights[at] as number) * 100) / 100;
    return value === 0 ? [] : [`  ${name}: ${value},`];
  });
  return `/**
 * Weights of how sure a speaker is; the features stand in \`coreference/sureness.ts\`. Written by
 * \`node scripts/train-actors.mjs sureness\` from the answers to the project's marked sources; do not
 * edit.
 * @module
 */
export const SURENESS_WEIGHTS: Readonly<Record<string, number>> = {
${cells.join('\n')}
};
`;
}

/** Train and write the table. */
export function trainSurenessFile(
  corporaDir: string,
  language: ReturnType<typeof openLanguageModel>,
  out: string,
): void {
  writeFileSync(
    out,
    encodeSurenessWeights(trainSureness(listSpeakerAnswers(corporaDir, language))),
  );
}
