/**
 * What nobody has looked at yet, newest first; with `maxScore`, only what the reader doubts.
 * @module
 */
import type { Entry, EntryQuery, Page } from '../ledger.ts';
import type { Store } from '../store/open-store.ts';
import { searchEntries } from './search-entries.ts';

/** Entries that nobody accepted, edited or rejected. */
export function listReviewQueue(store: Store, query: EntryQuery = {}): Promise<Page<Entry>> {
  return searchEntries(store, { ...query, review: 'open' });
}
