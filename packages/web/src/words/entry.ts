/**
 * Entries: the statements and commitments of one article in the order of its text, each with the
 * words that it rests on. What the cards, the filters and the highlighting work on.
 * @module
 */
import {
  type Actor,
  type ArticleRecord,
  type Commitment,
  quoteOf,
  type Span,
  type Statement,
} from '@onrecord/record';
import type { ActorPart, EntryFacts } from './describe-entry.ts';
import { type FieldSpan, listCommitmentFields, listStatementFields } from './field.ts';

interface EntryBase {
  id: string;
  fields: FieldSpan[];
  /** From the first word of the record to its last. */
  cover: Span;
}

/** A statement or a commitment, with its words. */
export type Entry =
  | (EntryBase & { kind: 'statement'; statement: Statement })
  | (EntryBase & { kind: 'commitment'; commitment: Commitment });

/** Find the stretch from the first to the last of some spans; `[0, 0)` when there are none. */
export function coverOf(spans: readonly Span[]): Span {
  if (spans.length === 0) return [0, 0];
  return [Math.min(...spans.map((s) => s[0])), Math.max(...spans.map((s) => s[1]))];
}

function fieldsInside(fields: FieldSpan[], length: number): FieldSpan[] {
  return fields.filter(({ span }) => 0 <= span[0] && span[0] < span[1] && span[1] <= length);
}

/** List what an article's record holds, in the order of the text. */
export function listEntries(record: ArticleRecord): Entry[] {
  const { length } = record.article.text;
  const entries: Entry[] = [];
  for (const statement of record.statements) {
    const fields = fieldsInside(listStatementFields(statement), length);
    const cover = coverOf(fields.filter((f) => f.field !== 'occasion').map((f) => f.span));
    entries.push({ kind: 'statement', id: statement.id, fields, cover, statement });
  }
  for (const commitment of record.commitments) {
    const fields = fieldsInside(listCommitmentFields(commitment), length);
    entries.push({
      kind: 'commitment',
      id: commitment.id,
      fields,
      cover: coverOf(fields.map((f) => f.span)),
      commitment,
    });
  }
  return entries.sort((a, b) => a.cover[0] - b.cover[0] || b.cover[1] - a.cover[1]);
}

/** Find an actor of a record by id. */
export function findActor(record: ArticleRecord, id: string | undefined): Actor | null {
  return id === undefined ? null : (record.actors.find((actor) => actor.id === id) ?? null);
}

function idsOf(entry: Entry, part: ActorPart): (string | undefined)[] {
  if (entry.kind === 'statement') return part === 'speaker' ? [entry.statement.speaker] : [];
  const { commitment } = entry;
  if (part === 'party') return commitment.parties;
  if (part === 'counterparty') return commitment.counterparties;
  return part === 'asserter' ? [commitment.assertedBy] : [];
}

function findSaidOn(record: ArticleRecord, entry: Entry): EntryFacts['saidOn'] {
  if (entry.kind === 'statement') return entry.statement.saidOn;
  return record.statements.find(({ id }) => id === entry.commitment.statement)?.saidOn;
}

/** Gather what the line of an entry is made of, out of its article's record. */
export function factsOf(record: ArticleRecord, entry: Entry): EntryFacts {
  const nameOf = (id: string | undefined) => findActor(record, id)?.name;
  return {
    statement: entry.kind === 'statement' ? entry.statement : undefined,
    commitment: entry.kind === 'commitment' ? entry.commitment : undefined,
    cut: (spans) => quoteOf(record.article.text, spans),
    names: (part) =>
      idsOf(entry, part)
        .map(nameOf)
        .filter((name) => name !== undefined),
    saidOn: findSaidOn(record, entry),
  };
}

/** Cut an entry's quotation from its text: what a statement says, or a commitment's whole stretch. */
export function quoteEntry(record: ArticleRecord, entry: Entry): string {
  const { text } = record.article;
  if (entry.kind === 'statement' && 0 < entry.statement.content.length)
    return quoteOf(text, entry.statement.content);
  return text.slice(entry.cover[0], entry.cover[1]);
}
