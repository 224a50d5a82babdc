/**
 * Entries of a record that no ledger holds, in the shape of the ledger's entries, so that what was
 * read in the browser is exported with the same columns.
 * @module
 */
import type { ArticleRecord } from '@onrecord/record';
import type { ActorPart } from './describe-entry.ts';
import { type Entry, factsOf, listEntries } from './entry.ts';
import type { LedgerEntry } from './ledger-entry.ts';

const PARTS: readonly ActorPart[] = ['speaker', 'party', 'asserter', 'counterparty'];

function entryOf(record: ArticleRecord, entry: Entry): LedgerEntry {
  const { article } = record;
  const facts = factsOf(record, entry);
  const { title, publisher, url, publishedOn } = article;
  const known = Object.entries({ title, publisher, url, publishedOn });
  const base = {
    id: entry.id,
    article: {
      id: article.id,
      lineageId: article.id,
      version: 1,
      isCurrent: true,
      language: article.language,
      originId: article.id,
      reader: record.reader.model,
      addedAt: '',
      ...Object.fromEntries(known.filter(([, value]) => value !== undefined)),
    },
    actors: PARTS.flatMap((part) =>
      facts.names(part).map((name) => ({ id: '', localId: '', name, part })),
    ),
    review: 'open' as const,
    excerpt: article.text.slice(entry.cover[0], entry.cover[1]),
    excerptStart: entry.cover[0],
    highlights: [],
    ...(facts.saidOn ? { saidFrom: facts.saidOn.from, saidTo: facts.saidOn.to } : {}),
  };
  if (entry.kind === 'statement') return { ...base, kind: 'statement', statement: entry.statement };
  const { commitment } = entry;
  return { ...base, kind: 'commitment', commitment, conditionMarks: {}, evidence: [] };
}

/** List a record's entries in the shape of the ledger's. */
export function listLocalEntries(record: ArticleRecord): LedgerEntry[] {
  return listEntries(record).map((entry) => entryOf(record, entry));
}
