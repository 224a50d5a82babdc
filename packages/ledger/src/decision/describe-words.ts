/**
 * The words that an entry rests on, field by field: what a decision remembers of its target, and
 * what two versions of an article are compared by.
 * @module
 */
import {
  type ArticleRecord,
  type Commitment,
  quoteOf,
  type Span,
  type Statement,
} from '@onrecord/record';
import type { DecisionWords } from './decision.ts';

/** A statement or a commitment, told apart. */
export type RecordEntry =
  | { kind: 'statement'; value: Statement }
  | { kind: 'commitment'; value: Commitment };

/** All entries of a record, statements first. */
export function listRecordEntries(record: ArticleRecord): RecordEntry[] {
  return [
    ...record.statements.map((value) => ({ kind: 'statement', value }) as const),
    ...record.commitments.map((value) => ({ kind: 'commitment', value }) as const),
  ];
}

const spansOf = (...optional: (Span | undefined)[]): Span[] =>
  optional.filter((span) => span !== undefined);

/** The spans of an entry by field; empty fields are there too. */
export function spansByField(entry: RecordEntry): Record<string, Span[]> {
  if (entry.kind === 'statement') {
    const { source, cue, content, addressee, occasion } = entry.value;
    return { source, cue, content, addressee: spansOf(addressee), occasion: spansOf(occasion) };
  }
  const { party, cue, action, counterparty, conditions, exceptions } = entry.value;
  const { deadline, quantity } = entry.value;
  return {
    party,
    cue,
    action,
    counterparty,
    conditions: conditions.map((condition) => condition.span),
    exceptions,
    deadline: spansOf(deadline?.span),
    quantity: spansOf(quantity?.span),
  };
}

/** The words of an entry. */
export function describeWords(text: string, entry: RecordEntry): DecisionWords {
  const fields: Record<string, string> = {};
  for (const [field, spans] of Object.entries(spansByField(entry)))
    if (spans.length > 0) fields[field] = quoteOf(text, spans);
  return {
    entryKind: entry.kind,
    act: entry.kind === 'statement' ? entry.value.act : entry.value.stance,
    fields,
  };
}

/** The main words of an entry, for showing: who, the cue and what. */
export function quoteEntry(words: DecisionWords): string {
  const { source, cue, content, party, action } = words.fields;
  return [source ?? party, cue, content ?? action].filter((part) => part !== undefined).join(' … ');
}
