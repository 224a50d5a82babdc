/**
 * The store: a database opened, its schema brought up to date, and the few ways in which the rest
 * of the ledger uses it: `db` to read, `write` for one transaction that is tried again when
 * another writer came first, and blocks of numbers for keys.
 * @module
 */
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { CodedError } from '@onrecord/record';
import { Kysely, sql } from 'kysely';
import { countChange } from './changes.ts';
import type { Database } from './database.ts';
import { describeDatabaseError, isRetryable } from './database-error.ts';
import { type EngineDialect, openDialect } from './dialect.ts';
import { MIGRATIONS, SCHEMA_VERSION } from './migrations.ts';
import type { Schema } from './schema.ts';

/** How a store is opened. */
export interface StoreOptions {
  /** A file, or `postgres://user@host/name`. */
  database: string;
  /** Make the ledger when there is none; default: yes. */
  create?: boolean;
  /** The longest wait for another process's lock, in milliseconds; default 5,000. */
  waitMs?: number;
  /** The most pages of 4,096 bytes that a file may take. */
  maxPages?: number;
  /** Bring the schema to this version only: what restoring and the tests of migrations do. */
  schemaVersion?: number;
}

/** Numbers that a store hands out. */
export type NumberKind = (typeof NUMBER_KINDS)[number];

/** An open database with the ledger's schema. */
export interface Store {
  engine: Database['engine'];
  dialect: EngineDialect;
  /** For reading. */
  db: Kysely<Schema>;
  /** Do a task in one transaction: all of it is kept, or nothing. It may run more than once. */
  write<T>(task: (tx: Kysely<Schema>) => Promise<T>): Promise<T>;
  /** Read everything as it stands at one moment. */
  readAtOnce<T>(task: (tx: Kysely<Schema>) => Promise<T>): Promise<T>;
  /**
   * Reserve numbers that nobody else gets; not within `write`, where `reserveIn` does it.
   * @returns the first of each kind; as many as asked for follow in a row
   */
  reserve(counts: Readonly<Record<NumberKind, number>>): Promise<Record<NumberKind, number>>;
  reserveIn(tx: Kysely<Schema>, kind: NumberKind, count: number): Promise<number>;
  close(): Promise<void>;
}

/** How often a transaction is tried when another writer comes first each time. */
const ATTEMPTS = 12;
/** The first pause between attempts; it grows with each, up to some 250 ms, with some chance in it. */
const PAUSE_MS = 4;
const DEFAULT_WAIT_MS = 5000;
const NUMBER_KINDS = ['article', 'actor', 'entry'] as const;
/** Numbers taken at once: some 200 articles' worth, so that few adds wait for the counter. */
const BLOCK: Readonly<Record<NumberKind, number>> = { article: 256, actor: 4096, entry: 8192 };

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Let one task at a time through. */
function oneAtATime(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const run = last.then(task, task);
    last = run.catch(() => undefined);
    return run;
  };
}

/** The store of a database that is open already: what the fault tests open. */
export async function openStoreOn(
  database: Database,
  options: { place: string; create?: boolean; schemaVersion?: number },
): Promise<Store> {
  const dialect = openDialect(database, options.place);
  const db = new Kysely<Schema>({ dialect: dialect.kysely });
  const queue = oneAtATime();
  // SQLite has one writer; waiting here is fairer than waiting for the file's lock.
  const inTurn = database.engine === 'sqlite' ? queue : <T>(task: () => Promise<T>) => task();

  async function attempt<T>(task: (tx: Kysely<Schema>) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        return await db.transaction().execute(async (tx) => {
          const done = await task(tx);
          await countChange(tx, database.engine);
          return done;
        });
      } catch (error) {
        if (tries === ATTEMPTS || !isRetryable(error)) throw error;
        await pause(Math.min(250, PAUSE_MS * 2 ** tries) * (0.5 + Math.random()));
      }
    }
  }

  const write: Store['write'] = (task) => inTurn(() => attempt(task));
  try {
    await openSchema(db, { ...options, engine: database.engine, write });
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return {
    engine: database.engine,
    dialect,
    db,
    write,
    readAtOnce: (task) => db.transaction().setAccessMode('read only').execute(task),
    reserve: openNumbers(write),
    reserveIn: takeBlock,
    close: () => db.destroy(),
  };
}

/** Numbers handed out from blocks that a process takes for itself. */
function openNumbers(write: Store['write']): Store['reserve'] {
  const free = new Map<NumberKind, { next: number; end: number }>();
  const queue = oneAtATime();
  const isShort = (kind: NumberKind, count: number): boolean => {
    const block = free.get(kind);
    return 0 < count && (block === undefined || block.end - block.next < count);
  };
  return (counts) =>
    queue(async () => {
      const short = NUMBER_KINDS.filter((kind) => isShort(kind, counts[kind]));
      if (short.length > 0)
        await write(async (tx) => {
          for (const kind of short) {
            const size = Math.max(counts[kind], BLOCK[kind]);
            const first = await takeBlock(tx, kind, size);
            free.set(kind, { next: first, end: first + size });
          }
        });
      const firsts = { article: 0, actor: 0, entry: 0 };
      for (const kind of NUMBER_KINDS) {
        const block = free.get(kind);
        if (block === undefined) continue;
        firsts[kind] = block.next;
        block.next += counts[kind];
      }
      return firsts;
    });
}

