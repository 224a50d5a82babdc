/** Every route with the typed client, on a ledger of its own. @module */
import { ROUTES, type RouteName } from '@onrecord/api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from './open-test-app.ts';

const FIRST = `Port Ilden talks
Reik will send 40 buses to Orsk if the truce holds.
Reik said the buses are ready.
Marn will open the bridge.
`;
const SECOND = FIRST.replace(' if the truce holds', '');

let server: TestApp;
const asked = new Set<string>();
/** The client, keeping count of the routes that were asked. */
let client: TestApp['client'];
let firstId = '';
let offerId = '';

beforeAll(async () => {
  server = await openTestApp();
  client = new Proxy(server.client, {
    get: (target, name: string) => {
      asked.add(name);
      return target[name as RouteName];
    },
  });
  const origin = {
    url: 'https://post.example/1',
    publisher: 'The Post',
    publishedOn: '2031-03-04',
  };
  const added = await client.addArticle({ body: { text: FIRST, ...origin } });
  firstId = added.article.id;
  const found = await client.searchEntries({ query: { kind: 'commitment', q: 'buses' } });
  offerId = found.items[0]?.id ?? '';
});
afterAll(() => server.close());

test('read: a record comes back and nothing is kept', async () => {
  const before = (await client.getHealth({})).articleCount;
  const record = await client.readText({ body: { text: 'Reik said yes.', title: 'Yes' } });
  expect(record.statements).toHaveLength(1);
  expect(record.article.title).toBe('Yes');
  expect((await client.getHealth({})).articleCount).toBe(before);
});

test('read: the article is taken out of a page’s source', async () => {
  const paragraph =
    'Reik said the harbour would stay open through the winter, whatever the weather brings to the coast.';
  const html = `<!doctype html><html><head><title>Harbour</title></head><body><article><h1>Harbour</h1><p>${paragraph}</p><p>${paragraph}</p></article></body></html>`;
  const record = await client.readText({ body: { html } });
  expect(record.article.text).toContain('Harbour\n\nReik said');
});

test('articles: adding twice changes nothing', async () => {
  const again = await client.addArticle({
    body: {
      text: FIRST,
      url: 'https://post.example/1',
      publisher: 'The Post',
      publishedOn: '2031-03-04',
    },
  });
  expect(again).toMatchObject({ kind: 'unchanged', article: { id: firstId } });
});

test('articles: one comes with its record, its entries and who is who', async () => {
  const view = await client.getArticle({ path: { id: firstId } });
  expect(view.article).toMatchObject({ publisher: 'The Post', version: 1, isCurrent: true });
  expect(view.entries.map((entry) => entry.kind).sort()).toEqual([
    'commitment',
    'commitment',
    'statement',
  ]);
  const [party] = view.record.commitments[0]?.parties ?? [];
  const actor = await client.getActor({ path: { id: view.actorIds[party ?? ''] ?? '' } });
  expect(actor.name).toBe('Reik');
  expect(
    (await client.getRecord({ path: { id: firstId }, query: { as: 'read' } })).article.text,
  ).toBe(FIRST);
  expect((await client.listArticles({})).items.map(({ id }) => id)).toContain(firstId);
});

test('articles: one with more entries than a page comes whole', async () => {
  const text = Array.from({ length: 620 }, (_, i) => `Kell said the tide was ${i} metres.`).join(
    '\n',
  );
  const alone = await openTestApp();
  const { article } = await alone.client.addArticle({ body: { text } });
  expect((await alone.client.getArticle({ path: { id: article.id } })).entries).toHaveLength(620);
  await alone.close();
});

