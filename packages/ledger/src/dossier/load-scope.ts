/**
 * The records that a question is about, out of the store and ready for the pure functions (boards,
 * what-if, utterances, shifts). Whole records are not decoded: one is put together from the entries
 * and the article's text, in which the sentence around an entry tells of other days and conditions.
 * Decisions are in the entries already; merged actors come with the key that the ledger gives them.
 * @module
 */
import type { Actor, ArticleRecord, Commitment, ConditionState, Statement } from '@onrecord/record';
import { type Selectable, sql } from 'kysely';
import type { EntryBody } from '../add/project-record.ts';
import type { BoardOptions, ConditionDecision } from '../board/assemble-board.ts';
import type { EntryQuery } from '../ledger.ts';
import { selectEntries } from '../search/search-entries.ts';
import type { Store } from '../store/open-store.ts';
import type { EntryTable } from '../store/schema.ts';
import { describeEvidenceMarks } from './describe-marks.ts';
import type { Scope } from './dossier.ts';
import { readTexts } from './read-texts.ts';
import { getDossier } from './write-dossier.ts';

/** What the pure functions take. */
export interface LoadedScope {
  /** Oldest first. */
  records: ArticleRecord[];
  options: BoardOptions & { originOf: ReadonlyMap<string, string> };
  /** False when there is more than a board can hold: the newest are there. */
  isComplete: boolean;
}

/** Entries that the words of a query are looked for in, newest first. */
const MOST_FOUND = 5_000;
/** Articles of a scope: more is no board. The newest are taken. */
const MOST_ARTICLES = 400;
/** Statements and commitments of a scope. */
const MOST_ENTRIES = 12_000;

type StoredRow = Pick<Selectable<EntryTable>, 'seq' | 'article_seq' | 'id' | 'body'>;

/** A row with its body decoded once. */
interface Row extends Omit<StoredRow, 'body'> {
  body: EntryBody;
}

const decodeRows = (rows: readonly StoredRow[]): Row[] =>
  rows.map((row) => ({ ...row, body: JSON.parse(row.body) as EntryBody }));

const COLUMNS = ['entry.seq', 'entry.article_seq', 'entry.id', 'entry.body'] as const;

interface Wanted {
  query: EntryQuery;
  question?: string | undefined;
  included: readonly string[];
  excluded: ReadonlySet<string>;
  needs: Needs;
}

/** What is loaded: for boards the positions, for utterances and shifts every statement too. */
export type Needs = 'positions' | 'everything';

async function readWanted(store: Store, scope: Scope, needs: Needs): Promise<Wanted> {
  const dossier = scope.dossierId === undefined ? null : await getDossier(store, scope.dossierId);
  return {
    query: { ...dossier?.query, ...scope.query },
    question: scope.question ?? dossier?.question,
    included: [...(dossier?.includedIds ?? []), ...(scope.includedIds ?? [])],
    needs,
    excluded: new Set([...(dossier?.excludedIds ?? []), ...(scope.excludedIds ?? [])]),
  };
}

