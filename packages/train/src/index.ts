/**
 * One trainer a stage: from the corpora to the files of `models/`. `scripts/train.mjs` calls them.
 * @module
 */
export { trainPronounFile } from './actors/train-pronouns.ts';
export {
  crossValidateSureness,
  listSpeakerAnswers,
  listSureness,
  trainSurenessFile,
} from './actors/train-sureness.ts';
export { crossValidate, listCrossValidation } from './commitments/cross-validate.ts';
export { trainCommitments } from './commitments/train-commitments.ts';
export { hasTorch } from './language/run-python.ts';
export {
  type LanguageTraining,
  type NetworkPlace,
  packTrained,
  trainLanguage,
  trainNetwork,
} from './language/train-language.ts';
export { type AttributionTraining, trainAttribution } from './train-attribution.ts';