async function takeBlock(tx: Kysely<Schema>, kind: NumberKind, size: number): Promise<number> {
  const row = await tx
    .updateTable('meta')
    .set({ value: sql<string>`cast(cast(value as bigint) + ${sql.lit(size)} as text)` })
    .where('name', '=', `next-${kind}`)
    .returning('value')
    .executeTakeFirstOrThrow();
  return Number(row.value) - size;
}

interface SchemaOptions {
  place: string;
  engine: Database['engine'];
  create?: boolean;
  schemaVersion?: number;
  write: Store['write'];
}

async function readVersion(db: Kysely<Schema>, engine: Database['engine']): Promise<number> {
  const found =
    engine === 'sqlite'
      ? await sql`select 1 from sqlite_master where type = 'table' and name = 'meta'`.execute(db)
      : // Not `to_regclass`: its cache may not know yet what another process has just made.
        await sql`select 1 from pg_catalog.pg_tables
            where schemaname = current_schema() and tablename = 'meta'`.execute(db);
  if (found.rows.length === 0) return 0;
  const row = await db
    .selectFrom('meta')
    .select('value')
    .where('name', '=', 'schema-version')
    .executeTakeFirst();
  return row === undefined ? 0 : Number(row.value);
}

async function openSchema(db: Kysely<Schema>, options: SchemaOptions): Promise<void> {
  const { engine, place, write, schemaVersion = SCHEMA_VERSION } = options;
  const version = await readVersion(db, engine);
  if (SCHEMA_VERSION < version)
    throw new CodedError(
      'database-newer',
      `the ledger has version ${version}, this build reads up to ${SCHEMA_VERSION}`,
      { place, remedy: 'update On Record, or name another ledger with --database' },
    );
  if (schemaVersion <= version) return;
  if (version === 0 && options.create === false) throw missing(place);
  await write(async (tx) => {
    if (engine === 'postgres') await sql`select pg_advisory_xact_lock(${LOCK_KEY})`.execute(tx);
    if ((await readVersion(tx, engine)) === 0) await createMeta(tx);
    await migrate(tx, engine, schemaVersion);
  });
}

const missing = (place: string): CodedError =>
  new CodedError('database-missing', 'there is no ledger there', {
    place,
    remedy: 'add an article first, or name another ledger with --database',
  });

/** Bring a schema forward, within a transaction. */
export async function migrate(
  tx: Kysely<Schema>,
  engine: Database['engine'],
  schemaVersion = SCHEMA_VERSION,
): Promise<void> {
  const from = await readVersion(tx, engine);
  for (const migration of MIGRATIONS.slice(from, schemaVersion)) await migration.up(tx, engine);
  await tx
    .updateTable('meta')
    .set({ value: String(Math.max(from, schemaVersion)) })
    .where('name', '=', 'schema-version')
    .execute();
}

/** Two processes that open a new ledger on one server wait for each other under this number. */
const LOCK_KEY = 7_265_011;

async function createMeta(tx: Kysely<Schema>): Promise<void> {
  await sql.raw('create table meta (name text primary key, value text not null)').execute(tx);
  const rows = [
    { name: 'schema-version', value: '0' },
    { name: 'next-article', value: '1' },
    { name: 'next-actor', value: '1' },
    { name: 'next-entry', value: '1' },
  ];
  await tx.insertInto('meta').values(rows).execute();
}

/** Whether a database is named by a PostgreSQL address. */
export const isPostgresAddress = (database: string): boolean =>
  /^postgres(ql)?:\/\//.test(database);

async function openDatabase(options: StoreOptions): Promise<Database> {
  if (isPostgresAddress(options.database)) {
    const { openPostgres } = await import('./postgres-database.ts');
    return openPostgres(options.database, { create: options.create !== false });
  }
  const { openSqlite } = await import('./sqlite-database.ts');
  const file = options.database === ':memory:' ? ':memory:' : resolve(options.database);
  if (options.create !== false) await mkdir(dirname(file), { recursive: true });
  else if (!existsSync(file)) throw missing(file);
  return openSqlite({
    file,
    waitMs: options.waitMs ?? DEFAULT_WAIT_MS,
    ...(options.maxPages === undefined ? {} : { maxPages: options.maxPages }),
  });
}

/** An address without its password: what errors may name. */
const placeOf = (database: string): string => database.replace(/(:\/\/[^:@/]*):[^@/]*@/, '$1@');

/**
 * Open a store, make its schema where there is none, bring it forward where it is older.
 * @throws CodedError `database-newer`, `database-missing`, `database-locked`, `database-full`,
 * `database-unwritable`, `database-corrupt`, `database-unreachable`, `database-refused`
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const place = placeOf(options.database);
  let database: Database;
  try {
    database = await openDatabase(options);
  } catch (error) {
    throw describeDatabaseError(error, place);
  }
  return openStoreOn(database, {
    place,
    ...(options.create === undefined ? {} : { create: options.create }),
    ...(options.schemaVersion === undefined ? {} : { schemaVersion: options.schemaVersion }),
  });
}
