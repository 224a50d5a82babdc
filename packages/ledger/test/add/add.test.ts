/**
 * Adding: idempotent, versioned, all or nothing.
 * @module
 */
import pg from 'pg';
import { expect, test } from 'vitest';
import { prepareArticle } from '../../src/add/prepare-article.ts';
import type { Ledger } from '../../src/index.ts';
import { describeEachEngine } from '../each-engine.ts';
import { binds, makeRecord, says } from '../make-record.ts';

const pledge = (words = 'to send 300 observers') =>
  makeRecord({
    url: 'https://post.example/pledge',
    publisher: 'The Skarland Post',
    publishedOn: '2027-04-20',
    sentences: [
      says('Ilva Maretti', 'the talks went well', { role: 'President' }),
      binds('Skarland', words, {
        towards: 'Tavria',
        condition: { words: 'after a ceasefire', type: 'ceasefire', trigger: 'ceasefire' },
      }),
    ],
  });

/** How many articles PostgreSQL's planner knows of; -1 where nobody has looked. */
async function countKnown(database: string): Promise<number> {
  const url = new URL(database);
  const table = `${url.searchParams.get('schema')}.article`;
  url.searchParams.delete('schema');
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  const asked = 'select reltuples::int as known from pg_class where oid = $1::regclass';
  const { rows } = await client.query(asked, [table]);
  await client.end();
  return rows[0].known;
}