test('search: words, filters, facets and pages', async () => {
  const all = await client.searchEntries({ query: { limit: 2 } });
  expect(all.items).toHaveLength(2);
  const rest = await client.searchEntries({ query: { limit: 2, cursor: all.nextCursor } });
  expect(rest.items).toHaveLength(1);
  expect(new Set([...all.items, ...rest.items].map(({ id }) => id)).size).toBe(3);
  const bridge = await client.searchEntries({ query: { q: '"open the bridge"' } });
  expect(bridge.items.map(({ kind }) => kind)).toEqual(['commitment']);
  expect(
    bridge.items[0]?.highlights.map(([start, end]) => FIRST.slice(start, end)).join(' '),
  ).toContain('bridge');
  const facets = await client.getFacets({ query: {} });
  expect(facets.total).toBe(3);
  expect(facets.stance).toEqual([expect.objectContaining({ value: 'offers', count: 2 })]);
});

test('actors: the list, one, its timeline and candidates for merging', async () => {
  const { items } = await client.listActors({ query: { name: 'rei' } });
  expect(items.map(({ name }) => name)).toEqual(['Reik']);
  const id = items[0]?.id ?? '';
  const timeline = await client.listTimeline({ path: { id } });
  expect(timeline.items).toHaveLength(2);
  expect((await client.listMergeCandidates({ path: { id } })).items).toEqual([]);
});

test('board: the party stands under its stance with its condition; what-if makes it live', async () => {
  const board = await client.getBoard({ query: {} });
  expect(board.rows.map(({ party }) => party.name).sort()).toEqual(['Marn', 'Reik']);
  expect(board.conditions.map(({ key }) => key)).toEqual(['ceasefire']);
  const whatIf = await client.getWhatIf({ query: { if: ['ceasefire=met'] } });
  expect(whatIf.entries.map(({ outcome }) => outcome)).toEqual(['live', 'live']);
  const open = await client.getWhatIf({ query: { if: ['ceasefire=open'] } });
  expect(open.entries.map(({ outcome }) => outcome).sort()).toEqual(['live', 'waiting']);
  expect((await client.listConditions({})).items).toHaveLength(1);
  const outcomes = await client.getOutcomes({ query: { if: ['ceasefire=open'] } });
  expect(outcomes.entries.map(({ entryId, outcome }) => ({ id: entryId, outcome }))).toEqual(
    open.entries.map(({ entry, outcome }) => ({ id: entry.id, outcome })),
  );
  expect(outcomes.entries.flatMap(({ waitsFor }) => waitsFor.map(({ key }) => key))).toEqual([
    'ceasefire',
  ]);
});

test('conditions: one of them with the positions that name it; one that nobody names is not found', async () => {
  const view = await client.getCondition({ path: { id: 'ceasefire' } });
  expect(view.condition.key).toBe('ceasefire');
  expect(view.entries.map(({ party }) => party.name)).toEqual(['Reik']);
  expect(view.loops).toEqual([]);
  await expect(client.getCondition({ path: { id: 'rain' } })).rejects.toMatchObject({
    code: 'not-in-ledger',
  });
});

test('decisions: need a name, are kept under it, show in the entry, and are undone by another', async () => {
  const nameless = await server.ask('/api/v1/decisions', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'accept', entryId: offerId }),
  });
  expect(nameless.status).toBe(400);
  expect(((await nameless.json()) as { code: string }).code).toBe('name-missing');
  const decided = await client.addDecision({ body: { kind: 'accept', entryId: offerId } });
  expect(decided.by).toBe('Ada Örn');
  const { entry, decisions } = await client.getEntry({ path: { id: offerId } });
  expect([entry.review, decisions.map(({ id }) => id)]).toEqual(['accepted', [decided.id]]);
  expect((await client.listReviews({})).items.map(({ id }) => id)).not.toContain(offerId);
  await client.undoDecision({ path: { id: decided.id }, body: { reason: 'too early' } });
  expect((await client.getEntry({ path: { id: offerId } })).entry.review).toBe('open');
  const log = await client.listDecisions({ query: { target: offerId } });
  expect(log.items.some(({ undoneBy }) => undoneBy !== undefined)).toBe(true);
});