/** Load what a dossier or a query is about. @throws CodedError `not-in-ledger` */
export async function loadScope(
  store: Store,
  scope: Scope,
  needs: Needs = 'everything',
): Promise<LoadedScope> {
  const wanted = await readWanted(store, scope, needs);
  const found = await findArticles(store, wanted.query);
  const { rows, isAll } = await readEntries(store, wanted, found.seqs);
  const own = rows.filter((row) => !wanted.excluded.has(row.id));
  const seqs = [...new Set(own.map((row) => row.article_seq))];
  const [articles, texts, people] = await Promise.all([
    readArticles(store, seqs),
    readTexts(store, seqs),
    readPeople(store, seqs),
  ]);
  const records = assembleRecords({ rows: own, articles, texts, people });
  const options: LoadedScope['options'] = {
    originOf: new Map(articles.map((article) => [article.id, article.origin_id])),
    identify: (articleId, actorId) => people.identify.get(`${articleId} ${actorId}`) ?? null,
    conditionMarks: marksOf(own, articles),
  };
  if (wanted.question !== undefined) options.question = wanted.question;
  return { records, options, isComplete: isAll && found.isAll };
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

type Filters = Omit<EntryQuery, 'words' | 'limit' | 'cursor'>;

/** Entries of a scope: all of them, or for positions the commitments with what they rest on. */
async function readEntries(
  store: Store,
  wanted: Wanted,
  articleSeqs: readonly number[],
): Promise<{ rows: Row[]; isAll: boolean }> {
  const { words: _words, limit: _limit, cursor: _cursor, ...filters } = wanted.query;
  if (wanted.needs === 'everything' || filters.kind === 'statement') {
    const rows = await readRows(store, filters, articleSeqs);
    return { rows: await addById(store, rows, wanted.included), isAll: rows.length < MOST_ENTRIES };
  }
  const rows = await readRows(store, { ...filters, kind: 'commitment' }, articleSeqs);
  const isAll = rows.length < MOST_ENTRIES;
  const silences =
    filters.kind === undefined && filters.stance === undefined
      ? await readRows(store, { ...filters, act: 'declines' }, articleSeqs)
      : [];
  const commitments = await addById(store, rows, wanted.included);
  const statements = commitments.flatMap(({ body: { value } }) =>
    'statement' in value && value.statement !== undefined ? [value.statement] : [],
  );
  return { rows: await addById(store, [...commitments, ...silences], statements), isAll };
}

async function readRows(
  store: Store,
  filters: Filters,
  articleSeqs: readonly number[],
): Promise<Row[]> {
  if (articleSeqs.length === 0) return [];
  const { select } = await selectEntries(store, filters);
  const rows = await select
    .where(store.dialect.among('entry.article_seq', articleSeqs))
    .select(COLUMNS)
    .orderBy('entry.seq', 'desc')
    .limit(MOST_ENTRIES)
    .execute();
  return decodeRows(rows as StoredRow[]);
}

/** The rows, and those of the ids that are not among them. */
async function addById(store: Store, rows: readonly Row[], ids: readonly string[]): Promise<Row[]> {
  const known = new Set(rows.map((row) => row.id));
  const missing = [...new Set(ids)].filter((id) => !known.has(id));
  if (missing.length === 0) return [...rows];
  const others = await store.db
    .selectFrom('entry')
    .select(COLUMNS)
    .where(store.dialect.among('entry.id', missing))
    .execute();
  return [...rows, ...decodeRows(others)];
}

type ArticleRow = Awaited<ReturnType<typeof readArticles>>[number];

const readArticles = async (store: Store, seqs: readonly number[]) =>
  seqs.length === 0
    ? []
    : store.db
        .selectFrom('article')
        .select(['seq', 'id', 'title', 'publisher', 'published_on', 'url', 'language', 'origin_id'])
        .where(store.dialect.among('article.seq', seqs))
        .execute();

interface People {
  /** By article seq. */
  actors: Map<number, Actor[]>;
  identify: Map<string, { key: string; name: string }>;
}

/** The actors of the articles, each with the key of the ledger's actor and whom it speaks for. */
async function readPeople(store: Store, seqs: readonly number[]): Promise<People> {
  const people: People = { actors: new Map(), identify: new Map() };
  if (seqs.length === 0) return people;
  const rows = await store.db
    .selectFrom('article_actor as own')
    .innerJoin('article', 'article.seq', 'own.article_seq')
    .innerJoin('actor', 'actor.seq', 'own.actor_seq')
    .leftJoin('article_actor as bound', (join) =>
      join
        .onRef('bound.article_seq', '=', 'own.article_seq')
        .onRef('bound.own_seq', '=', 'own.represents_seq'),
    )
    .select([
      ...(['own.article_seq', 'own.local_id', 'own.offices', 'article.id'] as const),
      ...(['actor.id as key', 'actor.name', 'actor.kind', 'actor.country'] as const),
      'bound.local_id as represents',
    ])
    .where(store.dialect.among('own.article_seq', seqs))
    .execute();
  for (const row of rows) {
    const place = `${row.id} ${row.local_id}`;
    if (people.identify.has(place)) continue;
    people.identify.set(place, { key: row.key, name: row.name });
    const actor: Actor = {
      id: row.local_id,
      name: row.name,
      kind: row.kind as Actor['kind'],
      roles: row.offices
        .split('\n')
        .filter(Boolean)
        .map((title) => ({ title, span: [0, 0] })),
      mentions: [],
    };
    if (row.country !== null) actor.country = row.country;
    if (row.represents !== null) actor.represents = row.represents;
    const known = people.actors.get(row.article_seq);
    if (known === undefined) people.actors.set(row.article_seq, [actor]);
    else known.push(actor);
  }
  return people;
}

interface Parts {
  rows: readonly Row[];
  articles: readonly ArticleRow[];
  texts: ReadonlyMap<number, string>;
  people: People;
}

/** Records of what was loaded, oldest first: the entries that are wanted, in the whole text. */
function assembleRecords({ rows, articles, texts, people }: Parts): ArticleRecord[] {
  const pieces = new Map<number, EntryBody['value'][]>();
  for (const row of rows) {
    const { value } = row.body;
    const known = pieces.get(row.article_seq);
    if (known === undefined) pieces.set(row.article_seq, [value]);
    else known.push(value);
  }
  const inOrder = [...articles].sort((left, right) =>
    (left.published_on ?? '') < (right.published_on ?? '') ? -1 : left.seq - right.seq,
  );
  return inOrder.map((article): ArticleRecord => {
    const own = pieces.get(article.seq) ?? [];
    const isStatement = (value: EntryBody['value']): value is Statement => 'act' in value;
    return {
      schema: 'onrecord/1',
      article: {
        id: article.id,
        text: texts.get(article.seq) ?? '',
        textHash: '',
        language: article.language,
        parts: [],
        ...(article.title === null ? {} : { title: article.title }),
        ...(article.publisher === null ? {} : { publisher: article.publisher }),
        ...(article.published_on === null ? {} : { publishedOn: article.published_on }),
        ...(article.url === null ? {} : { url: article.url }),
      },
      actors: people.actors.get(article.seq) ?? [],
      statements: own.filter(isStatement),
      commitments: own.filter((value): value is Commitment => !isStatement(value)),
      events: [],
      notes: [],
      reader: { version: '', model: '' },
    };
  });
}

/** What people decided on conditions, by the condition's id. */
function marksOf(
  rows: readonly Row[],
  articles: readonly ArticleRow[],
): Map<string, ConditionDecision> {
  const marks = new Map<string, ConditionDecision>();
  const bySeq = new Map(articles.map((article) => [article.seq, article]));
  for (const row of rows)
    for (const [id, mark] of Object.entries(row.body.conditionMarks ?? {})) {
      const article = bySeq.get(row.article_seq);
      const decision: ConditionDecision = {
        state: mark.state as ConditionState,
        evidence: describeEvidenceMarks(mark.evidence, article?.id ?? ''),
      };
      if (mark.on !== undefined) decision.since = mark.on;
      marks.set(id, decision);
    }
  return marks;
}
