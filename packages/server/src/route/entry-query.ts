/**
 * The filters of the API → the ledger's query, and back. Empty lists say nothing.
 * @module
 */
import { type EntryFilter, entryFilterSchema } from '@onrecord/api';
import type { EntryQuery } from '@onrecord/ledger';
import type { z } from 'zod';

/** Members that are called differently. */
const NAMES = { q: 'words', article: 'articleId' } as const;
const KEYS = Object.keys(entryFilterSchema.shape) as (keyof EntryFilter)[];

/** The ledger's query for some filters. */
export function entryQueryOf(filter: EntryFilter): EntryQuery {
  const said = KEYS.map((key) => [NAMES[key as keyof typeof NAMES] ?? key, filter[key]]).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(said) as EntryQuery;
}

/** The filters that a query of the ledger stands for. */
export function entryFilterOf(query: EntryQuery): z.output<typeof entryFilterSchema> {
  const said = KEYS.map((key) => [key, query[NAMES[key as keyof typeof NAMES] ?? key]]);
  return entryFilterSchema.parse(Object.fromEntries(said));
}
