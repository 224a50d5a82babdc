/**
 * A database that fails at the n-th call, for every n of an add and of a decision: the ledger is
 * then as it was before or as it is after, never between, and goes on.
 * @module
 */
import type { ArticleRecord } from '@onrecord/record';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Ledger } from '../../src/index.ts';
import { ledgerOn } from '../../src/open-ledger.ts';
import { openStoreOn } from '../../src/store/open-store.ts';
import { openPostgres } from '../../src/store/postgres-database.ts';
import { openSqlite } from '../../src/store/sqlite-database.ts';
import { describeEachEngine, type Engine } from '../each-engine.ts';
import { binds, makeRecord, says } from '../make-record.ts';
import { type Faults, faultyDatabase } from './faulty-database.ts';

const NEWER = { version: '9', model: 'newer' };
const MARA = { as: 'mara' };

/** An article of its own for each round. */
const article = (round: number, what = 'to send 300 soldiers'): ArticleRecord =>
  makeRecord({
    url: `https://a.example/${round}`,
    publishedOn: '2027-04-01',
    sentences: [
      says(`Ilva Maretti${round}`, `border number ${round} stays open`),
      says(`I. Maretti${round}`, 'it does not'),
      binds('Valdoria', `${what} to border ${round}`, {
        towards: 'Orsia',
        condition: { words: 'after a ceasefire', type: 'ceasefire', trigger: 'ceasefire' },
      }),
    ],
  });

const COUNTED: Record<string, string> = {
  articles: 'article',
  current: 'article where is_current = 1',
  newer: "article where reader = '9 newer'",
  bands: 'article_band',
  actors: 'actor',
  merged: 'actor where canonical_seq <> seq',
  named: 'article_actor',
  entries: 'entry',
  words: 'entry_words',
  accepted: "entry where review = 'accepted'",
  offers: "entry where stance = 'offers'",
  parts: 'entry_actor',
  mergedParts: 'entry_actor where actor_seq <> own_seq',
  conditions: 'entry_condition',
  decisions: 'decision',
  orphans: 'orphan',
};

/** How many rows of each sort the ledger holds. */
async function count(ledger: Ledger): Promise<Record<string, number>> {
  const parts = Object.entries(COUNTED).map(
    ([name, from]) => `(select count(*) from ${from}) as "${name}"`,
  );
  const { rows } = await sql
    .raw<Record<string, number>>(`select ${parts.join(', ')}`)
    .execute(ledger.store.db);
  const { total } = await ledger.getFacets({ words: 'border' });
  return { ...rows[0], found: total };
}

const change = (from: Record<string, number>, to: Record<string, number>) =>
  Object.fromEntries(Object.entries(to).map(([name, now]) => [name, now - (from[name] ?? 0)]));

interface Scene {
  prepare(ledger: Ledger, round: number): Promise<unknown>;
  act(ledger: Ledger, round: number): Promise<unknown>;
}

const addFirst = (ledger: Ledger, round: number) => ledger.add(article(round));
const pledgeOf = (round: number) => article(round).commitments[0]?.id ?? '';

const SCENES: Record<string, Scene> = {
  'adding an article': { prepare: async () => {}, act: addFirst },
  'adding a new version': {
    async prepare(ledger, round) {
      await addFirst(ledger, round);
      await ledger.decide({ kind: 'accept', entryId: pledgeOf(round) }, MARA);
    },
    act: (ledger, round) => ledger.add(article(round, 'to send 500 ships')),
  },
  'reading it again': {
    prepare: addFirst,
    act: (ledger, round) => ledger.add({ ...article(round), reader: NEWER }),
  },
  'a decision on an entry': {
    prepare: addFirst,
    act: (ledger, round) =>
      ledger.decide(
        { kind: 'edit', entryId: pledgeOf(round), field: 'stance', value: 'offers' },
        MARA,
      ),
  },
  'a merge of actors': {
    prepare: addFirst,
    async act(ledger, round) {
      const { article: source, actors } = article(round);
      const find = (at: number) => ledger.findActor(source.id, actors[at]?.id ?? '');
      const [actorId, other] = [(await find(0)) ?? '', (await find(1)) ?? ''];
      await ledger.decide({ kind: 'merge-actors', actorId, otherIds: [other] }, MARA);
    },
  },
};

async function openFaulty(engine: Engine, faults: Faults): Promise<Ledger> {
  const place = await engine.newDatabase();
  const database =
    engine.name === 'sqlite'
      ? await openSqlite({ file: place, waitMs: 1000 })
      : await openPostgres(place);
  return ledgerOn(await openStoreOn(faultyDatabase(database, faults), { place }));
}

describeEachEngine('faults', (engine) => {
  for (const [name, scene] of Object.entries(SCENES))
    for (const when of ['before', 'after'] as const)
      test(`${name}: the n-th call fails ${when} it is done, for every n`, async () => {
        const faults: Faults = { calls: 0, failsAt: 0, when };
        const ledger = await openFaulty(engine, faults);
        // Two rounds without faults: shared actors are there, and what a round changes is known.
        for (const round of [1, 2]) await scene.prepare(ledger, round);
        await scene.act(ledger, 1);
        const start = await count(ledger);
        await scene.act(ledger, 2);
        const wanted = change(start, await count(ledger));
        expect(Object.values(wanted).some((value) => value !== 0)).toBe(true);
        let failed = 0;
        for (let failsAt = 1; ; failsAt++) {
          const round = failsAt + 2;
          await scene.prepare(ledger, round);
          const before = await count(ledger);
          Object.assign(faults, { calls: 0, failsAt });
          const outcome = await scene.act(ledger, round).then(
            () => 'done',
            () => 'failed',
          );
          const { calls } = faults;
          faults.failsAt = 0;
          const did = change(before, await count(ledger));
          const isUndone = Object.values(did).every((value) => value === 0);
          if (!isUndone) expect(did, `call ${failsAt} of ${calls}`).toEqual(wanted);
          if (outcome === 'failed') failed++;
          else expect(isUndone, `call ${failsAt} of ${calls}`).toBe(false);
          if (isUndone) {
            await scene.act(ledger, round);
            expect(change(before, await count(ledger))).toEqual(wanted);
          }
          if (calls < failsAt) break;
        }
        expect(failed).toBeGreaterThan(3);
        await ledger.close();
      });
});
