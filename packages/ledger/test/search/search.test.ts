/**
 * Searching: words, phrases, exclusion, filters, paging, facets, highlights.
 * @module
 */
import { expect, test } from 'vitest';
import type { EntryQuery, Ledger } from '../../src/index.ts';
import { describeEachEngine } from '../each-engine.ts';
import { binds, makeRecord, says } from '../make-record.ts';

async function fill(ledger: Ledger) {
  await ledger.add(
    makeRecord({
      url: 'https://a.example/1',
      publisher: 'The Senna Courier',
      publishedOn: '2027-04-15',
      sentences: [
        says('Ilva Maretti', 'a peace deal is near', { saidOn: '2027-04-14', score: 0.6 }),
        says('Joren Halik', 'the deal brings no peace'),
        binds('Valdoria', 'to send 3000 soldiers', {
          towards: 'Tavria',
          condition: { words: 'after a ceasefire', type: 'ceasefire', trigger: 'ceasefire' },
        }),
      ],
    }),
  );
  await ledger.add(
    makeRecord({
      url: 'https://b.example/1',
      publisher: 'Harbour Times',
      publishedOn: '2027-05-02',
      sentences: [
        binds('Valdoria', 'to send ships', { stance: 'refuses', cue: 'refused' }),
        binds('Skarland', 'to pledge money', {
          stance: 'offers',
          cue: 'offered',
          basis: 'reported',
        }),
        says('Élise Corvale', 'Orsian navies keep the peace'),
      ],
    }),
  );
}

const CASES: { name: string; query: EntryQuery; finds: string[] }[] = [
  { name: 'all words, in any order', query: { words: 'peace deal' }, finds: ['Halik', 'Maretti'] },
  { name: 'a phrase, in its order', query: { words: '"peace deal"' }, finds: ['Maretti'] },
  { name: 'an excluded word', query: { words: 'peace -deal' }, finds: ['Corvale'] },
  { name: 'an excluded phrase', query: { words: 'deal -"no peace"' }, finds: ['Maretti'] },
  {
    name: 'an exclusion alone',
    query: { words: '-peace' },
    finds: ['Skarland', 'Valdoria', 'Valdoria'],
  },
  { name: 'other forms of a word', query: { words: 'navy' }, finds: ['Corvale'] },
  { name: 'a name without its accents', query: { words: 'elise' }, finds: ['Corvale'] },
  { name: 'a word that is nowhere', query: { words: 'submarine' }, finds: [] },
  { name: 'operators of the engines are words', query: { words: 'peace AND* OR("' }, finds: [] },
  { name: 'a stance', query: { stance: 'refuses' }, finds: ['Valdoria'] },
  {
    name: 'one of two stances',
    query: { stance: ['refuses', 'offers'] },
    finds: ['Skarland', 'Valdoria'],
  },
  { name: 'a basis', query: { basis: 'reported' }, finds: ['Skarland'] },
  {
    name: 'a kind and an outlet',
    query: { kind: 'statement', outlet: 'Harbour Times' },
    finds: ['Corvale'],
  },
  { name: 'a condition’s type', query: { conditionType: 'ceasefire' }, finds: ['Valdoria'] },
  { name: 'a condition’s state', query: { conditionState: 'met' }, finds: [] },
  {
    name: 'a condition’s type and a state',
    query: { conditionType: 'ceasefire', conditionState: 'open' },
    finds: ['Valdoria'],
  },
  {
    name: 'one of two condition types',
    query: { conditionType: ['ceasefire', 'time'], conditionState: ['open', 'met'] },
    finds: ['Valdoria'],
  },
  {
    name: 'a condition’s type and another stance',
    query: { conditionType: 'ceasefire', stance: 'refuses' },
    finds: [],
  },
  {
    name: 'words and a condition',
    query: { words: 'soldiers', conditionType: 'ceasefire' },
    finds: ['Valdoria'],
  },
  {
    name: 'words without that condition',
    query: { words: 'ships', conditionType: 'ceasefire' },
    finds: [],
  },
  { name: 'a least score', query: { words: 'deal', minScore: 0.7 }, finds: ['Halik'] },
  { name: 'from a day', query: { from: '2027-05-01' }, finds: ['Corvale', 'Skarland', 'Valdoria'] },
  {
    name: 'the day on which it was said, not printed',
    query: { to: '2027-04-14' },
    finds: ['Maretti'],
  },
  { name: 'words and a stance', query: { words: 'send', stance: 'commits' }, finds: ['Valdoria'] },
];

