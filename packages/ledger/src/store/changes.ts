/**
 * A count of changes: every transaction that writes adds one, in itself, so that another process
 * that reads the same count sees the same ledger. It stands in a few rows, so that writers beside
 * each other on PostgreSQL seldom wait for one row; it is written last, and so never the first lock
 * of two that wait for each other.
 * @module
 */
import { type Kysely, sql } from 'kysely';
import type { EngineDialect } from './dialect.ts';
import type { Schema } from './schema.ts';

/** Some more than the writers of one server at a time. */
const SLOTS = 8;

const slotName = (slot: number): string => `changes-${slot}`;

/**
 * Version 4 of the schema: the count of changes; and an index less, which adding paid for and
 * nothing but a renaming undone looked into.
 */
export async function createChanges(db: Kysely<Schema>): Promise<void> {
  const rows = Array.from({ length: SLOTS }, (_, slot) => ({ name: slotName(slot), value: '0' }));
  await db.insertInto('meta').values(rows).execute();
  await sql.raw('drop index article_actor_own').execute(db);
}

/** Count a change, within the transaction that makes it. */
export async function countChange(
  tx: Kysely<Schema>,
  engine: EngineDialect['engine'],
): Promise<void> {
  const slot = engine === 'sqlite' ? 0 : Math.floor(Math.random() * SLOTS);
  await tx
    .updateTable('meta')
    .set({ value: sql<string>`cast(cast(value as bigint) + 1 as text)` })
    .where('name', '=', slotName(slot))
    .execute();
}

/** How many changes there were. */
export async function readChanges(db: Kysely<Schema>): Promise<number> {
  const row = await db
    .selectFrom('meta')
    .select(sql<number>`sum(cast(value as bigint))`.as('count'))
    .where('name', '>=', slotName(0))
    .where('name', '<=', slotName(SLOTS - 1))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}
