/**
 * Backup and restore: round trips, on and between the engines.
 * @module
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Ledger, restoreLedger } from '../../src/index.ts';
import { describeEachEngine } from '../each-engine.ts';
import { binds, makeRecord, says } from '../make-record.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onrecord-backup-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function fill(ledger: Ledger) {
  for (let day = 1; day <= 9; day++)
    await ledger.add(
      makeRecord({
        url: `https://a.example/${day % 5}`,
        publishedOn: `2027-04-0${day}`,
        sentences: [
          says('Ilva Maretti', `“peace” on day ${day} — or not`),
          binds('Valdoria', `to send ${day} ships`, { towards: 'Orsia' }),
        ],
      }),
      { addedBy: 'mara' },
    );
  const { items } = await ledger.search({ kind: 'commitment' });
  await ledger.decide(
    { kind: 'reject', entryId: items[0]?.id ?? '', reason: 'not said' },
    { as: 'mara' },
  );
}

/** All that can be asked of a ledger, to be compared. */
const everything = async (ledger: Ledger) => ({
  counts: await ledger.countRows(),
  found: await ledger.search({ words: 'ships -peace', limit: 100 }),
  articles: await ledger.listArticles({ limit: 100 }),
  decisions: await ledger.listDecisions(),
  actors: await ledger.listActors(),
  rejected: await ledger.search({ review: 'rejected' }),
});

describeEachEngine('backup', (engine) => {
  for (const file of ['plain.jsonl', 'packed.jsonl.gz'])
    test(`a ledger comes back whole from ${file}, on both engines`, async () => {
      const ledger = await engine.newLedger();
      await fill(ledger);
      const path = join(folder, `${engine.name}-${file}`);
      const { rows } = await ledger.backup(path);
      const here = await engine.newDatabase();
      for (const database of [here, join(folder, `${engine.name}-${file}.db`)]) {
        expect(await restoreLedger({ file: path, database })).toEqual({ rows });
        const restored = await engine.open(database);
        expect(await everything(restored)).toEqual(await everything(ledger));
        // It goes on: new articles and decisions find their places.
        const added = await restored.add(makeRecord({ sentences: [says('Ilva Maretti', 'more')] }));
        expect(added.kind).toBe('added');
        const { items } = await restored.search({});
        await restored.decide({ kind: 'accept', entryId: items[0]?.id ?? '' }, { as: 'mara' });
      }
    });

  test('nothing is restored over a ledger that holds something', async () => {
    const ledger = await engine.newLedger();
    await fill(ledger);
    const file = join(folder, `${engine.name}-over.jsonl`);
    await ledger.backup(file);
    const database = await engine.newDatabase();
    await fill(await engine.open(database));
    await expect(restoreLedger({ file, database })).rejects.toMatchObject({
      code: 'restore-not-empty',
    });
  });

  test('a backup cut short restores nothing', async () => {
    const ledger = await engine.newLedger();
    await fill(ledger);
    const file = join(folder, `${engine.name}-cut.jsonl`);
    await ledger.backup(file);
    const whole = await readFile(file, 'utf8');
    const database = await engine.newDatabase();
    for (const [length, name] of [
      [0, 'empty'],
      [whole.length / 2, 'half'],
      [whole.length - 14, 'end'],
    ] as const) {
      const cut = join(folder, `${engine.name}-${name}.jsonl`);
      await writeFile(cut, whole.slice(0, length));
      await expect(restoreLedger({ file: cut, database })).rejects.toMatchObject({
        code: 'backup-unreadable',
      });
    }
    expect((await (await engine.open(database)).countRows()).articles).toBe(0);
  });

  test('a folder that is none refuses the backup', async () => {
    const ledger = await engine.newLedger();
    await expect(ledger.backup(join(folder, 'none', 'x.jsonl'))).rejects.toMatchObject({
      code: 'backup-unwritable',
    });
  });
});
