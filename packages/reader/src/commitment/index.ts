/**
 * The commitment stage: what other stages and the trainer may use of it.
 * @module
 */
export type { Candidate } from './candidate.ts';
export { PartnerColumn } from './choose-partners.ts';
export { openClauseView } from './clause-view.ts';
export { FEATURE_ROWS } from './feature-rows.ts';
export type { CommitmentsInput, FoundCommitments } from './find-commitments.ts';
export { findCommitments } from './find-commitments.ts';
export { findRoles } from './find-positions.ts';
export { listRankingCandidates, type RankingCandidate } from './list-ranking-candidates.ts';
export { POSITION_COLUMNS } from './position-network.ts';
export {
  ASSERTERS,
  CLASS_COUNT,
  type CommitmentModel,
  openCommitmentModel,
  RANKER_FEATURES,
} from './ranker.ts';
