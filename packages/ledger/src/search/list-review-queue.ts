/**
 * What nobody has looked at yet, newest first; with `maxScore`, only what the reader doubts. Its
 * rules with their counts, and its ids alone, for whoever decides on many at once.
 * @module
 */
import { sql } from 'kysely';
import type { Entry, EntryQuery, FacetCount, Page } from '../ledger.ts';
import { cursorAfter, pageLimit } from '../store/cursor.ts';
import type { Store } from '../store/open-store.ts';
import { searchEntries, selectEntries } from './search-entries.ts';

const openOnly = (query: EntryQuery): EntryQuery => ({ ...query, review: 'open' });

/** Entries that nobody accepted, edited or rejected. */
export function listReviewQueue(store: Store, query: EntryQuery = {}): Promise<Page<Entry>> {
  return searchEntries(store, openOnly(query));
}

/** Ids read at once when no limit is asked for. */
const IDS = 500;

/** The same, as ids alone: thousands of them without their words. */
export async function listReviewIds(store: Store, query: EntryQuery = {}): Promise<Page<string>> {
  const limit = pageLimit(query.limit, IDS);
  const { select, key } = await selectEntries(store, openOnly(query));
  const rows = await select
    .select(['entry.id', 'entry.seq'])
    .orderBy(key, 'desc')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(({ id }) => id),
    ...(limit < rows.length && last !== undefined ? { nextCursor: cursorAfter(last.seq) } : {}),
  };
}

/**
 * Count the queue by the rule that found its entries, most first: every entry of it, however many,
 * and every rule, also those that the query does not ask for.
 */
export async function countReviewRules(
  store: Store,
  query: EntryQuery = {},
): Promise<FacetCount[]> {
  const { cursor: _page, rule: _one, ...others } = query;
  const { select } = await selectEntries(store, openOnly(others));
  const rows = await select
    .select(['entry.rule', sql<number>`count(*)`.as('count')])
    .groupBy('entry.rule')
    .execute();
  return rows
    .map(({ rule, count }) => ({ value: rule ?? '', count: Number(count) }))
    .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
}
