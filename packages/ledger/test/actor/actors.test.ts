/**
 * Actors across articles: one by name, merged and split by people, with undo.
 * @module
 */
import { expect, test } from 'vitest';
import type { Ledger } from '../../src/index.ts';
import { describeEachEngine } from '../each-engine.ts';
import { binds, makeRecord, says } from '../make-record.ts';

const MARA = { as: 'mara' };

async function addThree(ledger: Ledger) {
  const records = [
    makeRecord({
      publishedOn: '2027-04-01',
      sentences: [says('Ilva Maretti', 'the border stays open', { role: 'President' })],
    }),
    makeRecord({
      publishedOn: '2027-05-01',
      sentences: [
        says('Ilva Maretti', 'the border is closed', { role: 'President' }),
        binds('Tavria', 'to reopen the border', { towards: 'Orsia' }),
      ],
    }),
    makeRecord({
      publishedOn: '2027-06-01',
      sentences: [says('Maretti', 'nothing was decided', { role: 'President' })],
    }),
  ];
  for (const record of records) await ledger.add(record);
  const { items } = await ledger.listActors({ name: 'maretti' });
  const idOf = (name: string) => items.find((actor) => actor.name === name)?.id ?? '';
  return { records, full: idOf('Ilva Maretti'), short: idOf('Maretti') };
}

const said = async (ledger: Ledger, id: string) =>
  (await ledger.listTimeline(id)).items.map((entry) => entry.saidFrom ?? entry.article.publishedOn);

