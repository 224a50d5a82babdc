/**
 * Articles: lists, versions compared as records, reprints counted as one origin.
 * @module
 */
import { readFile } from 'node:fs/promises';
import { articleId, SCHEMA, textHashOf } from '@onrecord/record';
import { expect, test } from 'vitest';
import { describeEachEngine } from '../each-engine.ts';
import { binds, makeRecord, says } from '../make-record.ts';

const at = (condition?: 'after a ceasefire', what = 'to send 300 observers') =>
  makeRecord({
    url: 'https://post.example/pledge',
    sentences: [
      says('Ilva Maretti', 'the talks went well'),
      binds('Skarland', what, {
        ...(condition === undefined
          ? {}
          : { condition: { words: condition, type: 'ceasefire', trigger: 'ceasefire' } }),
      }),
    ],
  });

/** A sample article as text alone: what finding reprints needs. */
async function sample(file: string, publisher: string) {
  const text = await readFile(new URL(`../../../../samples/${file}`, import.meta.url), 'utf8');
  const textHash = textHashOf(text);
  const url = `https://${file}.example`;
  const article = { id: articleId(textHash, url), text, textHash, publisher, url };
  return {
    schema: SCHEMA,
    article: { ...article, language: 'en', parts: [] },
    actors: [],
    statements: [],
    commitments: [],
    events: [],
    notes: [],
    reader: { version: '0', model: '' },
  };
}

describeEachEngine('articles', (engine) => {
  test('versions are compared as records: a condition dropped', async () => {
    const ledger = await engine.newLedger();
    const [first, second] = [at('after a ceasefire'), at()];
    await ledger.add(first);
    await ledger.add(second);
    expect(await ledger.diffVersions(first.article.id, second.article.id)).toMatchObject({
      unchangedCount: 1,
      changes: [
        {
          kind: 'changed',
          entryKind: 'commitment',
          fields: [{ field: 'conditions', before: 'after a ceasefire', after: null }],
        },
      ],
    });
  });

  test('versions are compared as records: reworded, added, removed', async () => {
    const ledger = await engine.newLedger();
    const [first, second] = [
      at(),
      makeRecord({
        url: 'https://post.example/pledge',
        sentences: [
          binds('Skarland', 'to send 500 observers'),
          says('Joren Halik', 'money is missing'),
        ],
      }),
    ];
    await ledger.add(first);
    await ledger.add(second);
    const { changes } = await ledger.diffVersions(first.article.id, second.article.id);
    expect(changes.map(({ kind, entryKind }) => `${kind} ${entryKind}`)).toEqual([
      'changed commitment',
      'removed statement',
      'added statement',
    ]);
  });

  test('a shortened reprint of a wire story counts as one origin with it', async () => {
    const ledger = await engine.newLedger();
    const wire = await sample('01-port-amara-summit.txt', 'Meridian Wire');
    const reprint = await sample('02-port-amara-summit-reprint.txt', 'Valdorian Herald');
    const other = await sample('03-hadrel-courier.txt', 'The Senna Courier');
    await ledger.add(wire);
    expect(await ledger.add(reprint)).toMatchObject({
      originId: wire.article.id,
      likenesses: [{ kind: 'reprint', otherId: wire.article.id }],
    });
    expect(await ledger.add(other)).toMatchObject({ originId: other.article.id, likenesses: [] });
    expect(await ledger.listLikenesses(wire.article.id)).toMatchObject([
      { otherId: reprint.article.id, reason: expect.stringContaining('meridian') },
    ]);
  });

  test('two reports of one press conference are two origins', async () => {
    const ledger = await engine.newLedger();
    const one = await sample('03-hadrel-courier.txt', 'The Senna Courier');
    const other = await sample('04-hadrel-harbour-times.txt', 'Harbour Times');
    await ledger.add(one);
    expect(await ledger.add(other)).toMatchObject({ originId: other.article.id, likenesses: [] });
  });

  test('articles are listed newest first, the undated last, page by page', async () => {
    const ledger = await engine.newLedger();
    for (const publishedOn of ['2027-04-02', undefined, '2027-04-03', '2027-04-02', undefined])
      await ledger.add(
        makeRecord({
          ...(publishedOn === undefined ? {} : { publishedOn }),
          sentences: [says('Joren Halik', `it was ${publishedOn} or ${Math.random()}`)],
        }),
      );
    const dates: (string | undefined)[] = [];
    let cursor: string | undefined;
    do {
      const page = await ledger.listArticles({ limit: 2, ...(cursor ? { cursor } : {}) });
      dates.push(...page.items.map((article) => article.publishedOn));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(dates).toEqual(['2027-04-03', '2027-04-02', '2027-04-02', undefined, undefined]);
  });

  test('what is not in the ledger is said to be not there', async () => {
    const ledger = await engine.newLedger();
    for (const ask of [ledger.getArticle, ledger.getRecord, ledger.getEntry, ledger.getActor])
      await expect(ask('x_0')).rejects.toMatchObject({ code: 'not-in-ledger' });
  });
});
