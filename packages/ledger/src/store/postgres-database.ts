/**
 * PostgreSQL behind the seam, through `pg`. Whole numbers of 64 bits come back as numbers: the
 * ledger's own stay under 2^53 by construction (`entry-key.ts`).
 * @module
 */
import pg from 'pg';
import type { Answer, Connection, Database, FlatRows, SqlValue } from './database.ts';

/** Connections of one process; a team's server has 100 by default. */
const CONNECTIONS = 8;
/** How long to wait for a server that does not answer. */
const CONNECT_MS = 10_000;
/**
 * Questions here take a few milliseconds: starting a parallel worker or compiling an expression
 * takes longer (a board's first query: 44 ms with them, 13 without).
 */
const PLAIN_PLANS = 'set max_parallel_workers_per_gather = 0; set jit = off';
/** PostgreSQL's type numbers of `int8` and `numeric` (the result of a sum). */
const INT8 = 20;
const NUMERIC = 1700;

const parsers = new Map<number, (value: string) => number>([
  [INT8, Number],
  [NUMERIC, Number],
]);
const customTypes: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    (parsers.get(oid) ?? pg.types.getTypeParser(oid, format)) as ReturnType<
      typeof pg.types.getTypeParser
    >,
};

class PostgresConnection implements Connection {
  readonly client: pg.PoolClient;

  constructor(client: pg.PoolClient) {
    this.client = client;
  }

  async query(sql: string, parameters: readonly SqlValue[]): Promise<Answer> {
    const result = await this.client.query(sql, parameters as SqlValue[]);
    return { rows: result.rows, changes: result.rowCount ?? 0 };
  }

  async queryMany(sql: string, { width, values }: FlatRows): Promise<Answer> {
    let changes = 0;
    for (let at = 0; at < values.length; at += width)
      changes += (await this.query(sql, values.slice(at, at + width))).changes;
    return { rows: [], changes };
  }
}

/**
 * A PostgreSQL server's database; `?schema=NAME` in the address chooses the schema, which is made
 * where there is none, unless `create` is false.
 */
export async function openPostgres(
  address: string,
  { create = true }: { create?: boolean } = {},
): Promise<Database> {
  const url = new URL(address);
  const schema = url.searchParams.get('schema');
  url.searchParams.delete('schema');
  const options = schema === null ? '' : `-c search_path=${schema}`;
  const pool = new pg.Pool({
    connectionString: url.href,
    max: CONNECTIONS,
    types: customTypes,
    connectionTimeoutMillis: CONNECT_MS,
    application_name: 'onrecord',
    // Waited for before a connection is lent; where it fails, so does borrowing.
    onConnect: (client) => client.query(PLAIN_PLANS),
    ...(options === '' ? {} : { options }),
    allowExitOnIdle: true,
  });
  // A connection that dies while idle is dropped by the pool, one that dies while it is lent fails
  // its next query; without listeners either would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const first = await pool.connect();
  if (schema !== null && create) await createSchema(first, schema);
  first.release();
  return {
    engine: 'postgres',
    async borrow() {
      return new PostgresConnection(await pool.connect());
    },
    async giveBack(connection, fate) {
      (connection as PostgresConnection).client.release(fate === 'broken');
    },
    close: () => pool.end(),
  };
}

/** "Already there" is the only error that does no harm: two processes may make it at once. */
async function createSchema(client: pg.PoolClient, schema: string): Promise<void> {
  try {
    await client.query(`create schema if not exists ${client.escapeIdentifier(schema)}`);
  } catch (error) {
    const { code } = error as { code?: string };
    if (code !== UNIQUE_VIOLATION && code !== DUPLICATE_SCHEMA) throw error;
  }
}

const UNIQUE_VIOLATION = '23505';
const DUPLICATE_SCHEMA = '42P06';
