/**
 * Entries as the ledger answers them: the same lines and fields as in an article, but cut from the
 * entry's excerpt instead of from the whole text.
 * @module
 */
import type { Entry as LedgerEntry } from '@onrecord/api/client';
import {
  type Commitment,
  type Condition,
  type ConditionState,
  quoteOf,
  type Span,
  type Statement,
} from '@onrecord/record';
import { describeFragment, findSafeUrl } from './cite-entry.ts';
import { describeDate } from './date.ts';
import { describeEntryLine, type EntryFacts } from './describe-entry.ts';
import { type FieldSpan, listCommitmentFields, listStatementFields } from './field.ts';

export type { Entry as LedgerEntry } from '@onrecord/api/client';

const moved = ([start, end]: Span, by: number): Span => [start - by, end - by];

/** The commitment of an entry that is one. */
export function commitmentOf(entry: LedgerEntry): Commitment | undefined {
  return entry.kind === 'commitment' ? entry.commitment : undefined;
}

/** The statement of an entry that is one. */
export function statementOf(entry: LedgerEntry): Statement | undefined {
  return entry.kind === 'statement' ? entry.statement : undefined;
}

/** How sure the reader was. */
export function scoreOf(entry: LedgerEntry): number {
  return (commitmentOf(entry) ?? statementOf(entry))?.score ?? 0;
}

/** A condition with the state that people gave it. */
export type StatedCondition = Condition & { state: ConditionState };

/** List an entry's conditions with their states; open where nobody decided. */
export function listConditionsOf(entry: LedgerEntry): StatedCondition[] {
  if (entry.kind === 'statement') return [];
  return entry.commitment.conditions.map((condition) => ({
    ...condition,
    state: entry.conditionMarks[condition.id]?.state ?? 'open',
  }));
}

/** Gather what the line of a ledger's entry is made of. */
export function factsOfLedger(entry: LedgerEntry): EntryFacts {
  const { excerpt, excerptStart } = entry;
  const inside = ([from, to]: Span) => 0 <= from && to <= excerpt.length;
  return {
    statement: statementOf(entry),
    commitment: commitmentOf(entry),
    cut: (spans) => quoteOf(excerpt, spans.map((span) => moved(span, excerptStart)).filter(inside)),
    names: (part) => entry.actors.filter((actor) => actor.part === part).map(({ name }) => name),
    saidOn: entry.saidFrom
      ? { from: entry.saidFrom, to: entry.saidTo ?? entry.saidFrom }
      : undefined,
  };
}

/** List an entry's fields, in offsets of its excerpt. */
export function listExcerptFields(entry: LedgerEntry): FieldSpan[] {
  const fields =
    entry.kind === 'commitment'
      ? listCommitmentFields(entry.commitment)
      : listStatementFields(entry.statement);
  return fields
    .map(({ field, span }) => ({ field, span: moved(span, entry.excerptStart) }))
    .filter(({ span }) => 0 <= span[0] && span[1] <= entry.excerpt.length);
}

/** The link that opens the outlet's page at the entry's words; null without an address. */
export function linkLedgerEntry(entry: LedgerEntry): string | null {
  const url = findSafeUrl(entry.article.url);
  const { excerpt } = entry;
  return url && `${url.replace(/#.*$/, '')}#${describeFragment(excerpt, [0, excerpt.length])}`;
}

/** Cite a ledger's entry: its line, its quotation and where it stands. */
export function citeLedgerEntry(entry: LedgerEntry): string {
  const { article, excerpt, excerptStart } = entry;
  const place = [
    article.title && `“${article.title}”`,
    article.publisher,
    article.publishedOn && describeDate(article.publishedOn),
    `characters ${excerptStart}–${excerptStart + excerpt.length}`,
    linkLedgerEntry(entry) ?? `article ${article.id}`,
  ].filter(Boolean);
  const quotation = excerpt.replace(/\s+/g, ' ');
  return `${describeEntryLine(factsOfLedger(entry))}.\n“${quotation}”\n${place.join(', ')}`;
}
