/**
 * Version 2 of the schema: dossiers. Rows are only ever added, so that who changed what stays.
 * @module
 */
import { type Kysely, sql } from 'kysely';
import type { EngineDialect } from './dialect.ts';
import type { Schema } from './schema.ts';

/** Make the table of dossiers. */
export async function createDossiers(
  db: Kysely<Schema>,
  engine: EngineDialect['engine'],
): Promise<void> {
  const isSqlite = engine === 'sqlite';
  const text = isSqlite ? 'text' : 'text collate "C"';
  const integer = isSqlite ? 'integer' : 'bigint';
  const columns = [
    `id ${text} not null`,
    `version ${integer} not null`,
    `name ${text} not null`,
    `question ${text}`,
    `query ${text} not null`,
    `included_ids ${text} not null`,
    `excluded_ids ${text} not null`,
    `changed_at ${text} not null`,
    `changed_by ${text} not null`,
    'primary key (id, version)',
  ];
  const kind = isSqlite ? ' without rowid, strict' : '';
  await sql.raw(`create table dossier (${columns.join(', ')})${kind}`).execute(db);
}
