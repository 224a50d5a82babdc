/**
 * Trains how sure a speaker is: logistic regression over the answers that the stage gives to the
 * project's marked sources. An answer is good when it is right, or when it only describes one whom
 * the mark does not name either, for of him the words hardly matter.
 * @module
 */
import { writeFileSync } from 'node:fs';
import { answerMarks, readSpeakerMarks } from '@onrecord/evaluate';
import { type openLanguageModel, SURENESS_FEATURES } from '@onrecord/reader';
import { fitLogistic, weighEvidence } from '../fit-logistic.ts';

/** One answer: its features, what the mark says of it, and the article that it is from. */
export interface SpeakerAnswer {
  readonly article: number;
  /** Undefined where the source led to nobody. */
  readonly vector: Float64Array | undefined;
  readonly isNamed: boolean;
  readonly isRight: boolean;
}

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

/** Train the weights: the same answers give the same ones. */
export function trainSureness(answers: readonly SpeakerAnswer[]): number[] {
  const examples = answers.flatMap((answer) =>
    answer.vector ? { evidence: [...answer.vector], isRight: isGood(answer) ? 1 : 0 } : [],
  );
  // The bias is hardly pulled: most answers are right.
  const decay = SURENESS_FEATURES.map((_, at) => (at === BIAS ? DECAY / 1000 : DECAY));
  return fitLogistic(examples, decay);
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
        sureness.set(answer, weighEvidence(weights, [...answer.vector]));
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
export function encodeSurenessWeights(weights: readonly number[]): string {
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
