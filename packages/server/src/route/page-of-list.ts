/**
 * Pages of lists that are made whole: the cursor is a place in the list.
 * @module
 */

import { CodedError } from '@onrecord/record';

/** One page of a list. @throws CodedError `query-invalid` for a cursor that is none */
export function pageOfList<T>(
  list: readonly T[],
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): { items: T[]; nextCursor?: string } {
  if (cursor !== undefined && !/^\d{1,9}$/.test(cursor))
    throw new CodedError('query-invalid', `not a cursor of this list: ${cursor}`, {
      remedy: 'send back what `nextCursor` said',
    });
  const start = Number(cursor ?? 0);
  const items = list.slice(start, start + limit);
  const next = start + limit;
  return { items, ...(next < list.length ? { nextCursor: String(next) } : {}) };
}
