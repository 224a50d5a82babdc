/**
 * Backups: every row of every table as a line of JSON, in one consistent view, readable on either
 * engine and by people. The full-text index is left out: restoring makes it again.
 * @module
 */

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { CodedError } from '@onrecord/record';
import { type Kysely, sql } from 'kysely';
import { SCHEMA_VERSION } from '../store/migrations.ts';
import type { Store } from '../store/open-store.ts';
import { COLUMNS, type PlainTable, type Schema } from '../store/schema.ts';

/** The name and number of the backup's format. */
export const BACKUP_FORMAT = 'onrecord-backup/1';
/** Rows read at once. */
const ROWS = 500;

/** Write a backup. @throws CodedError `backup-unwritable` */
export async function writeBackup(store: Store, file: string): Promise<{ rows: number }> {
  const part = `${file}.part`;
  let rows = 0;
  try {
    await store.readAtOnce(async (tx) => {
      const lines = Readable.from(
        listLines(tx, () => {
          rows++;
        }),
      );
      const sink = createWriteStream(part, { flags: 'w', flush: true });
      await once(sink, 'open');
      if (file.endsWith('.gz')) await pipeline(lines, createGzip(), sink);
      else await pipeline(lines, sink);
    });
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    if (error instanceof CodedError) throw error;
    throw new CodedError('backup-unwritable', `the backup cannot be written: ${String(error)}`, {
      cause: error,
      place: file,
      remedy: 'name a file in a folder that is yours to write and has room',
    });
  }
  return { rows };
}

async function* listLines(tx: Kysely<Schema>, count: () => void): AsyncGenerator<string> {
  yield `${JSON.stringify({ format: BACKUP_FORMAT, schemaVersion: SCHEMA_VERSION })}\n`;
  for (const table of Object.keys(COLUMNS) as PlainTable[]) {
    const columns = Object.keys(COLUMNS[table]);
    yield `${JSON.stringify({ table, columns })}\n`;
    for await (const rows of listRows(tx, table)) {
      let lines = '';
      for (const row of rows) {
        count();
        lines += `${JSON.stringify(columns.map((column) => row[column]))}\n`;
      }
      yield lines;
    }
  }
  yield `${JSON.stringify({ end: true })}\n`;
}

/** The columns by which each table's rows are paged: its primary key. */
const KEYS: { readonly [T in PlainTable]: readonly string[] } = {
  meta: ['name'],
  article: ['seq'],
  article_band: ['band', 'article_seq'],
  article_likeness: ['article_seq', 'other_seq'],
  actor: ['seq'],
  article_actor: ['article_seq', 'local_id'],
  actor_split: ['decision_id', 'own_seq', 'lineage_id'],
  entry: ['seq'],
  entry_actor: ['actor_seq', 'entry_seq', 'part', 'own_seq'],
  entry_condition: ['entry_seq', 'id'],
  decision: ['seq'],
  orphan: ['decision_id'],
  dossier: ['id', 'version'],
};

async function* listRows(
  tx: Kysely<Schema>,
  table: PlainTable,
): AsyncGenerator<Record<string, unknown>[]> {
  const keys = KEYS[table];
  let last: Record<string, unknown> | undefined;
  for (;;) {
    const names = sql.join(keys.map((key) => sql.ref(key)));
    const after = last;
    const from =
      after === undefined
        ? sql``
        : sql`where (${names}) > (${sql.join(keys.map((key) => after[key]))})`;
    const { rows } = await sql<Record<string, unknown>>`
      select * from ${sql.table(table)} ${from} order by ${names} limit ${ROWS}`.execute(tx);
    if (rows.length > 0) yield rows;
    if (rows.length < ROWS) return;
    last = rows.at(-1);
  }
}
