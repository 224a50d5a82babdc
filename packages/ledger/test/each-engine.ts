/**
 * The contract suite's engines: a SQLite file in a folder of its own, and, where
 * ONRECORD_TEST_DATABASE_URL names a server, a PostgreSQL schema of its own, dropped at the end.
 * @module
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe } from 'vitest';
import { type Ledger, openLedger } from '../src/index.ts';

/** What a suite gets: fresh databases of one engine. */
export interface Engine {
  name: 'sqlite' | 'postgres';
  /** The `--database` of a new, empty place. */
  newDatabase(): Promise<string>;
  /** A new ledger, closed at the end of the suite. */
  newLedger(): Promise<Ledger>;
  /** Open a ledger that is closed at the end of the suite. */
  open(database: string): Promise<Ledger>;
}

const SERVER = process.env.ONRECORD_TEST_DATABASE_URL;

/** Run a suite on each engine. */
export function describeEachEngine(name: string, suite: (engine: Engine) => void): void {
  describe(`${name} (sqlite)`, () => suite(sqliteEngine()));
  const title = `${name} (postgres)`;
  if (SERVER === undefined || SERVER === '') {
    describe.skip(`${title}: set ONRECORD_TEST_DATABASE_URL to run it`, () =>
      suite(sqliteEngine()));
    return;
  }
  describe(title, () => suite(postgresEngine(SERVER)));
}

function opening(name: Engine['name'], newDatabase: Engine['newDatabase']): Engine {
  const ledgers: Ledger[] = [];
  const open = async (database: string): Promise<Ledger> => {
    const ledger = await openLedger({ database });
    ledgers.push(ledger);
    return ledger;
  };
  afterAll(async () => {
    for (const ledger of ledgers) await ledger.close();
  });
  return { name, newDatabase, open, newLedger: async () => open(await newDatabase()) };
}

function sqliteEngine(): Engine {
  let folder = '';
  let count = 0;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'onrecord-ledger-'));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });
  return opening('sqlite', async () => join(folder, `${++count}.db`));
}

function postgresEngine(server: string): Engine {
  const schemas: string[] = [];
  afterAll(async () => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    for (const schema of schemas) await client.query(`drop schema if exists "${schema}" cascade`);
    await client.end();
  });
  return opening('postgres', async () => {
    const schema = `ledger_${process.pid}_${Date.now().toString(36)}_${schemas.length}`;
    schemas.push(schema);
    const url = new URL(server);
    url.searchParams.set('schema', schema);
    return url.href;
  });
}
