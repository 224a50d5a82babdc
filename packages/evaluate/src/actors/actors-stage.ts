/**
 * The actors stage in the evaluation, and its scores as lines for people.
 * @module
 */
import { openAttributionModel, openCommitmentModel, openLanguageModel } from '@onrecord/reader';
import type { EvaluationStage } from '../stage.ts';
import {
  type ActorsScores,
  type CoreferenceFigures,
  evaluateActors,
  type SpeakerFigures,
} from './evaluate-actors.ts';

/** `evaluate actors`. */
export const actorsStage: EvaluationStage = {
  name: 'actors',
  about: 'who they are: speakers by the judge, thresholds, coreference on GUM',
  evaluate(corporaDir, { load, isDevOnly }) {
    const models = {
      language: openLanguageModel(load('language.bin')),
      attribution: openAttributionModel(load('attribution.bin')),
      commitment: openCommitmentModel(load('commitments.bin')),
    };
    const scores = evaluateActors(corporaDir, { models, ...(isDevOnly ? { isDevOnly } : {}) });
    return { scores, lines: listActorsScores(scores) };
  },
};

const show = (value: number): string => value.toFixed(1).padStart(8);

function listSpeakers(figures: Readonly<Record<string, SpeakerFigures>>): string[] {
  return Object.entries(figures).map(
    ([name, { endToEnd, whenFound, whenAnswered, marked, found, answered }]) =>
      `${name.padEnd(24)}${show(endToEnd)}${show(whenFound)}${show(whenAnswered)}  ` +
      `${marked} marked, ${found} found, ${answered} answered`,
  );
}

function listCoreference(figures: Readonly<Record<string, CoreferenceFigures>>): string[] {
  return Object.entries(figures).map(
    ([name, { muc, b3, ceafe, average, mentions }]) =>
      name.padEnd(24) + [muc, b3, ceafe, average, mentions].map(show).join(''),
  );
}

/** Lines that a person reads. */
export function listActorsScores(scores: ActorsScores): string[] {
  const speakers = `${''.padEnd(24)} of all   found answered`;
  const coreference = `${''.padEnd(24)}     MUC      B³  CEAF-e average  mentions`;
  return [
    'Speakers from the marked sources (the stage alone)',
    speakers,
    ...listSpeakers(scores.fromMarks),
    '',
    'Speakers from raw text',
    speakers,
    ...listSpeakers(scores.endToEnd),
    '',
    'Articles that the project marked, from the marked sources',
    speakers,
    ...listSpeakers(scores.check.fromMarks),
    '',
    'The same from raw text',
    speakers,
    ...listSpeakers(scores.check.endToEnd),
    '',
    'Named speakers from the marked sources, left open below a score',
    ...scores.thresholds.map(
      ({ least, answered, whenAnswered, whenFound }) =>
        `${least.toFixed(2).padEnd(24)}${show(whenAnswered)} % of ${answered} answered, ` +
        `${whenFound.toFixed(1)} % of all found`,
    ),
    '',
    'GUM, raw text, all mentions with singletons',
    coreference,
    ...listCoreference(scores.gum),
    '',
    'GUM, raw text, clusters of two and more',
    coreference,
    ...listCoreference(scores.gumWithoutSingletons),
    '',
    `Mentions and actors take ${scores.timeShare.toFixed(0)} % of the time of reading.`,
  ];
}
