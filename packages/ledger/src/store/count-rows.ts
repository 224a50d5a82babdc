/**
 * How much a ledger holds.
 * @module
 */
import type { Store } from './open-store.ts';

/** Current articles, all versions, entries of current articles, decisions. */
export async function countRows(store: Store) {
  const count = async (table: 'article' | 'entry' | 'decision'): Promise<number> => {
    const row = await store.db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    return Number(row.count);
  };
  const current = await store.db
    .selectFrom('article')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('is_current', '=', 1)
    .executeTakeFirstOrThrow();
  return {
    articles: Number(current.count),
    versions: await count('article'),
    entries: await count('entry'),
    decisions: await count('decision'),
  };
}
