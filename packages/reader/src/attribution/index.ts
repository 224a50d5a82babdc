/**
 * The attribution stage for those who train and score it: windows, columns of features, and the
 * stage itself. `@onrecord/reader` alone is enough to read articles.
 * @module
 */
export {
  ATTRIBUTION_FEATURES,
  type AttributionModel,
  openAttributionModel,
} from './attribution-model.ts';
export { type Network, openNetwork } from './attribution-network.ts';
export type { Draft, TokenRange } from './draft.ts';
export {
  encodeKeys,
  encodeWindow,
  type Reading,
  SCORE_WIDTH,
  scoreRoles,
} from './encode-window.ts';
export { findAttributions } from './find-attributions.ts';
export { foldWord, hashWord } from './hash-word.ts';
export { findPairFeatures, PAIR_COLUMNS } from './pair-features.ts';
export { findTokenFeatures, TOKEN_COLUMNS } from './token-features.ts';
export {
  type KeptStates,
  STATE_FACTOR,
  type TokenStates,
  type WordVectors,
} from './token-states.ts';
export { listWindows } from './windows.ts';
