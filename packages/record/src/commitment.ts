/**
 * Commitments: a party's position on a future action, with its conditions and deadline.
 * The stances follow speech act theory's commissives and directives and the marking guidelines.
 * @module
 */
import type { Span } from './span.ts';
import type { Hedge } from './statement.ts';

/** The position that a party takes on a future action. */
export const STANCES = [
  'commits',
  'offers',
  'considers',
  'refuses',
  'demands',
  'accepts',
  'rejects',
  'threatens',
] as const;
export type Stance = (typeof STANCES)[number];

/** The evidence ladder, strongest first. */
export const BASES = [
  'own-words',
  'own-paraphrase',
  'named-third-party',
  'unnamed-source',
  'reported',
  'outlet',
] as const;
export type Basis = (typeof BASES)[number];

/** How a condition binds; "on condition that" is `only-if`, "once" is `after`. */
export const CONNECTIVES = [
  'only-if',
  'if',
  'unless',
  'until',
  'only-after',
  'after',
  'before',
  'as-long-as',
  'in-case-of',
] as const;
export type Connective = (typeof CONNECTIVES)[number];

/** What a condition is about. */
export const CONDITION_TYPES = [
  'ceasefire',
  'peace-agreement',
  'end-of-hostilities',
  'renewed-attack',
  'consent-of',
  'participation-of',
  'request-of',
  'approval-of',
  'reciprocity',
  'funding',
  'location',
  'role-limit',
  'time',
  'verification',
  'other',
] as const;
export type ConditionType = (typeof CONDITION_TYPES)[number];

/** Something on which a commitment hangs. */
export interface Condition {
  id: string;
  /** The normalised event or state: "ceasefire", "approval of parliament". */
  trigger: string;
  connective: Connective;
  type: ConditionType;
  span: Span;
  /** The id of the actor who must act. */
  actor?: string;
}

/** By when, or within what time. */
export interface Deadline {
  span: Span;
  /** ISO date. */
  by?: string;
  /** ISO 8601 duration. */
  within?: string;
}

/** How much or how many, as the text says it. */
export interface Quantity {
  span: Span;
  value: number;
  unit: string;
}

/** What became of a commitment, as the outlet tells it. */
export interface Outcome {
  status: 'fulfilled' | 'unfulfilled' | 'in-progress';
  span: Span;
}

/** A party's position on a future action. */
export interface Commitment {
  id: string;
  stance: Stance;
  /** Actor ids: who is bound, or who demands or objects. */
  parties: string[];
  party: Span[];
  /** The id of the actor who says so; absent: the outlet in its own voice. */
  assertedBy?: string;
  basis: Basis;
  /** "Europe will be first in"; "would assist with". */
  role?: 'leads' | 'assists';
  cue: Span[];
  action: Span[];
  /** Actor ids: towards whom, of whom, or against whom. */
  counterparties: string[];
  counterparty: Span[];
  conditions: Condition[];
  exceptions: Span[];
  deadline?: Deadline;
  quantity?: Quantity;
  hedges: Hedge[];
  /** "has repeatedly rejected" */
  repeated: boolean;
  outcome?: Outcome;
  /** The id of the statement that it rests in. */
  statement?: string;
  rule: string;
  score: number;
}
