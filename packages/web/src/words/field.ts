/**
 * The fields of a record that are shown on words: their labels, and which one wins where several
 * lie on the same word. The hue and underline of each stand in `style/tokens.css`.
 * @module
 */
import type { Commitment, Span, Statement } from '@onrecord/record';

/** What a stretch of words is to a record. Ordered: the first wins where two overlap. */
export const FIELDS = [
  'condition',
  'exception',
  'deadline',
  'hedge',
  'quantity',
  'outcome',
  'counterparty',
  'party',
  'action',
  'cue',
  'source',
  'addressee',
  'occasion',
  'content',
] as const;
export type Field = (typeof FIELDS)[number];

/** The one word shown for a field. */
export const FIELD_LABELS: Readonly<Record<Field, string>> = {
  condition: 'condition',
  exception: 'exception',
  deadline: 'deadline',
  hedge: 'hedge',
  quantity: 'quantity',
  outcome: 'outcome',
  counterparty: 'towards',
  party: 'party',
  action: 'action',
  cue: 'cue',
  source: 'source',
  addressee: 'told to',
  occasion: 'occasion',
  content: 'content',
};

/** A stretch of words and what it is to its record. */
export interface FieldSpan {
  field: Field;
  span: Span;
}

const all = (field: Field, spans: readonly Span[]): FieldSpan[] =>
  spans.map((span) => ({ field, span }));
const one = (field: Field, span: Span | undefined): FieldSpan[] => (span ? [{ field, span }] : []);

/** List the words that a statement rests on. */
export function listStatementFields(statement: Statement): FieldSpan[] {
  return [
    ...all('source', statement.source),
    ...all('cue', statement.cue),
    ...all('content', statement.content),
    ...one('addressee', statement.addressee),
    ...one('occasion', statement.occasion),
    ...one('occasion', statement.saidOn?.span),
    ...statement.hedges.map(({ span }): FieldSpan => ({ field: 'hedge', span })),
  ];
}

/** List the words that a commitment rests on. */
export function listCommitmentFields(commitment: Commitment): FieldSpan[] {
  return [
    ...all('party', commitment.party),
    ...all('cue', commitment.cue),
    ...all('action', commitment.action),
    ...all('counterparty', commitment.counterparty),
    ...commitment.conditions.map(({ span }): FieldSpan => ({ field: 'condition', span })),
    ...all('exception', commitment.exceptions),
    ...one('deadline', commitment.deadline?.span),
    ...one('quantity', commitment.quantity?.span),
    ...one('outcome', commitment.outcome?.span),
    ...commitment.hedges.map(({ span }): FieldSpan => ({ field: 'hedge', span })),
  ];
}
