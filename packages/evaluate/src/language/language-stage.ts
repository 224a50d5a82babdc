/**
 * The language layer as a stage of the evaluation.
 * @module
 */
import { openLanguageModel } from '@onrecord/reader';
import type { EvaluationStage } from '../stage.ts';
import { evaluateLanguage, listLanguageScores } from './evaluate-language.ts';

/** `evaluate language`. */
export const languageStage: EvaluationStage = {
  name: 'language',
  about: 'tokens, sentences, tags, lemmas and trees from raw text: EWT, GUM, silver news',
  evaluate(corporaDir, { load, isDevOnly = false }) {
    const model = openLanguageModel(load('language.bin'));
    const splits = isDevOnly ? (['dev'] as const) : (['dev', 'test'] as const);
    const scores = evaluateLanguage(corporaDir, { model, splits });
    return { scores, lines: listLanguageScores(scores) };
  },
};
