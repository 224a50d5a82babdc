/**
 * The stretch of an article in which an entry is looked at: the whole paragraphs around it.
 * @module
 */
import type { ArticleRecord, Span } from '@onrecord/record';
import type { LedgerEntry } from '../../words/ledger-entry.ts';

/** This much text is shown before and after the entry, up to the next line break. */
const AROUND = 300;
/** A paragraph that begins or ends farther away than this is cut. */
const FARTHEST = 3000;

/** Find the paragraphs around an entry: whole ones, as far as they lie near. */
export function findContext(record: ArticleRecord, entry: LedgerEntry): Span {
  const { text } = record.article;
  const from = Math.max(0, entry.excerptStart - AROUND);
  const to = Math.min(text.length, entry.excerptStart + entry.excerpt.length + AROUND);
  const start = text.lastIndexOf('\n', from) + 1;
  const next = text.indexOf('\n', to);
  const end = next < 0 ? text.length : next;
  return [from - start < FARTHEST ? start : from, end - to < FARTHEST ? end : to];
}