describeEachEngine('actors', (engine) => {
  test('the same full name is one actor in all articles, with dated offices', async () => {
    const ledger = await engine.newLedger();
    const { full } = await addThree(ledger);
    expect(await ledger.getActor(full)).toMatchObject({
      name: 'Ilva Maretti',
      kind: 'person',
      articleCount: 2,
      offices: [
        { name: 'President', articleCount: 2, firstOn: '2027-04-01', lastOn: '2027-05-01' },
      ],
    });
    expect(await said(ledger, full)).toEqual(['2027-05-01', '2027-04-01']);
  });

  test('who has a name or takes part in something is an actor; who only stands in a sentence is not', async () => {
    const ledger = await engine.newLedger();
    const record = makeRecord({
      publishedOn: '2027-04-01',
      sentences: [
        says('Ilva Maretti', 'the border stays open'),
        says('a senior official', 'it does not'),
      ],
    });
    const { id } = record.article;
    const standing = (name: string, kind: 'group' | 'organisation') => {
      const actor = { id: `p_${kind}`, name, kind, roles: [], mentions: [] };
      record.actors.push(actor);
      return actor.id;
    };
    const residents = standing('residents', 'group');
    const ferries = standing('Northern Ferries', 'organisation');
    await ledger.add(record);
    const official = record.statements[1]?.speaker ?? '';
    expect(await ledger.findActor(id, ferries)).toMatch(/^w_/);
    expect(await ledger.findActor(id, official)).toMatch(/^w_/);
    expect(await ledger.findActor(id, residents)).toBeNull();
    // A person who knows better makes them a speaker.
    const entryId = record.statements[0]?.id ?? '';
    await ledger.decide({ kind: 'edit', entryId, field: 'speaker', value: residents }, MARA);
    expect(await ledger.findActor(id, residents)).toMatch(/^w_/);
  });

  test('a surname alone is a candidate, with its reasons, and nobody merges it unasked', async () => {
    const ledger = await engine.newLedger();
    const { full, short } = await addThree(ledger);
    expect(full).not.toBe(short);
    expect(await ledger.listMergeCandidates(full)).toMatchObject([
      {
        actor: { id: short },
        reasons: [
          'same surname: maretti',
          'one is named by the surname alone',
          'same office: President',
        ],
      },
    ]);
  });

  test('another given name is no candidate', async () => {
    const ledger = await engine.newLedger();
    const { full } = await addThree(ledger);
    await ledger.add(makeRecord({ sentences: [says('Joren Maretti', 'he is no relative')] }));
    const candidates = await ledger.listMergeCandidates(full);
    expect(candidates.map(({ actor }) => actor.name)).toEqual(['Maretti']);
  });

  test('merging joins the timelines, undoing parts them', async () => {
    const ledger = await engine.newLedger();
    const { full, short } = await addThree(ledger);
    const merge = await ledger.decide(
      { kind: 'merge-actors', actorId: full, otherIds: [short] },
      MARA,
    );
    expect(await said(ledger, short)).toEqual(['2027-06-01', '2027-05-01', '2027-04-01']);
    expect(await ledger.getActor(short)).toMatchObject({ id: full, mergedIds: [short] });
    // An article that comes later falls under the merge too.
    await ledger.add(
      makeRecord({ publishedOn: '2027-07-01', sentences: [says('Maretti', 'it is over')] }),
    );
    expect(await said(ledger, full)).toHaveLength(4);
    expect((await ledger.getFacets({})).actor[0]).toMatchObject({ value: full, count: 4 });
    const undo = await ledger.undo(merge.id, MARA);
    expect(await said(ledger, full)).toEqual(['2027-05-01', '2027-04-01']);
    expect(await said(ledger, short)).toEqual(['2027-07-01', '2027-06-01']);
    await ledger.undo(undo.id, MARA);
    expect(await said(ledger, short)).toHaveLength(4);
  });

  test('splitting makes somebody else of an actor in the articles named', async () => {
    const ledger = await engine.newLedger();
    const { full, records } = await addThree(ledger);
    const articleIds = [records[1]?.article.id ?? ''];
    const split = await ledger.decide(
      { kind: 'split-actor', actorId: full, articleIds, name: 'Ilva Maretti (the younger)' },
      MARA,
    );
    expect(await said(ledger, full)).toEqual(['2027-04-01']);
    const { items } = await ledger.listActors({ name: 'younger' });
    expect(await said(ledger, items[0]?.id ?? '')).toEqual(['2027-05-01']);
    // A newer reading of the article keeps them apart.
    const [, second] = records;
    if (second === undefined) throw new Error('no second record');
    await ledger.add({ ...second, reader: { version: '0.2.0', model: 'newer' } });
    expect(await said(ledger, full)).toEqual(['2027-04-01']);
    await ledger.undo(split.id, MARA);
    expect(await said(ledger, full)).toEqual(['2027-05-01', '2027-04-01']);
  });

  test('renaming calls an actor otherwise everywhere, and undoing gives the name before back', async () => {
    const ledger = await engine.newLedger();
    const { full, records } = await addThree(ledger);
    const rename = (name: string) =>
      ledger.decide({ kind: 'rename-actor', actorId: full, name }, MARA);
    const nameNow = async () => (await ledger.getActor(full)).name;
    const first = await rename('Ilva Maretti of Corvale');
    const second = await rename('Ilva K. Maretti');
    expect(await nameNow()).toBe('Ilva K. Maretti');
    const { items } = await ledger.search({ actor: full });
    const names = items.flatMap(({ actors }) => actors).filter(({ id }) => id === full);
    expect(new Set(names.map(({ name }) => name))).toEqual(new Set(['Ilva K. Maretti']));
    // Found by the new name and by that of the articles, which is an alias now.
    for (const name of ['ilva k', 'ilva mar'])
      expect((await ledger.listActors({ name })).items.map(({ id }) => id)).toEqual([full]);
    expect((await ledger.getActor(full)).aliases.map(({ name }) => name)).toContain('Ilva Maretti');
    // A newer reading of an article does not bring the old name back.
    const [one] = records;
    if (one === undefined) throw new Error('no record');
    await ledger.add({ ...one, reader: { version: '0.2.0', model: 'newer' } });
    expect(await nameNow()).toBe('Ilva K. Maretti');
    const undo = await ledger.undo(second.id, MARA);
    expect(await nameNow()).toBe('Ilva Maretti of Corvale');
    await ledger.undo(first.id, MARA);
    expect(await nameNow()).toBe('Ilva Maretti');
    await ledger.undo(undo.id, MARA);
    expect(await nameNow()).toBe('Ilva K. Maretti');
    await expect(rename(' ')).rejects.toThrow(RangeError);
  });

  test('actors are found by the beginnings of their words, without accents', async () => {
    const ledger = await engine.newLedger();
    await ledger.add(makeRecord({ sentences: [says('Élise de Corvale', 'it rained')] }));
    await ledger.add(makeRecord({ sentences: [says('Bran Lise', 'it did not')] }));
    const names = async (name: string) =>
      (await ledger.listActors({ name })).items.map((actor) => actor.name);
    expect(await names('elise')).toEqual(['Élise de Corvale']);
    expect(await names('corv ÉLI')).toEqual(['Élise de Corvale']);
    expect(await names('lise')).toEqual(['Bran Lise']);
    expect(await names('%')).toEqual([]);
  });

  test('an actor of an article is found in the ledger, by the article’s id for it', async () => {
    const ledger = await engine.newLedger();
    const { records, full } = await addThree(ledger);
    const [record] = records;
    const localId = record?.actors[0]?.id ?? '';
    expect(await ledger.findActor(record?.article.id ?? '', localId)).toBe(full);
    expect(await ledger.findActor(record?.article.id ?? '', 'p_0')).toBeNull();
  });

  test('the unnamed of two articles are two actors', async () => {
    const ledger = await engine.newLedger();
    for (const what of ['talks go on', 'talks broke down'])
      await ledger.add(makeRecord({ sentences: [says('a senior official', what)] }));
    const { items } = await ledger.listActors({ kind: 'unnamed' });
    expect(items).toHaveLength(2);
  });
});
