/**
 * The record of one article: what `onrecord read` prints, the API returns and the ledger keeps.
 * @module
 */
import type { Actor } from './actor.ts';
import type { Article } from './article.ts';
import type { Commitment } from './commitment.ts';
import type { DatedEvent } from './dated-event.ts';
import type { Span } from './span.ts';
import type { Statement } from './statement.ts';

/** The name and number of the record's format. */
export const SCHEMA = 'onrecord/1';

/** Something worth telling about a text that stops nobody: too long, not English, unbalanced quotes. */
export interface Note {
  /** A word; listed in `docs/errors.md`. */
  code: string;
  message: string;
  span?: Span;
}

/** What one article says, every entry tied to its words. */
export interface ArticleRecord {
  schema: typeof SCHEMA;
  /** The input line's id, with `--jsonl`. */
  id?: string;
  article: Article;
  actors: Actor[];
  statements: Statement[];
  commitments: Commitment[];
  events: DatedEvent[];
  notes: Note[];
  /** What made this record: the same input and the same model give the same bytes. */
  reader: { version: string; model: string };
}

/** Encode a record as one line of JSON; `decodeRecord` gives it back. */
export const encodeRecord = (record: ArticleRecord): string => JSON.stringify(record);
