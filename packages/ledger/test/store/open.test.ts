/**
 * Opening a store, and what goes wrong with databases: each a code, and a remedy.
 * @module
 */
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CodedError } from '@onrecord/record';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openLedger } from '../../src/index.ts';
import { openStore } from '../../src/store/open-store.ts';
import { describeEachEngine } from '../each-engine.ts';
import { makeRecord, says } from '../make-record.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onrecord-open-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function failure(attempt: Promise<unknown>): Promise<CodedError> {
  const error = await attempt.then(
    () => null,
    (caught: unknown) => caught,
  );
  if (!(error instanceof CodedError)) throw new Error(`no coded error: ${String(error)}`);
  expect(error.remedy, error.code).toBeTruthy();
  return error;
}

/** Another process that has begun to write to a file, and what it does then. */
async function holdFile(file: string, then: string): Promise<ChildProcess> {
  const script = `const D = require('libsql'); const d = new D(${JSON.stringify(file)});
    d.exec('begin immediate'); console.log('held'); ${then};`;
  const holder = spawn(process.execPath, ['-e', script], { cwd: import.meta.dirname });
  await once(holder.stdout, 'data');
  return holder;
}

describeEachEngine('opening', (engine) => {
  test('a ledger of a newer version is refused, with both numbers', async () => {
    const database = await engine.newDatabase();
    const store = await openStore({ database });
    await store.db
      .updateTable('meta')
      .set({ value: '999' })
      .where('name', '=', 'schema-version')
      .execute();
    await store.close();
    const error = await failure(openLedger({ database }));
    expect(error.code).toBe('database-newer');
    expect(error.message).toContain('999');
  });

  test('without leave to make one, a missing ledger is said to be missing', async () => {
    const database = await engine.newDatabase();
    const error = await failure(openLedger({ database, create: false }));
    expect(error.code).toBe('database-missing');
  });

  test('two that open a new ledger at once both open it', async () => {
    const database = await engine.newDatabase();
    const ledgers = await Promise.all([1, 2, 3].map(() => openLedger({ database })));
    for (const ledger of ledgers) await ledger.close();
    expect(ledgers).toHaveLength(3);
  });
});

describeEachEngine('a lost connection', (engine) => {
  test.skipIf(engine.name === 'sqlite')(
    'cut by the server while idle or at work: it is told, and the next add goes through',
    async () => {
      const ledger = await engine.newLedger();
      const other = await engine.newLedger();
      const { db } = ledger.store;
      const cut = async () => {
        const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
        await sql`select pg_terminate_backend(${rows[0]?.pid}::int)`.execute(other.store.db);
      };
      await ledger.add(makeRecord({ sentences: [says('Joren Halik', 'one')] }));
      await cut();
      await new Promise((done) => setTimeout(done, 200));
      await ledger.add(makeRecord({ sentences: [says('Joren Halik', 'two')] }));
      const interrupted = await failure(
        ledger.store.write(async (tx) => {
          const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
          await tx.updateTable('article').set({ title: 'half done' }).execute();
          await sql`select pg_terminate_backend(${rows[0]?.pid}::int)`.execute(other.store.db);
          await tx.updateTable('article').set({ title: 'done' }).execute();
        }),
      );
      expect(interrupted.code).toBe('database-unreachable');
      await ledger.add(makeRecord({ sentences: [says('Joren Halik', 'three')] }));
      const { items } = await ledger.listArticles();
      expect(items.map(({ title }) => title)).toEqual([undefined, undefined, undefined]);
    },
  );
});

describe('a SQLite file', () => {
  test('in a folder that cannot be one: under a plain file', async () => {
    const file = join(folder, 'plain');
    await writeFile(file, 'not a folder');
    const error = await failure(openLedger({ database: join(file, 'x.db') }));
    expect(error).toMatchObject({ code: 'database-unwritable', place: join(file, 'x.db') });
  });

  test('that is a folder', async () => {
    expect((await failure(openLedger({ database: folder }))).code).toBe('database-unwritable');
  });

  test('that is no database', async () => {
    const file = join(folder, 'letter.db');
    await writeFile(file, 'Dear editor, '.repeat(1000));
    expect((await failure(openLedger({ database: file }))).code).toBe('database-corrupt');
  });

  test('on a full disk: said with a code, and what was acknowledged stays', async () => {
    const file = join(folder, 'full.db');
    const ledger = await openLedger({ database: file, maxPages: 120 });
    let kept = 0;
    const error = await failure(
      (async () => {
        for (;;) {
          const what = `the ${kept}th point was agreed ${'at length '.repeat(300)}`;
          await ledger.add(makeRecord({ sentences: [says('Joren Halik', what)] }));
          kept++;
        }
      })(),
    );
    expect(error.code).toBe('database-full');
    expect(kept).toBeGreaterThan(3);
    expect((await ledger.countRows()).articles).toBe(kept);
    await ledger.close();
    // With room again it goes on.
    const again = await openLedger({ database: file });
    await again.add(makeRecord({ sentences: [says('Joren Halik', 'there is room')] }));
    expect((await again.countRows()).articles).toBe(kept + 1);
    await again.close();
  });

  test('locked by another process: the wait is bounded, then it says what to do', async () => {
    const file = join(folder, 'locked.db');
    const ledger = await openLedger({ database: file, waitMs: 300 });
    const holder = await holdFile(file, 'setTimeout(() => {}, 60000)');
    const started = performance.now();
    const record = makeRecord({ sentences: [says('Joren Halik', 'it waits')] });
    const error = await failure(ledger.add(record));
    expect(error.code).toBe('database-locked');
    expect(performance.now() - started).toBeLessThan(5000);
    // Reading goes on meanwhile, and so does writing afterwards.
    expect((await ledger.search({})).items).toEqual([]);
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    expect((await ledger.add(record)).kind).toBe('added');
    await ledger.close();
  });

  test('that another process is just making: the opening waits for it', async () => {
    const file = join(folder, 'new.db');
    const holder = await holdFile(file, "setTimeout(() => d.exec('commit'), 400)");
    const ledger = await openLedger({ database: file, waitMs: 20_000 });
    expect((await ledger.countRows()).articles).toBe(0);
    await ledger.close();
    if (holder.exitCode === null) await once(holder, 'exit');
    expect(holder.exitCode).toBe(0);
  });
});

describe('a PostgreSQL server', () => {
  test('that is not there', async () => {
    const database = 'postgres://mara:secret@127.0.0.1:1/none';
    const error = await failure(openLedger({ database }));
    expect(error.code).toBe('database-unreachable');
    expect(`${error.message} ${error.place}`).not.toContain('secret');
  });
});
