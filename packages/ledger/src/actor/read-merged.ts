/**
 * Which actors were merged into which: the one place that asks the store for it.
 * @module
 */
import type { Kysely } from 'kysely';
import type { Store } from '../store/open-store.ts';
import type { Schema } from '../store/schema.ts';

/**
 * Read, of some actors, those that were merged: their sequence number and that of whom they are now.
 * @param db the store's connection, or the transaction in which it is asked
 */
export async function readMerged(
  db: Kysely<Schema>,
  store: Pick<Store, 'dialect'>,
  seqs: readonly number[],
): Promise<Map<number, number>> {
  if (seqs.length === 0) return new Map();
  const rows = await db
    .selectFrom('actor')
    .select(['seq', 'canonical_seq'])
    .where(store.dialect.among('seq', seqs))
    .whereRef('canonical_seq', '<>', 'seq')
    .execute();
  return new Map(rows.map((row) => [row.seq, row.canonical_seq]));
}
