/**
 * Pages of lists that are made whole: the cursor is a place in the list.
 * @module
 */

/** One page of a list. */
export function pageOfList<T>(
  list: readonly T[],
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): { items: T[]; nextCursor?: string } {
  const start = Math.max(0, Math.floor(Number(cursor ?? 0)) || 0);
  const items = list.slice(start, start + limit);
  const next = start + limit;
  return { items, ...(next < list.length ? { nextCursor: String(next) } : {}) };
}