describeEachEngine('search', (engine) => {
  test('each filter finds what it says', async () => {
    const ledger = await engine.newLedger();
    await fill(ledger);
    for (const { name, query, finds } of CASES) {
      const { items } = await ledger.search(query);
      const names = items.map(({ actors }) => actors[0]?.name.split(' ').at(-1) ?? '').sort();
      expect(names, name).toEqual(finds);
    }
  });

  test('an actor in any part, and in one part', async () => {
    const ledger = await engine.newLedger();
    await fill(ledger);
    const { items } = await ledger.listActors({ name: 'Tavria' });
    const actor = items[0]?.id ?? '';
    expect((await ledger.search({ actor })).items).toHaveLength(1);
    expect((await ledger.search({ actor, part: 'party' })).items).toHaveLength(0);
    expect((await ledger.search({ actor: 'w_nobody' })).items).toHaveLength(0);
  });

  test('highlights are spans of the article, phrases whole', async () => {
    const ledger = await engine.newLedger();
    await fill(ledger);
    const { items } = await ledger.search({ words: '"peace deal" near' });
    const [entry] = items;
    const { text } = (await ledger.getRecord(entry?.article.id ?? '')).article;
    expect(entry?.highlights.map(([start, end]) => text.slice(start, end))).toEqual([
      'peace deal',
      'near',
    ]);
    const { excerpt = '', excerptStart = 0 } = entry ?? {};
    expect(text.slice(excerptStart, excerptStart + excerpt.length)).toBe(excerpt);
  });

  test('pages go on where the last ended, whatever is added in between', async () => {
    const ledger = await engine.newLedger();
    const article = (day: number) =>
      makeRecord({
        publishedOn: day < 26 ? `2027-03-${String(day).padStart(2, '0')}` : '2027-04-01',
        sentences: [says('Joren Halik', `the count on day ${day} was fair`)],
      });
    for (let day = 1; day <= 25; day++) await ledger.add(article(day));
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await ledger.search({
        words: 'fair',
        limit: 4,
        ...(cursor === undefined ? {} : { cursor }),
      });
      seen.push(...page.items.map(({ excerpt }) => excerpt));
      cursor = page.nextCursor;
      // A newer one does not push the rest down a place.
      await ledger.add(article(26 + seen.length));
    } while (cursor !== undefined);
    expect(seen).toHaveLength(25);
    expect(new Set(seen).size).toBe(25);
    expect(seen[0]).toContain('day 25');
    expect(seen.at(-1)).toContain('day 1 ');
  });

  test('pages are full, and all there is comes once, however many of the newest were rejected', async () => {
    const ledger = await engine.newLedger();
    const days = Array.from({ length: 28 }, (_, at) => String(at + 1).padStart(2, '0'));
    for (const day of days) {
      const sentences = [says('Joren Halik', `the count of day ${day} was fair`)];
      await ledger.add(makeRecord({ publishedOn: `2027-03-${day}`, sentences }));
    }
    const rejectedDays = new Set(['28', '26', '25', '24', '23', '22', '21', '20', '11', '01']);
    const { items } = await ledger.search({ words: 'fair', limit: 100 });
    for (const { id, excerpt } of items)
      if (rejectedDays.has(/day (\d\d)/.exec(excerpt)?.[1] ?? ''))
        await ledger.decide({ kind: 'reject', entryId: id, reason: 'misread' }, { as: 'mara' });
    const kept = days.filter((day) => !rejectedDays.has(day)).reverse();
    for (const limit of [1, 3, 8, 17, 18, 30]) {
      const pages: string[][] = [];
      let next: { cursor?: string } | null = {};
      while (next !== null) {
        const page = await ledger.search({ words: 'fair', limit, ...next });
        pages.push(page.items.map(({ excerpt }) => /day (\d\d)/.exec(excerpt)?.[1] ?? ''));
        next = page.nextCursor === undefined ? null : { cursor: page.nextCursor };
      }
      expect(pages.flat()).toEqual(kept);
      expect(pages.slice(0, -1).every((page) => page.length === limit)).toBe(true);
    }
    const found = await ledger.search({ words: 'fair', from: '2027-03-20', to: '2027-03-27' });
    expect(found.items.map(({ excerpt }) => /day (\d\d)/.exec(excerpt)?.[1])).toEqual(['27']);
  });

  test('a cursor of no ledger is refused', async () => {
    const ledger = await engine.newLedger();
    await expect(ledger.search({ cursor: "1' or 1=1" })).rejects.toThrow(RangeError);
    await expect(ledger.search({ words: '?!' })).rejects.toThrow(RangeError);
    await expect(ledger.search({ from: 'yesterday' })).rejects.toThrow(RangeError);
    await expect(ledger.search({ limit: 0 })).rejects.toThrow(RangeError);
    await expect(ledger.listActors({ cursor: '-5' })).rejects.toThrow(RangeError);
    await expect(ledger.listDecisions({ cursor: '~' })).rejects.toThrow(RangeError);
    await expect(ledger.listArticles({ cursor: '2027-01-01~-' })).rejects.toThrow(RangeError);
  });

  test('facets count what the query finds', async () => {
    const ledger = await engine.newLedger();
    await fill(ledger);
    const facets = await ledger.getFacets({});
    expect(facets).toMatchObject({ total: 6, isComplete: true });
    expect(facets.kind).toEqual([
      { value: 'commitment', count: 3 },
      { value: 'statement', count: 3 },
    ]);
    expect(facets.conditionType).toEqual([{ value: 'ceasefire', count: 1 }]);
    expect(facets.actor[0]).toMatchObject({ label: 'Valdoria', count: 2 });
    expect((await ledger.getFacets({ words: 'peace' })).total).toBe(3);
  });

  test('the review queue holds what nobody decided on', async () => {
    const ledger = await engine.newLedger();
    await fill(ledger);
    const { items } = await ledger.listReviewQueue();
    expect(items).toHaveLength(6);
    await ledger.decide({ kind: 'accept', entryId: items[0]?.id ?? '' }, { as: 'mara' });
    expect((await ledger.listReviewQueue()).items).toHaveLength(5);
    expect((await ledger.listReviewQueue({ maxScore: 0.7 })).items).toHaveLength(1);
  });

  test('the queue is counted by rule whole, and its ids come in its order', async () => {
    const ledger = await engine.newLedger();
    const found = makeRecord({
      sentences: [says('Ilva Maretti', 'the border stays open'), says('Ilva Maretti', 'it rains')],
    });
    const [first, second] = found.statements;
    const statements = [first, second].map((one, at) => ({ ...one, rule: ['colon', 'noun'][at] }));
    await ledger.add({ ...found, statements } as typeof found);
    await fill(ledger);
    const { items } = await ledger.listReviewQueue();
    const ids = items.map(({ id }) => id);
    expect((await ledger.listReviewIds()).items).toEqual(ids);
    const page = await ledger.listReviewIds({ limit: 3 });
    const rest = await ledger.listReviewIds({ limit: 9, cursor: page.nextCursor ?? '' });
    expect([...page.items, ...rest.items]).toEqual(ids);
    const rules = await ledger.countReviewRules({ rule: 'colon', limit: 1 });
    expect(rules.reduce((sum, { count }) => sum + count, 0)).toBe(items.length);
    expect(rules).toContainEqual({ value: 'noun', count: 1 });
    expect((await ledger.listReviewIds({ rule: 'colon' })).items).toEqual([first?.id]);
    await ledger.decide({ kind: 'accept', entryId: first?.id ?? '' }, { as: 'mara' });
    expect((await ledger.countReviewRules()).map(({ value }) => value)).not.toContain('colon');
    expect((await ledger.search({ rule: 'colon' })).items).toHaveLength(1);
    expect((await ledger.getFacets({})).rule).toContainEqual({ value: 'colon', count: 1 });
  });
});
