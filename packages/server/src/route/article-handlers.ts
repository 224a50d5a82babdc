/**
 * Reading and keeping articles.
 * @module
 */
import type { ArticleInput, BodyOf } from '@onrecord/api';
import { type ArticleOrigin, mergeOrigins } from '@onrecord/intake';
import type { Added, Entry, Ledger } from '@onrecord/ledger';
import type { AppOptions, Handler } from '../create-app.ts';
import type { ReadingInput } from '../reading/read-input.ts';

/** Entries are asked for by so many. */
const PAGE = 500;

export const readText: Handler<'readText'> = async ({ body }, app) =>
  app.reader.encode(await inputOf(body, app));

export const addArticle: Handler<'addArticle'> = async ({ body }, app) => {
  const added = await app.ledger.add(await app.reader.prepare(await inputOf(body, app)));
  return {
    kind: added.kind,
    article: await app.ledger.getArticle(added.articleId),
    orphanCount: orphanCountOf(added),
  };
};

function orphanCountOf(added: Added): number {
  return 'orphanCount' in added ? added.orphanCount : 0;
}

/** What is to be read: the text itself, a page's source, or what lies at an address. */
async function inputOf(body: BodyOf<'readText'>, app: AppOptions): Promise<ReadingInput> {
  const { text, html, address } = body;
  const origin = originOf(body);
  if (text !== undefined) return { article: { ...origin, text } };
  if (html !== undefined) {
    const bytes = new TextEncoder().encode(html);
    return { source: { bytes, place: origin.url ?? 'the page', mediaType: 'text/html' }, origin };
  }
  // An HTTP client is needed by those who fetch only.
  const { fetchSource } = await import('../reading/fetch-source.ts');
  const source = await fetchSource(address ?? '', app.fetching);
  return { source, origin: mergeOrigins(origin, { url: source.place }) };
}

function originOf({ title, byline, publisher, url, publishedOn }: ArticleInput): ArticleOrigin {
  return mergeOrigins({ title, byline, publisher, url, publishedOn });
}

export const listArticles: Handler<'listArticles'> = ({ query }, { ledger }) =>
  ledger.listArticles(pagingOf(query));

export const getArticle: Handler<'getArticle'> = async ({ path: { id } }, { ledger }) => {
  const article = await ledger.getArticle(id);
  const [record, marks, versions, likenesses, entries] = await Promise.all([
    ledger.getRecord(id),
    ledger.getMarks(id),
    ledger.listVersions(id),
    ledger.listLikenesses(id),
    listEntries(ledger, id),
  ]);
  const actorIds: { [localId: string]: string } = {};
  for (const entry of entries) for (const actor of entry.actors) actorIds[actor.localId] = actor.id;
  return { article, record, actorIds, entries, marks, versions, likenesses };
};

/** Every entry of an article that nobody rejected. */
async function listEntries(ledger: Ledger, articleId: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  let cursor: string | undefined;
  do {
    const from = cursor === undefined ? {} : { cursor };
    const page = await ledger.search({ articleId, limit: PAGE, ...from });
    entries.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return entries;
}

export const getRecord: Handler<'getRecord'> = ({ path, query }, { ledger }) =>
  ledger.getRecord(path.id, { as: query.as });

export const listVersions: Handler<'listVersions'> = async ({ path }, { ledger }) => ({
  items: await ledger.listVersions(path.id),
});

export const diffVersions: Handler<'diffVersions'> = async ({ path, query }, { ledger }) => {
  const from = query.from ?? (await previousOf(ledger, path.id));
  return ledger.diffVersions(from, path.id);
};

/** The version before, or the version itself where it is the first: nothing changed then. */
async function previousOf(ledger: Ledger, articleId: string): Promise<string> {
  const versions = await ledger.listVersions(articleId);
  const at = versions.findIndex((version) => version.id === articleId);
  return versions[at - 1]?.id ?? articleId;
}

/** The members of a query that page a list. */
export function pagingOf(query: { cursor?: string | undefined; limit: number }): {
  cursor?: string;
  limit: number;
} {
  return { limit: query.limit, ...(query.cursor === undefined ? {} : { cursor: query.cursor }) };
}
