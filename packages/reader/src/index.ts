/**
 * The reader: text to record. Each stage is a function from the layers that it needs to the layer
 * that it makes; `readArticle` calls them in order.
 * @module
 */
export { analyse, analyseTokens } from './analyse.ts';
export { type AttributionModel, openAttributionModel } from './attribution/attribution-model.ts';
export { findAttributions } from './attribution/find-attributions.ts';
export {
  ASSERTERS,
  CLASS_COUNT,
  type CommitmentModel,
  type CommitmentsInput,
  FEATURE_ROWS,
  findCommitments,
  listRankingCandidates,
  openCommitmentModel,
  PartnerColumn,
  RANKER_FEATURES,
  type RankingCandidate,
} from './commitment/index.ts';
export {
  type ActorsInput,
  CANDIDATE_FEATURES,
  type Cast,
  PRONOUN_CLASSES,
  type PronounClass,
  resolveActors,
  type ScoredCandidate,
  type Speaker,
  SURENESS_FEATURES,
} from './coreference/index.ts';
export { findDates } from './event/find-dates.ts';
export {
  type Analysis,
  type Attribution,
  DEPRELS,
  type Deprel,
  QuoteSide,
  type Quotes,
  type Sentences,
  type Structure,
  type Tags,
  type Tokens,
  type Tree,
  UPOS,
  type Upos,
  XPOS,
  type Xpos,
} from './layers.ts';
export { findMentions } from './mention/find-mentions.ts';
export {
  decodeRows,
  encodeModel,
  encodeRows,
  MODEL_FORMAT,
  type ModelFile,
  type ModelHeader,
  type ModelSection,
  openModel,
} from './model/model-file.ts';
export { MODEL_FILES, openModels, openReader, type Reader } from './open-reader.ts';
export { encodeConllu } from './parse/encode-conllu.ts';
export {
  type Models,
  READER_VERSION,
  type ReadOptions,
  readArticle,
} from './read.ts';
export { findStructure } from './structure/find-structure.ts';
export { type LanguageModel, openLanguageModel } from './tag/language-model.ts';
export { LONGEST_ENDING, type MorphologyTables } from './tag/morphology.ts';
export { LANGUAGE_FEATURES } from './tag/word-features.ts';
export { findQuotes } from './tokenize/find-quotes.ts';
export { findSentences, LONGEST_SENTENCE } from './tokenize/find-sentences.ts';
export { tokenize } from './tokenize/tokenize.ts';
