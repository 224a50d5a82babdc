/**
 * The few differences between the engines, all in one place: how a transaction begins, how many
 * rows go in at once, and full text (FTS5 here, `tsvector` there). Words reach both engines
 * folded and stemmed by `search/fold-words.ts`, so that both find the same.
 * @module
 */
import { CodedError } from '@onrecord/record';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type DatabaseIntrospector,
  type Dialect,
  type Driver,
  type Insertable,
  type Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type RawBuilder,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
  type TransactionSettings,
} from 'kysely';
import type { Connection, Database, FlatRows, SqlValue } from './database.ts';
import { describeDatabaseError } from './database-error.ts';
import { COLUMNS, type ColumnType, type PlainTable, type Schema } from './schema.ts';

/** A words query, engine-neutral: every `all` must stand in the entry, no `none` may. */
export interface WordsQuery {
  /** Each a phrase of one or more folded words. */
  all: readonly (readonly string[])[];
  none: readonly (readonly string[])[];
}

/** What differs between the engines. */
export interface EngineDialect {
  engine: Database['engine'];
  kysely: Dialect;
  /** Insert many rows in one call; rows that break a unique key fail the whole call. */
  insertMany<T extends PlainTable>(
    db: Kysely<Schema>,
    table: T,
    rows: readonly InsertableRow<Schema[T]>[],
  ): Promise<void>;
  /** The same for rows as values, one after the other, in the order of the columns. */
  insertValues(
    db: Kysely<Schema>,
    into: { table: PlainTable; columns: readonly string[] },
    values: readonly SqlValue[],
  ): Promise<void>;
  insertWords(db: Kysely<Schema>, rows: readonly EntryWords[]): Promise<void>;
  deleteWords(db: Kysely<Schema>, entrySeqs: readonly number[]): Promise<void>;
  /** Let the numbers that the database gives go on after those that were restored. */
  advanceDecisions(db: Kysely<Schema>): Promise<void>;
  /** A condition: the column's value is one of these. One statement for lists of any length. */
  among(column: string, values: readonly (string | number)[]): RawBuilder<boolean>;
  /** A condition on the joined words table. */
  matchWords(query: WordsQuery): RawBuilder<boolean>;
  /** The column of the words table that holds the entry's key. */
  wordsKey: RawBuilder<number>;
  /**
   * Let the planner know the tables anew where more articles came than it knows of: until a server's
   * autovacuum has come by, or where it is off, it guesses how often a word or an actor is found.
   * SQLite's plans follow the order that is said.
   */
  analyzeTables(db: Kysely<Schema>, addedCount: number): Promise<void>;
  /**
   * Hold the ledger until the transaction ends: adding goes on beside adding, deciding goes alone.
   * SQLite has one writer at a time, so there it does nothing.
   */
  holdLedger(db: Kysely<Schema>, how: 'together' | 'alone'): Promise<void>;
}

/** A row, text as UTF-8 among its values too. */
export type InsertableRow<T> = {
  [C in keyof Insertable<T>]: Insertable<T>[C] extends string
    ? string | Uint8Array
    : Insertable<T>[C];
};

/** The folded words of an entry in their order, a space between. */
export interface EntryWords {
  seq: number;
  words: string;
}

/** Marks a compiled query whose parameters are rows. */
const MANY = { kind: 'RawNode', sqlFragments: [], parameters: [] } as const;

class SeamConnection implements DatabaseConnection {
  readonly connection: Connection;
  readonly place: string;
  isBroken = false;

  constructor(connection: Connection, place: string) {
    this.connection = connection;
    this.place = place;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    try {
      const answer =
        query.query === MANY
          ? await this.connection.queryMany(query.sql, query.parameters[0] as FlatRows)
          : await this.connection.query(query.sql, query.parameters as readonly SqlValue[]);
      return { rows: answer.rows as R[], numAffectedRows: BigInt(answer.changes) };
    } catch (error) {
      throw describeDatabaseError(error, this.place);
    }
  }

  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new TypeError('the ledger pages, it does not stream');
  }
}

class SeamDriver implements Driver {
  readonly #database: Database;
  readonly #place: string;

