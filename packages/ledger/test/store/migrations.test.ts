/**
 * The schema: what the code says of the tables is what the database has; ledgers of every
 * released version come forward with what is in them.
 * @module
 */
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { restoreLedger } from '../../src/index.ts';
import { SCHEMA_VERSION } from '../../src/store/migrations.ts';
import { openStore } from '../../src/store/open-store.ts';
import { COLUMNS } from '../../src/store/schema.ts';
import { describeEachEngine } from '../each-engine.ts';

const RELEASED = new URL('./released/', import.meta.url);

describeEachEngine('the schema', (engine) => {
  test('the code’s tables and columns are the database’s', async () => {
    const ledger = await engine.newLedger();
    const { db } = ledger.store;
    const tables = await db.introspection.getTables();
    const here =
      engine.name === 'sqlite'
        ? undefined
        : (await sql<{ name: string }>`select current_schema() as name`.execute(db)).rows[0]?.name;
    const found = Object.fromEntries(
      tables
        .filter(
          ({ name, schema, isView }) =>
            !isView && schema === here && !/^(entry_words|sqlite_)/.test(name),
        )
        .map(({ name, columns }) => [name, columns.map((column) => column.name)]),
    );
    const said = Object.fromEntries(
      Object.entries(COLUMNS).map(([name, columns]) => [name, Object.keys(columns)]),
    );
    expect(found).toEqual(said);
  });

  test('every released version is brought forward with what is in it', async () => {
    const files = (await readdir(RELEASED)).sort();
    // A version without a file here would be a release that nobody tries to bring forward.
    expect(files).toEqual(
      Array.from({ length: files.length }, (_, index) => `v${index + 1}.jsonl`),
    );
    for (const file of files) {
      const database = await engine.newDatabase();
      await restoreLedger({ file: fileURLToPath(new URL(file, RELEASED)), database });
      const ledger = await engine.open(database);
      expect(await ledger.countRows(), file).toMatchObject({ articles: 3, decisions: 3 });
      expect((await ledger.search({ words: 'the' })).items.length).toBeGreaterThan(3);
      expect((await ledger.search({ review: 'rejected' })).items).toHaveLength(1);
      expect(await ledger.listDossiers()).toEqual([]);
    }
  });

  test('an older ledger is brought forward when it is opened, and the facts stay', async () => {
    const database = await engine.newDatabase();
    const old = await openStore({ database, schemaVersion: 1 });
    const fact = { name: 'kept', value: 'yes' };
    await old.db.insertInto('meta').values(fact).execute();
    await old.close();
    const ledger = await engine.open(database);
    const rows = await ledger.store.db.selectFrom('meta').selectAll().execute();
    expect(rows).toContainEqual(fact);
    expect(rows).toContainEqual({ name: 'schema-version', value: String(SCHEMA_VERSION) });
  });
});
