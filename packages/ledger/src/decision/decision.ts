/**
 * Decisions: what people make of what the machine found. They are only ever added, carry who and
 * when, and are applied again to every new reading; undoing one is a further decision.
 * @module
 */
import type { CommitmentStatus } from '@onrecord/record';
import type { ConditionState, Evidence } from '../ledger.ts';

interface OnEntry {
  entryId: string;
  reason?: string;
}

/** A person says that an entry is right. */
export interface Accept extends OnEntry {
  kind: 'accept';
}

/** A person puts a field of an entry right. The entry keeps its id. */
export interface Edit extends OnEntry {
  kind: 'edit';
  field: string;
  /** The new value, as in the record; null takes an optional field away. */
  value: unknown;
}

/** A person says that an entry is wrong, and why. */
export interface Reject extends OnEntry {
  kind: 'reject';
  reason: string;
}

/** A condition came, failed, or is disputed. */
export interface SetCondition {
  kind: 'set-condition';
  conditionId: string;
  state: ConditionState;
  /** The ISO date on which it came about. */
  on?: string;
  evidence?: Evidence;
  reason?: string;
}

/** What became of a commitment. */
export interface SetStatus extends OnEntry {
  kind: 'set-status';
  status: CommitmentStatus;
  on?: string;
  evidence?: Evidence;
}

/** Words elsewhere that bear on an entry. */
export interface LinkEvidence extends OnEntry {
  kind: 'link-evidence';
  evidence: Evidence;
}

/** Two or more actors are one; `actorId` stays. */
export interface MergeActors {
  kind: 'merge-actors';
  actorId: string;
  otherIds: readonly string[];
  reason?: string;
}

/** In some articles, this actor is another one. */
export interface SplitActor {
  kind: 'split-actor';
  actorId: string;
  articleIds: readonly string[];
  name: string;
  reason?: string;
}

/** People call an actor by another name than the articles do. */
export interface RenameActor {
  kind: 'rename-actor';
  actorId: string;
  name: string;
  reason?: string;
}

/** An orphan's decision is moved by a person to the entry (or the condition) that it fits now. */
export interface MoveDecision {
  kind: 'move';
  decisionId: string;
  targetId: string;
  reason?: string;
}

/** What a person can decide. Undoing has a call of its own. */
export type Decision =
  | Accept
  | Edit
  | Reject
  | SetCondition
  | SetStatus
  | LinkEvidence
  | MergeActors
  | SplitActor
  | RenameActor
  | MoveDecision;

/** Undoing, as the log holds it. */
export interface Undo {
  kind: 'undo';
  decisionId: string;
  reason?: string;
}

/** All that stands in the log. */
export type LoggedDecision = Decision | Undo;

/** Who decides, and when. */
export interface Decider {
  as: string;
  /** ISO 8601 instant; default: now. */
  at?: string;
}

/** Why something is undone. */
export interface Undoing {
  reason?: string;
}

/** The words that a decision was about when it was made. */
export interface DecisionWords {
  entryKind: 'statement' | 'commitment';
  /** The act of a statement, the stance of a commitment. */
  act: string;
  /** The words of each field that has spans, by its name. */
  fields: Record<string, string>;
  /** Of a condition: its words. */
  condition?: string;
}

/** A decision as it stands in the log. */
export interface Decided {
  id: string;
  decision: LoggedDecision;
  articleId?: string;
  words?: DecisionWords;
  by: string;
  at: string;
  /** The id of the decision that undid this one and was not itself undone. */
  undoneBy?: string;
}

/** Which decisions to list, newest first. */
export interface DecisionQuery {
  articleId?: string;
  targetId?: string;
  by?: string;
  limit?: number;
  cursor?: string;
}

/** What people decided on one entry. */
export interface Mark {
  review: 'open' | 'accepted' | 'edited' | 'rejected';
  reason?: string;
  /** Fields that a person put right. */
  editedFields: string[];
  decisionIds: string[];
}

/** A decision that fits nothing in the newest reading. */
export interface Orphan {
  decision: Decided;
  articleId: string;
  /** The words that it was about. */
  words: DecisionWords;
  /** The entries most like them now, best first; may be empty. */
  nearest: { entryId: string; likeness: number; words: string }[];
}
