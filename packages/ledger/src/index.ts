/**
 * The ledger: many records kept, searched and compared, with what people decided about them.
 * @module
 */
export type * from './actor/ledger-actor.ts';
export type { Addable } from './add/add-all.ts';
export type { PreparedArticle } from './add/prepare-article.ts';
export type { FieldChange, RecordChange, VersionDiff } from './article/diff-records.ts';
export type { Likeness } from './article/find-origin.ts';
export { type RestoreOptions, restoreLedger } from './backup/restore-ledger.ts';
export { assembleBoard, type BoardOptions } from './board/assemble-board.ts';
export {
  type ConditionStates,
  matchConditionName,
  type NamedCondition,
} from './board/resolve-conditions.ts';
export type * from './decision/decision.ts';
export type * from './dossier/dossier.ts';
export type { LoadedScope } from './dossier/load-scope.ts';
export * from './ledger.ts';
export { openLedger } from './open-ledger.ts';
export { latestVersions } from './party/latest-versions.ts';
export { resolveOrigins } from './party/resolve-origins.ts';
export { type Parties, type PartyOptions, resolveParties } from './party/resolve-parties.ts';
export { findShifts, listPositions, type ShiftOptions } from './position/find-shifts.ts';
export {
  FULL_FACT,
  IATI_ACTIVITY,
  IATI_TRANSACTION,
  KIEL,
  listScales,
  POLIMETER,
  POLITIFACT,
  STATUS_SCALES,
  type StatusScale,
} from './status/mappings.ts';
export { type RatingOptions, rateCommitment } from './status/rate-commitment.ts';
export type { StoreOptions } from './store/open-store.ts';
export { resolveUtterances, type UtteranceOptions } from './utterance/resolve-utterances.ts';
export { assumeStates } from './what-if/assume-states.ts';
