/**
 * Corpora and scores: how well each stage of the reader does on marked text.
 * @module
 */

export { listActorsScores } from './actors/actors-stage.ts';
export {
  averageOf,
  type Clusters,
  type CoreferenceCount,
  type CoreferenceCounts,
  f1OfCount,
  makeCoreferenceCounts,
  scoreCoreference,
} from './actors/coreference-metrics.ts';
export {
  type ActorsOptions,
  type ActorsScores,
  answerMarks,
  type CoreferenceFigures,
  evaluateActors,
  hasActorsCorpora,
  type MarkAnswers,
  type SpeakerFigures,
  type ThresholdRow,
} from './actors/evaluate-actors.ts';
export {
  decodeGumEntities,
  type GumDocument,
  type GumMention,
  readGumEntities,
} from './actors/gum-entities.ts';
export {
  isSameSpeaker,
  type MarkedArticle,
  type MarkedSpeaker,
  type SpeakerOutcome,
  type SpeakerRecord,
  scoreSpeakers,
} from './actors/score-speakers.ts';
export { readSpeakerMarks } from './actors/speaker-marks.ts';
export { listAttributionScores } from './attribution/attribution-stage.ts';
export {
  type AttributionOptions,
  type AttributionScores,
  evaluateAttribution,
  type Figure,
  hasAttributionCorpora,
} from './attribution/evaluate-attribution.ts';
export {
  add as addTally,
  type Matching,
  matchAttributions,
  ratesOf,
  type Tallies,
  type Tally,
  type Triple,
} from './attribution/match-attributions.ts';
export {
  COMMITMENT_PARTS,
  type CommitmentPart,
  hasCommitmentCorpora,
  type MarkedCommitment,
  type MarkedDocument,
  readMarkedDocuments,
} from './commitments/commitment-corpus.ts';
export {
  type CommitmentOptions,
  type CommitmentScores,
  evaluateCommitments,
  listCommitmentScores,
} from './commitments/evaluate-commitments.ts';
export {
  COMMITMENT_FIGURES,
  type CommitmentTallies,
  type CommitmentView,
  f1OfTally,
  isMatch,
  listWords,
  makeCommitmentTallies,
  scoreCommitments,
  setF1,
  viewCommitment,
  viewMark,
  wordsIn,
} from './commitments/score-commitments.ts';
export {
  evaluateLanguage,
  hasLanguageCorpora,
  type LanguageOptions,
  type LanguageScores,
  listLanguageScores,
  type ParseScores,
} from './language/evaluate-language.ts';
export { makeNewsCounts, type NewsCounts, scoreNews } from './language/score-news.ts';
export {
  type Count,
  f1Of,
  makeParseCounts,
  PARSE_METRICS,
  type ParseCounts,
  type ParseMetric,
  scoreParse,
} from './language/score-parse.ts';
export {
  buildTagLexicon,
  decodeSilver,
  readSilver,
  type SilverTrees,
  type SilverWord,
  type TagLexicon,
} from './language/silver.ts';
export {
  decodeTreebank,
  readTreebank,
  type TreebankDocument,
  type TreebankSentence,
  type TreebankWord,
} from './language/treebank.ts';
export { EVALUATION_STAGES, findStage } from './registry.ts';
export type { Evaluation, EvaluationOptions, EvaluationStage } from './stage.ts';