  constructor(database: Database, place: string) {
    this.#database = database;
    this.#place = place;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<SeamConnection> {
    try {
      return new SeamConnection(await this.#database.borrow(), this.#place);
    } catch (error) {
      throw describeDatabaseError(error, this.#place);
    }
  }

  async beginTransaction(connection: SeamConnection, settings: TransactionSettings) {
    try {
      await connection.executeQuery(rawQuery(this.#beginning(settings)));
    } catch (error) {
      // Perhaps it did begin and only the answer was lost. Waiting for a lock in vain is clear.
      const isClear = error instanceof CodedError && error.code === 'database-locked';
      connection.isBroken = !isClear;
      throw error;
    }
  }

  #beginning(settings: TransactionSettings): string {
    const isReading = settings.accessMode === 'read only';
    if (this.#database.engine === 'postgres')
      return isReading ? 'begin isolation level repeatable read read only' : 'begin';
    // A deferred transaction that turns to writing later fails at once when another has written.
    return isReading ? 'begin' : 'begin immediate';
  }

  async commitTransaction(connection: SeamConnection): Promise<void> {
    await connection.executeQuery(rawQuery('commit'));
  }

  async rollbackTransaction(connection: SeamConnection): Promise<void> {
    try {
      await connection.executeQuery(rawQuery('rollback'));
    } catch (error) {
      // SQLite ends a transaction itself on some errors (a full disk).
      connection.isBroken = !/no transaction is active/.test(String(error));
    }
  }

  async releaseConnection(connection: SeamConnection): Promise<void> {
    await this.#database.giveBack(connection.connection, connection.isBroken ? 'broken' : 'sound');
  }

  destroy(): Promise<void> {
    return this.#database.close();
  }
}

const rawQuery = (text: string): CompiledQuery => ({
  sql: text,
  parameters: [],
  query: { kind: 'RawNode', sqlFragments: [], parameters: [] },
  queryId: { queryId: text },
});

const manyQuery = (text: string, rows: FlatRows): CompiledQuery => ({
  sql: text,
  parameters: [rows],
  query: MANY,
  queryId: { queryId: text },
});

/** PostgreSQL's text holds no U+0000, and SQLite's ends at it; in JSON it is escaped already. */
const storable = (value: SqlValue): SqlValue =>
  typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\uFFFD') : value;

/** FTS5 takes phrases in double quotes; the folded words hold letters and digits only. */
const ftsPhrase = (words: readonly string[]): string => `"${words.join(' ')}"`;

function insertRows(
  dialect: EngineDialect,
  db: Kysely<Schema>,
  { table, rows }: { table: PlainTable; rows: readonly object[] },
): Promise<void> {
  const columns = Object.keys(COLUMNS[table]);
  const values: SqlValue[] = [];
  for (const row of rows)
    for (const column of columns) values.push((row as Record<string, SqlValue>)[column] ?? null);
  return dialect.insertValues(db, { table, columns }, values);
}

function sqliteDialect(database: Database, place: string): EngineDialect {
  const dialect: EngineDialect = {
    engine: 'sqlite',
    kysely: {
      createDriver: () => new SeamDriver(database, place),
      createQueryCompiler: () => new SqliteQueryCompiler(),
      createAdapter: () => new SqliteAdapter(),
      createIntrospector: (db): DatabaseIntrospector => new SqliteIntrospector(db),
    },
    insertMany: (db, table, rows) => insertRows(dialect, db, { table, rows }),
    async insertValues(db, { table, columns }, values) {
      if (values.length === 0) return;
      // Bytes are text: the only column that they come for is as long as all others together.
      const holes = columns.map((name) => (name === 'record' ? 'cast(? as text)' : '?')).join(', ');
      const names = columns.map((name) => `"${name}"`).join(', ');
      const rows = { width: columns.length, values: values.map(storable) };
      await db.executeQuery(manyQuery(`insert into ${table} (${names}) values (${holes})`, rows));
    },
    async insertWords(db, rows) {
      if (rows.length === 0) return;
      const values = rows.flatMap(({ seq, words }) => [seq, words]);
      const text = 'insert into entry_words (rowid, words) values (?, ?)';
      await db.executeQuery(manyQuery(text, { width: 2, values }));
    },
    async deleteWords(db, entrySeqs) {
      if (entrySeqs.length === 0) return;
      const text = 'delete from entry_words where rowid = ?';
      await db.executeQuery(manyQuery(text, { width: 1, values: entrySeqs }));
    },
    async advanceDecisions() {},
    among: (column, values) =>
      sql`${sql.ref(column)} in (select value from json_each(${JSON.stringify(values)}))`,
    matchWords({ all, none }) {
      const excluded = none.map(ftsPhrase).join(' OR ');
      if (all.length === 0)
        return sql`entry.seq not in (select rowid from entry_words where entry_words match ${excluded})`;
      const wanted = all.map(ftsPhrase).join(' AND ');
      return sql`entry_words match ${none.length === 0 ? wanted : `(${wanted}) NOT (${excluded})`}`;
    },
    wordsKey: sql`entry_words.rowid`,
    async analyzeTables() {},
    async holdLedger() {},
  };
  return dialect;
}

/** The driver takes bytes for binary data. */
const decoded = (value: SqlValue): SqlValue =>
  value instanceof Uint8Array ? new TextDecoder().decode(value) : value;

/** A `tsvector` literal: words in quotes with their places, which PostgreSQL counts to 16,383. */
function vectorOf(words: readonly string[]): string {
  const places = new Map<string, string>();
  for (const [index, word] of words.entries()) {
    const place = String(Math.min(index + 1, 16_383));
    const before = places.get(word);
    places.set(word, before === undefined ? place : `${before},${place}`);
  }
  return [...places].map(([word, at]) => `'${word}':${at}`).join(' ');
}

const tsPhrase = (words: readonly string[]): string =>
  `(${words.map((word) => `'${word}'`).join(' <-> ')})`;

const PG_TYPES: Readonly<Record<ColumnType, string>> = {
  integer: 'bigint',
  real: 'double precision',
  text: 'text',
};

function postgresDialect(database: Database, place: string): EngineDialect {
  const dialect: EngineDialect = {
    engine: 'postgres',
    kysely: {
      createDriver: () => new SeamDriver(database, place),
      createQueryCompiler: () => new PostgresQueryCompiler(),
      createAdapter: () => new PostgresAdapter(),
      createIntrospector: (db): DatabaseIntrospector => new PostgresIntrospector(db),
    },
    insertMany: (db, table, rows) => insertRows(dialect, db, { table, rows }),
    async insertValues(db, { table, columns }, values) {
      if (values.length === 0) return;
      const types = COLUMNS[table] as Readonly<Record<string, ColumnType>>;
      const arrays = columns.map((name, at) => `$${at + 1}::${PG_TYPES[types[name] ?? 'text']}[]`);
      const names = columns.map((name) => `"${name}"`).join(', ');
      const text = `insert into ${table} (${names}) select * from unnest(${arrays.join(', ')})`;
      const byColumn = columns.map((_, first) => {
        const column: SqlValue[] = [];
        for (let at = first; at < values.length; at += columns.length)
          column.push(decoded(storable(values[at] ?? null)));
        return column;
      });
      await db.executeQuery({ ...rawQuery(text), parameters: byColumn });
    },
    async insertWords(db, rows) {
      if (rows.length === 0) return;
      const seqs = rows.map((row) => row.seq);
      const vectors = rows.map((row) => vectorOf(row.words === '' ? [] : row.words.split(' ')));
      const text =
        'insert into entry_words (seq, words) ' +
        'select s, w::tsvector from unnest($1::bigint[], $2::text[]) as rows(s, w)';
      await db.executeQuery({ ...rawQuery(text), parameters: [seqs, vectors] });
    },
    async deleteWords(db, entrySeqs) {
      if (entrySeqs.length === 0) return;
      const text = 'delete from entry_words where seq = any($1::bigint[])';
      await db.executeQuery({ ...rawQuery(text), parameters: [entrySeqs] });
    },
    async advanceDecisions(db) {
      const text =
        "select setval(pg_get_serial_sequence('decision', 'seq'), max(seq)) from decision having 0 < count(*)";
      await db.executeQuery(rawQuery(text));
    },
    among(column, values) {
      // An empty list has no type by which its column could be compared.
      if (values.length === 0) return sql`false`;
      const type = sql.raw(typeof values[0] === 'string' ? 'text[]' : 'bigint[]');
      return sql`${sql.ref(column)} = any(${values}::${type})`;
    },
    matchWords({ all, none }) {
      const parts = [...all.map(tsPhrase), ...none.map((words) => `!${tsPhrase(words)}`)];
      return sql`entry_words.words @@ ${parts.join(' & ')}::tsquery`;
    },
    wordsKey: sql`entry_words.seq`,
    async analyzeTables(db, addedCount) {
      // -1 where nobody has looked yet.
      const asked =
        "select reltuples::bigint as known from pg_class where oid = 'article'::regclass";
      const { rows } = await db.executeQuery<{ known: number }>(rawQuery(asked));
      if (addedCount < (rows[0]?.known ?? 0)) return;
      const tables = [...Object.keys(COLUMNS), 'entry_words'];
      await db.executeQuery(rawQuery(`analyze ${tables.join(', ')}`));
    },
    async holdLedger(db, how) {
      const call = how === 'alone' ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared';
      // The first number is the schema's, so that ledgers on one server do not wait for another.
      await db.executeQuery(rawQuery(`select ${call}(hashtext(current_schema()), 1)`));
    },
  };
  return dialect;
}

/** The dialect of a database; `place` is what errors name. */
export function openDialect(database: Database, place: string): EngineDialect {
  return database.engine === 'sqlite'
    ? sqliteDialect(database, place)
    : postgresDialect(database, place);
}
