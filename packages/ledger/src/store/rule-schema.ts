/**
 * Version 3 of the schema: the rule that found an entry, in a column, so that the review queue can
 * be filtered by it and counted.
 * @module
 */
import { type Kysely, sql } from 'kysely';
import type { EngineDialect } from './dialect.ts';
import type { Schema } from './schema.ts';

/** Add the column, filled from what the entries hold, and its index. */
export async function addRules(db: Kysely<Schema>, engine: EngineDialect['engine']): Promise<void> {
  const isSqlite = engine === 'sqlite';
  const rule = isSqlite ? "json_extract(body, '$.value.rule')" : "body::json -> 'value' ->> 'rule'";
  for (const step of [
    `alter table entry add column rule ${isSqlite ? 'text' : 'text collate "C"'}`,
    `update entry set rule = ${rule}`,
    'create index entry_rule on entry (rule, seq)',
  ])
    await sql.raw(step).execute(db);
}
