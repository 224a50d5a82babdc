/**
 * Positions over time, the shifts between them, and how far a commitment has come. Types only.
 * @module
 */
import type { Basis, Stance } from './commitment.ts';
import type { DateRange, Evidence, Party } from './evidence.ts';

/** One party on one matter at one time. */
export interface Position {
  party: Party;
  /** Joins positions on the same matter. */
  matter: string;
  stance: Stance | 'denies';
  basis: Basis;
  saidOn?: DateRange;
  assertedBy?: Party;
  evidence: Evidence;
}

/** What has changed between two positions. */
export type ShiftType =
  | 'hardened'
  | 'softened'
  | 'reversed'
  | 'condition-added'
  | 'condition-dropped'
  | 'exception-added'
  | 'exception-dropped'
  | 'scope-widened'
  | 'scope-narrowed'
  | 'denied'
  | 'repeated';

/** Why two positions cannot be compared. */
export type NotComparableReason =
  | 'different-party'
  | 'different-action'
  | 'different-stance'
  | 'different-measure'
  | 'not-own-position'
  | 'condition-not-mentioned'
  | 'exception-not-mentioned'
  | 'same-occasion'
  | 'order-unknown';

/** What a comparison of two positions comes to; always shown with both quotations. */
export type Comparison =
  | { kind: 'shift'; types: ShiftType[]; because: string[] }
  | { kind: 'not-comparable'; reason: NotComparableReason; because: string };

/** Two positions of one party on one matter, the earlier first. */
export interface Shift {
  party: Party;
  matter: string;
  earlier: Position;
  later: Position;
  comparison: Comparison;
}

/** How far a commitment has come, on the way from words to deeds, and the side states. */
export const COMMITMENT_STATUSES = [
  'floated',
  'offered',
  'pledged',
  'agreed',
  'legislated',
  'allocated',
  'delivering',
  'delivered',
  'stalled',
  'suspended',
  'withdrawn',
  'lapsed',
  'superseded',
  'broken',
] as const;
export type CommitmentStatus = (typeof COMMITMENT_STATUSES)[number];

/** One step in the history of a status. */
export interface StatusStep {
  status: CommitmentStatus;
  on?: string;
  because: string;
  evidence: Evidence;
}

/** The status of a commitment, from evidence, or why it cannot be rated. */
export type StatusRating =
  | { kind: 'rated'; status: CommitmentStatus; history: StatusStep[] }
  | { kind: 'not-rated'; because: string; history: StatusStep[] };