test('reviews: counted by rule, and decided on and taken back by their ids', async () => {
  const { items: rules } = await client.countReviewRules({ query: { kind: 'commitment' } });
  const { items: ids } = await client.listReviewIds({ query: { kind: 'commitment' } });
  expect(rules.reduce((sum, { count }) => sum + count, 0)).toBe(ids.length);
  const rule = rules[0]?.value ?? '';
  const { items: found } = await client.listReviewIds({
    query: { kind: 'commitment', rule: [rule] },
  });
  expect(found).toHaveLength(rules[0]?.count ?? 0);
  const { items: made } = await client.addDecisions({
    body: { items: ids.map((entryId) => ({ kind: 'reject', entryId, reason: 'a test' })) },
  });
  const query = { kind: 'commitment' as const, maxScore: 1 };
  expect((await client.listReviewIds({ query })).items).toEqual([]);
  await client.undoDecisions({ body: { ids: made.map(({ id }) => id) } });
  expect((await client.listReviewIds({ query })).items).toEqual(ids);
});

test('decisions: one that does not fit its target is refused with a code', async () => {
  await expect(
    client.addDecision({ body: { kind: 'edit', entryId: offerId, field: 'nonsense', value: 1 } }),
  ).rejects.toMatchObject({ code: 'decision-invalid' });
  await expect(
    client.addDecision({ body: { kind: 'accept', entryId: 'c_none' } }),
  ).rejects.toMatchObject({ code: 'not-in-ledger' });
});

test('dossiers: opened, changed, and their board asked for', async () => {
  const opened = await client.addDossier({
    body: { name: 'Orsk', question: 'Who opens the way to Orsk?', query: { q: 'buses' } },
  });
  expect(opened).toMatchObject({ name: 'Orsk', changedBy: 'Ada Örn', query: { q: 'buses' } });
  const changed = await client.writeDossier({
    path: { id: opened.id },
    body: { name: 'Orsk', query: { kind: 'commitment' }, excludedIds: [offerId] },
  });
  expect(changed.id).toBe(opened.id);
  expect((await client.getDossier({ path: { id: opened.id } })).excludedIds).toEqual([offerId]);
  expect((await client.listDossiers({})).items).toHaveLength(1);
  const board = await client.getBoard({ query: { dossier: opened.id } });
  const held = board.rows.flatMap((row) => row.cells.flatMap((cell) => cell.entries));
  expect(held.flatMap((entry) => entry.commitmentIds)).not.toContain(offerId);
});

test('utterances: two outlets that report one act of speech are one, with the difference told', async () => {
  const report = 'Reik said the buses are ready and that 60 drivers are waiting in the yard.\n';
  for (const publisher of ['The Post', 'The Wire'])
    await client.addArticle({
      body: { text: `${publisher}\n${report}`, publisher, publishedOn: '2031-03-05' },
    });
  const { items } = await client.listUtterances({});
  expect(items.map(({ reportCount }) => reportCount)).toContain(2);
  const found = await client.searchEntries({ query: { q: 'drivers' } });
  const utterance = await client.getUtterance({ path: { id: found.items[0]?.id ?? '' } });
  expect(utterance.reports).toHaveLength(2);
  expect((await client.listShifts({})).items).toEqual([]);
});

test('versions: a changed text at one address is a new version, and a dropped condition is told', async () => {
  const added = await client.addArticle({
    body: {
      text: SECOND,
      url: 'https://post.example/1',
      publisher: 'The Post',
      publishedOn: '2031-03-04',
    },
  });
  expect(added.kind).toBe('new-version');
  const { id } = added.article;
  const versions = await client.listVersions({ path: { id } });
  expect(versions.items.map(({ version }) => version)).toEqual([1, 2]);
  const diff = await client.diffVersions({ path: { id } });
  expect(diff).toMatchObject({ fromId: firstId, toId: id });
  expect(JSON.stringify(diff.changes)).toContain('conditions');
  expect((await client.listOrphans({})).items.length).toBeGreaterThanOrEqual(0);
});

test('table: every route of the table was asked here', async () => {
  await client.getOpenApi({});
  expect([...asked].filter((name) => name in ROUTES).sort()).toEqual(Object.keys(ROUTES).sort());
});
