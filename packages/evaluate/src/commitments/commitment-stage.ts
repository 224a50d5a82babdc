/**
 * Commitments as a stage of the evaluation.
 * @module
 */
import { openModels, readArticle } from '@onrecord/reader';
import type { EvaluationStage } from '../stage.ts';
import { evaluateCommitments, listCommitmentScores } from './evaluate-commitments.ts';

/** `evaluate commitments`. */
export const commitmentStage: EvaluationStage = {
  name: 'commitments',
  about: 'who is bound to what, on which condition: marked articles and passages',
  async evaluate(corporaDir, { load }) {
    const models = await openModels(async (name) => load(name));
    const scores = evaluateCommitments(corporaDir, {
      read: (text, date) =>
        readArticle(text, models, date === undefined ? {} : { publishedOn: date }).commitments,
    });
    return { scores, lines: listCommitmentScores(scores) };
  },
};