describeEachEngine('adding', (engine) => {
  test('the same record twice changes nothing', async () => {
    const ledger = await engine.newLedger();
    const record = pledge();
    expect(await ledger.add(record)).toMatchObject({ kind: 'added', articleId: record.article.id });
    expect(await ledger.add(record)).toEqual({ kind: 'unchanged', articleId: record.article.id });
    expect(await ledger.countRows()).toEqual({
      articles: 1,
      versions: 1,
      entries: 2,
      decisions: 0,
    });
  });

  test('what was added comes back byte for byte', async () => {
    const ledger = await engine.newLedger();
    const record = pledge();
    await ledger.add(record, { addedBy: 'mara' });
    expect(await ledger.getRecord(record.article.id)).toEqual(record);
    expect(await ledger.getArticle(record.article.id)).toMatchObject({
      addedBy: 'mara',
      publisher: 'The Skarland Post',
      version: 1,
      isCurrent: true,
    });
  });

  test('an article prepared on another thread is added as its record is', async () => {
    const [whole, handed] = [await engine.newLedger(), await engine.newLedger()];
    for (const record of [pledge(), pledge('to send 500 observers')]) {
      const prepared = structuredClone(await prepareArticle(record));
      expect(await handed.add(prepared)).toEqual(await whole.add(record));
      expect(await handed.add(record)).toMatchObject({ kind: 'unchanged' });
    }
    const newer = { ...pledge('to send 500 observers'), reader: { version: '9', model: 'newer' } };
    expect(await handed.add(await prepareArticle(newer))).toEqual(await whole.add(newer));
    const found = (ledger: Ledger) => ledger.search({ words: 'observers' });
    const [one, other] = [await found(whole), await found(handed)];
    expect(one.items).not.toEqual([]);
    expect(other.items.map(({ article: _, ...entry }) => entry)).toEqual(
      one.items.map(({ article: _, ...entry }) => entry),
    );
    expect(await handed.getRecord(newer.article.id)).toEqual(newer);
  });

  test('a changed text at the same address is a new version, whose entries are found', async () => {
    const ledger = await engine.newLedger();
    const [first, second] = [pledge(), pledge('to send 500 observers')];
    await ledger.add(first);
    expect(await ledger.add(second)).toEqual({
      kind: 'new-version',
      articleId: second.article.id,
      previousId: first.article.id,
      version: 2,
      orphanCount: 0,
    });
    const found = await ledger.search({ words: 'observers' });
    expect(found.items.map((entry) => entry.article.id)).toEqual([second.article.id]);
    expect((await ledger.listVersions(first.article.id)).map(({ id }) => id)).toEqual([
      first.article.id,
      second.article.id,
    ]);
    // Delivered again, the old version does not come back as the newest.
    expect(await ledger.add(first)).toMatchObject({ kind: 'unchanged' });
  });

  test('the address is compared without fragment and tracking parameters', async () => {
    const ledger = await engine.newLedger();
    const record = pledge();
    await ledger.add(record);
    const again = makeRecord({
      url: 'https://POST.example/pledge?utm_source=feed#top',
      sentences: [says('Ilva Maretti', 'the talks failed')],
    });
    expect(await ledger.add(again)).toMatchObject({ kind: 'new-version', version: 2 });
  });

  test('strange characters come back as they were, and are searched around', async () => {
    const ledger = await engine.newLedger();
    const record = makeRecord({
      title: 'nul \u0000 in a title',
      publisher: "O'Brien \\ “Post” {x,y}",
      sentences: [
        says(
          'Ilva Maretti',
          'nul \u0000 lone \ud800 emoji 🚢 rtl עברית tab \t back\\slash "quoted" end',
        ),
        binds("Valdoria'); drop table entry; --", 'to send {1,2} "ships" NULL'),
      ],
    });
    await ledger.add(record);
    expect(await ledger.getRecord(record.article.id)).toEqual(record);
    for (const words of ['emoji', 'עברית', 'quoted', '"nul lone"', 'NULL'])
      expect((await ledger.search({ words })).items, words).toHaveLength(1);
  });

  test('another reading of the same text replaces what the machine found', async () => {
    const ledger = await engine.newLedger();
    const record = pledge();
    await ledger.add(record);
    const reread = { ...record, statements: [], reader: { version: '0.2.0', model: 'm' } };
    expect(await ledger.add(reread)).toEqual({
      kind: 're-read',
      articleId: record.article.id,
      orphanCount: 0,
    });
    expect((await ledger.search({})).items.map(({ kind }) => kind)).toEqual(['commitment']);
    expect((await ledger.getArticle(record.article.id)).reader).toBe('0.2.0 m');
  });

  test('a batch acknowledges each record, in order, duplicates within it too', async () => {
    const ledger = await engine.newLedger();
    const records = Array.from({ length: 70 }, (_, index) =>
      makeRecord({ sentences: [says('Joren Halik', `point ${index % 60} was agreed`)] }),
    );
    const kinds: string[] = [];
    for await (const added of ledger.addAll(records)) kinds.push(added.kind);
    expect(kinds).toEqual([...Array(60).fill('added'), ...Array(10).fill('unchanged')]);
    expect((await ledger.countRows()).articles).toBe(60);
  });

  test('after many at once the planner knows the tables; the same again is nothing new', async () => {
    const database = await engine.newDatabase();
    const ledger = await engine.open(database);
    const records = Array.from({ length: 600 }, (_, index) =>
      makeRecord({ sentences: [says('Joren Halik', `point ${index} was agreed`)] }),
    );
    const addTo = async (given: typeof records) => {
      for await (const added of ledger.addAll(given)) expect(added).toBeDefined();
    };
    await addTo(records.slice(0, 100));
    if (engine.name === 'postgres') expect(await countKnown(database)).toBeLessThanOrEqual(100);
    await addTo(records);
    if (engine.name === 'postgres') expect(await countKnown(database)).toBe(600);
    await addTo(records);
    expect((await ledger.countRows()).articles).toBe(600);
  });

  test('two writers with the same articles in opposite orders: each once, none fails', async () => {
    const database = await engine.newDatabase();
    const ledgers = [await engine.open(database), await engine.open(database)] as const;
    const records = Array.from({ length: 80 }, (_, index) =>
      makeRecord({
        sentences: [
          says(`Joren Halik${index % 7}`, `point ${index} was agreed`),
          says(`Ilva Maretti${index % 5}`, `point ${index} was not`),
        ],
      }),
    );
    const addTo = async (ledger: (typeof ledgers)[number], given: typeof records) => {
      const kinds: string[] = [];
      for await (const added of ledger.addAll(given)) kinds.push(added.kind);
      return kinds;
    };
    const kinds = await Promise.all([
      addTo(ledgers[0], records),
      addTo(ledgers[1], [...records].reverse()),
    ]);
    expect(kinds.flat().filter((kind) => kind === 'added')).toHaveLength(80);
    expect(await ledgers[0].countRows()).toMatchObject({ articles: 80, entries: 160 });
    expect((await ledgers[0].listActors({ limit: 100 })).items).toHaveLength(12);
  });

  test('what a source throws ends the adding; what was acknowledged stays', async () => {
    const ledger = await engine.newLedger();
    async function* failing() {
      yield makeRecord({ sentences: [says('Joren Halik', 'one was agreed')] });
      await new Promise((done) => setTimeout(done, 300));
      throw new Error('the feed broke off');
    }
    const acknowledged: string[] = [];
    await expect(async () => {
      for await (const added of ledger.addAll(failing())) acknowledged.push(added.articleId);
    }).rejects.toThrow('the feed broke off');
    expect((await ledger.countRows()).articles).toBe(1);
  });
});
