/**
 * Restoring a backup into a new, empty ledger on either engine, in one transaction: it is there
 * whole, or not at all.
 * @module
 */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { type ArticleRecord, CodedError } from '@onrecord/record';
import type { Kysely } from 'kysely';
import { projectRecord } from '../add/project-record.ts';
import { applyDecisions } from '../decision/apply-decisions.ts';
import { listLineageDecisions } from '../decision/list-decisions.ts';
import { SCHEMA_VERSION } from '../store/migrations.ts';
import { migrate, openStore, type Store, type StoreOptions } from '../store/open-store.ts';
import { COLUMNS, type PlainTable, type Schema } from '../store/schema.ts';
import { BACKUP_FORMAT } from './write-backup.ts';

/** Rows written at once. */
const ROWS = 500;

/** What to restore, and where. */
export interface RestoreOptions extends StoreOptions {
  file: string;
}

const unreadable = (place: string, why: string, cause?: unknown): CodedError =>
  new CodedError('backup-unreadable', `the backup cannot be read: ${why}`, {
    ...(cause === undefined ? {} : { cause }),
    place,
    remedy: 'name a file that `onrecord backup` wrote, whole',
  });

/**
 * Restore a backup into a ledger that does not exist yet or is empty.
 * @throws CodedError `backup-unreadable`, `backup-newer`, `restore-not-empty`, `database-…`
 */
export async function restoreLedger({
  file,
  ...options
}: RestoreOptions): Promise<{ rows: number }> {
  const lines = readLines(file);
  const head = (await lines.next()).value as
    | { format?: string; schemaVersion?: number }
    | undefined;
  if (head?.format !== BACKUP_FORMAT || head.schemaVersion === undefined)
    throw unreadable(file, `it does not begin with "${BACKUP_FORMAT}"`);
  const { schemaVersion } = head;
  if (SCHEMA_VERSION < schemaVersion)
    throw new CodedError(
      'backup-newer',
      `the backup has version ${schemaVersion}, this build reads up to ${SCHEMA_VERSION}`,
      { place: file, remedy: 'update On Record, then restore again' },
    );
  const store = await openStore({ ...options, schemaVersion });
  try {
    return await store.write(async (tx) => {
      await requireEmpty(tx, { place: options.database, schemaVersion });
      const rows = await insertLines(tx, store, { lines, file });
      await migrate(tx, store.engine);
      await store.dialect.advanceDecisions(tx);
      await insertAllWords(tx, store);
      return { rows };
    });
  } finally {
    await store.close();
  }
}

async function requireEmpty(
  tx: Kysely<Schema>,
  { place, schemaVersion }: { place: string; schemaVersion: number },
): Promise<void> {
  const found = await tx.selectFrom('article').select('seq').limit(1).executeTakeFirst();
  const version = await tx
    .selectFrom('meta')
    .select('value')
    .where('name', '=', 'schema-version')
    .executeTakeFirstOrThrow();
  if (found === undefined && Number(version.value) === schemaVersion) return;
  throw new CodedError('restore-not-empty', 'there is a ledger there already', {
    place,
    remedy: 'restore into a new one with --database, then put it in the place of the old',
  });
}

async function* readLines(file: string): AsyncGenerator<unknown> {
  const bytes = createReadStream(file);
  const stream = file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes;
  bytes.on('error', (error) => stream.destroy(error));
  try {
    for await (const line of createInterface({
      input: stream,
      crlfDelay: Number.POSITIVE_INFINITY,
    }))
      yield JSON.parse(line);
  } catch (error) {
    throw unreadable(file, String(error), error);
  }
}

interface Lines {
  lines: AsyncGenerator<unknown>;
  file: string;
}

type Row = (string | number | null)[];

async function insertLines(
  tx: Kysely<Schema>,
  store: Store,
  { lines, file }: Lines,
): Promise<number> {
  let into: { table: PlainTable; columns: string[] } | undefined;
  let rows: Row[] = [];
  let count = 0;
  const flush = async (): Promise<void> => {
    if (into !== undefined) await store.dialect.insertValues(tx, into, rows.flat());
    count += rows.length;
    rows = [];
  };
  await tx.deleteFrom('meta').execute();
  for await (const line of lines) {
    if (Array.isArray(line)) {
      rows.push(line as Row);
      if (rows.length === ROWS) await flush();
      continue;
    }
    await flush();
    const mark = line as { end?: true; table?: string; columns?: string[] };
    if (mark.end === true) return count;
    if (mark.table === undefined || !(mark.table in COLUMNS) || mark.columns === undefined)
      throw unreadable(file, `unknown table ${String(mark.table)}`);
    into = { table: mark.table as PlainTable, columns: mark.columns };
  }
  throw unreadable(file, 'its end is missing');
}

/** Make the full-text index again from the articles and the decisions on them. */
async function insertAllWords(tx: Kysely<Schema>, store: Store): Promise<void> {
  let last = 0;
  for (;;) {
    const articles = await tx
      .selectFrom('article')
      .select(['seq', 'lineage_id', 'record'])
      .where('is_current', '=', 1)
      .where('seq', '>', last)
      .orderBy('seq')
      .limit(ROWS)
      .execute();
    for (const { seq, lineage_id: lineageId, record } of articles) {
      const decisions = await listLineageDecisions(tx, lineageId);
      const reading = applyDecisions(JSON.parse(record) as ArticleRecord, decisions);
      const entries = await tx
        .selectFrom('entry')
        .select(['seq', 'id'])
        .where('article_seq', '=', seq)
        .execute();
      const keys = new Map(entries.map((entry) => [entry.id, entry.seq]));
      const words = [...projectRecord(reading)].flatMap((draft) => {
        const key = keys.get(draft.id);
        return key === undefined ? [] : [{ seq: key, words: draft.words }];
      });
      await store.dialect.insertWords(tx, words);
    }
    if (articles.length < ROWS) return;
    last = articles.at(-1)?.seq ?? last;
  }
}
