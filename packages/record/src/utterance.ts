/**
 * Utterances: one act of speech with every report of it, compared field by field. Types only.
 * @module
 */
import type { DateRange, Evidence, Party } from './evidence.ts';
import type { StatementKind } from './statement.ts';

/** What is compared between reports. */
export type UtteranceField = 'number' | 'verb' | 'condition' | 'hedge' | 'exception';

/** One report of an utterance. */
export interface UtteranceReport {
  evidence: Evidence;
  kind: StatementKind;
  /** The fields as this report has them, lower-case; missing where it says nothing of them. */
  fields: Partial<Record<UtteranceField, string[]>>;
}

/** A field in which reports differ. */
export interface UtteranceDifference {
  field: UtteranceField;
  /** Each value with the articles that have it; an empty value: not mentioned. */
  values: { value: string[]; articleIds: string[]; originCount: number }[];
}

/** One act of speech, however many articles report it. */
export interface Utterance {
  id: string;
  speaker: Party;
  saidOn?: DateRange;
  /** Direct words where a report has them, else the longest report. */
  quote: string;
  reports: UtteranceReport[];
  reportCount: number;
  originCount: number;
  differences: UtteranceDifference[];
  /** How sure the least sure join is: 1 for identical direct words. */
  score: number;
}
