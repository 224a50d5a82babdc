/**
 * Statements: an attribution with its speaker resolved, its date and its hedges.
 * @module
 */
import type { Span } from './span.ts';

/** With quotation marks, without, partly. */
export const STATEMENT_KINDS = ['direct', 'indirect', 'mixed'] as const;
export type StatementKind = (typeof STATEMENT_KINDS)[number];

/** What the source does with the content; `declines`: asked, and did not answer. */
export const STATEMENT_ACTS = [
  'says',
  'decides',
  'intends',
  'believes',
  'feels',
  'shows',
  'declines',
] as const;
export type StatementAct = (typeof STATEMENT_ACTS)[number];

/** An expression of less than full commitment, and who lowers it: the speaker or the outlet. */
export interface Hedge {
  span: Span;
  by: 'speaker' | 'outlet';
}

/** When something was said: a range of ISO dates, both inclusive, and what that rests on. */
export interface SaidOn {
  from: string;
  to: string;
  span?: Span;
  basis: 'stated' | 'event' | 'published';
}

/** Someone said, thought, decided or showed something. */
export interface Statement {
  id: string;
  kind: StatementKind;
  act: StatementAct;
  /** Any of the three may be in pieces; source and cue may be empty. */
  source: Span[];
  cue: Span[];
  content: Span[];
  /** An actor's id. */
  speaker?: string;
  /** "told journalists" */
  addressee?: Span;
  /** "during the press briefing at the White House" */
  occasion?: Span;
  saidOn?: SaidOn;
  hedges: Hedge[];
  /** The id of the statement inside which this one is reported. */
  within?: string;
  /** What found it. */
  rule: string;
  /** How sure: 0.9 means right nine times in ten. */
  score: number;
}
