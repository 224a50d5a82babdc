/**
 * Several processes on one ledger, and processes that are killed. The full numbers are run by
 * hand (`kill-rounds.mjs 50`); here a few rounds of each. Needs the build of this package.
 * @module
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { describeEachEngine } from '../each-engine.ts';
// @ts-expect-error: a script without types
import { killRounds } from './kill-rounds.mjs';

const CHILD = fileURLToPath(new URL('./add-records.mjs', import.meta.url));
const isBuilt = existsSync(new URL('../../dist/index.js', import.meta.url));
const ROUNDS = Number(process.env.ONRECORD_KILL_ROUNDS ?? 3);
const ARTICLES = Number(process.env.ONRECORD_RACE_ARTICLES ?? 150);

/** What a process that adds the first articles of the benchmark says of each. */
async function addInProcess(database: string): Promise<string[]> {
  const child = spawn(process.execPath, [CHILD, database, '0', String(ARTICLES)]);
  let said = '';
  let failed = '';
  child.stdout.on('data', (data) => {
    said += data;
  });
  child.stderr.on('data', (data) => {
    failed += data;
  });
  const code = await new Promise((done) => child.on('close', done));
  if (code !== 0) throw new Error(failed);
  return said
    .split('\n')
    .filter((line) => line !== '' && line !== 'open')
    .map((line) => line.split(' ')[0] ?? '');
}

describeEachEngine('processes', (engine) => {
  test.skipIf(!isBuilt)(
    'two processes that add the same articles: each article once, no writer fails',
    async () => {
      const database = await engine.newDatabase();
      const kinds = (await Promise.all([addInProcess(database), addInProcess(database)])).flat();
      expect(kinds.filter((kind) => kind === 'added')).toHaveLength(ARTICLES);
      expect(kinds.filter((kind) => kind === 'unchanged')).toHaveLength(ARTICLES);
      const ledger = await engine.open(database);
      expect(await ledger.countRows()).toMatchObject({
        articles: ARTICLES,
        versions: ARTICLES,
        entries: ARTICLES * 30,
      });
    },
    120_000,
  );

  test.skipIf(!isBuilt)(
    'a process killed while adding: what it acknowledged is there, nothing is half there',
    async () => {
      const result = await killRounds(await engine.newDatabase(), { rounds: ROUNDS });
      expect(result.faults).toEqual([]);
      expect(result.acknowledged).toBeGreaterThan(0);
    },
    60_000 + ROUNDS * 10_000,
  );
});
