/**
 * The records that a question is about. A scope that was loaded before is brought up to date: the
 * articles are found anew, but only those are loaded that were added, read again or decided on
 * since. The log of decisions tells which, an article's hash the rest.
 * @module
 */
import type { ArticleRecord } from '@onrecord/record';
import { sql } from 'kysely';
import type { BoardOptions } from '../board/assemble-board.ts';
import { type DecidedSince, readDecidedSince } from '../decision/read-decided.ts';
import type { EntryQuery } from '../ledger.ts';
import { selectEntries } from '../search/search-entries.ts';
import type { Store } from '../store/open-store.ts';
import type { Scope } from './dossier.ts';
import {
  type ArticleRow,
  type LoadedArticle,
  loadArticles,
  MOST_ENTRIES,
  type Needs,
  readArticles,
  readById,
} from './load-articles.ts';
import { getDossier } from './write-dossier.ts';

/** What the pure functions take. */
export interface LoadedScope {
  /** Oldest first. */
  records: ArticleRecord[];
  options: BoardOptions & { originOf: ReadonlyMap<string, string> };
  /** False when there is more than a board can hold: the newest are there. */
  isComplete: boolean;
}

/** A scope with what it was made of, so that it can be brought up to date. */
export interface HeldScope {
  loaded: LoadedScope;
  /** What was asked for: a dossier may ask for something else later. */
  asked: string;
  /** The last decision that is in it. */
  lastDecision: number;
  /** By the article's key; none where not all of them fitted. */
  articles: ReadonlyMap<number, HeldArticle>;
}

interface HeldArticle extends LoadedArticle {
  isFound: boolean;
}

/** Entries that the words of a query are looked for in, newest first. */
const MOST_FOUND = 5_000;
/** Articles of a scope: more is no board. The newest are taken. */
const MOST_ARTICLES = 400;

/** Load what a dossier or a query is about. @throws CodedError `not-in-ledger` */
export const loadScope = async (
  store: Store,
  scope: Scope,
  needs: Needs = 'everything',
): Promise<LoadedScope> => (await renewScope(store, { scope, needs })).loaded;

/**
 * All that stands in the articles in which a query finds something: a pledge belongs to the
 * statement that makes it, and what others are called there tells who is who.
 */
export async function loadWhole(store: Store, query: EntryQuery): Promise<LoadedScope> {
  const found = await findArticles(store, query);
  const articles = await readArticles(store, found.seqs);
  const { loaded, isAll } = await loadArticles(
    store,
    { query: {}, needs: 'everything', included: [], excluded: new Set() },
    { articles, found: new Set(found.seqs) },
  );
  return foldArticles(loaded, { question: undefined, isComplete: isAll && found.isAll });
}

/**
 * The scope as it stands now. Where nothing of it changed `loaded` is the same object as before.
 * What is asked first is what tells of changes, so what changes meanwhile is loaded next time.
 * @throws CodedError `not-in-ledger`
 */
export async function renewScope(
  store: Store,
  { scope, needs }: { scope: Scope; needs: Needs },
  before?: HeldScope,
): Promise<HeldScope> {
  const decided = await readDecidedSince(store.db, before?.lastDecision);
  const { query, question, includedIds, excludedIds } = await readScope(store, scope);
  const asked = JSON.stringify([query, question, includedIds, excludedIds]);
  const known = before?.asked === asked ? before : undefined;
  const found = await findArticles(store, query);
  const included = await readById(store, includedIds);
  const seqs = new Set([...found.seqs, ...included.map((row) => row.article_seq)]);
  const rows = await readArticles(store, [...seqs]);
  const isFound = new Set(found.seqs);
  const held = new Map<number, HeldArticle>();
  for (const row of rows) {
    const article = known?.articles.get(row.seq);
    if (article !== undefined && article.isFound === isFound.has(row.seq))
      if (isAsBefore(article.row, row, decided)) held.set(row.seq, article);
  }
  const missing = rows.filter((row) => !held.has(row.seq));
  const { loaded, isAll } = await loadArticles(
    store,
    { query, needs, included, excluded: new Set(excludedIds) },
    { articles: missing, found: isFound },
  );
  for (const article of loaded)
    held.set(article.row.seq, { ...article, isFound: isFound.has(article.row.seq) });
  const isComplete = isAll && found.isAll;
  const isSame =
    known !== undefined &&
    missing.length === 0 &&
    known.loaded.records.length === rows.length &&
    known.loaded.isComplete === isComplete;
  const inOrder = rows.flatMap((row) => held.get(row.seq) ?? []);
  return {
    loaded: isSame ? known.loaded : foldArticles(inOrder, { question, isComplete }),
    asked,
    lastDecision: decided.last,
    articles: isAll ? held : new Map(),
  };
}

/** Whether nothing that is loaded of an article has changed. */
const isAsBefore = (before: ArticleRow, now: ArticleRow, decided: DecidedSince): boolean =>
  before.record_hash === now.record_hash &&
  before.origin_id === now.origin_id &&
  !decided.isOnActors &&
  !decided.lineageIds.has(now.lineage_id);

/** What a scope asks for, its dossier's own included. */
async function readScope(store: Store, scope: Scope) {
  const dossier = scope.dossierId === undefined ? null : await getDossier(store, scope.dossierId);
  const query: EntryQuery = { ...dossier?.query, ...scope.query };
  return {
    query,
    question: scope.question ?? dossier?.question,
    includedIds: [...(dossier?.includedIds ?? []), ...(scope.includedIds ?? [])],
    excludedIds: [...(dossier?.excludedIds ?? []), ...(scope.excludedIds ?? [])],
  };
}

/** The newest articles that hold the words of a query, or what its filters find if it has none. */
async function findArticles(
  store: Store,
  { words, limit: _limit, cursor: _cursor, ...filters }: EntryQuery,
): Promise<{ seqs: number[]; isAll: boolean }> {
  const hasWords = words !== undefined && words.trim() !== '';
  const most = hasWords ? MOST_FOUND : MOST_ENTRIES;
  const { select, key } = await selectEntries(store, hasWords ? { words } : filters);
  const newest = select
    .select(['entry.seq', 'entry.article_seq'])
    .orderBy(key, 'desc')
    .limit(most)
    .as('newest');
  const rows = await store.db
    .selectFrom(newest)
    .select(['newest.article_seq', sql<number>`count(*)`.as('count')])
    .groupBy('newest.article_seq')
    .orderBy(sql`max(newest.seq)`, 'desc')
    .execute();
  const count = rows.reduce((sum, row) => sum + Number(row.count), 0);
  return {
    seqs: rows.slice(0, MOST_ARTICLES).map((row) => row.article_seq),
    isAll: count < most && rows.length <= MOST_ARTICLES,
  };
}

/** One scope of its articles. */
function foldArticles(
  articles: readonly LoadedArticle[],
  { question, isComplete }: { question: string | undefined; isComplete: boolean },
): LoadedScope {
  const byId = new Map(articles.map((article) => [article.row.id, article]));
  const options: LoadedScope['options'] = {
    originOf: new Map(articles.map(({ row }) => [row.id, row.origin_id])),
    identify: (articleId, actorId) => byId.get(articleId)?.identities.get(actorId) ?? null,
    conditionMarks: new Map(articles.flatMap(({ marks }) => [...marks])),
  };
  if (question !== undefined) options.question = question;
  return { records: articles.map(({ record }) => record), options, isComplete };
}
