/**
 * Articles of a scope out of the store, ready for the pure functions. Whole records are not
 * decoded: one is put together from the entries that are wanted and the article's text, in which
 * the sentence around an entry tells of other days and conditions. Decisions are in the entries
 * already; merged actors come with the key that the ledger gives them.
 * @module
 */
import type { Actor, ArticleRecord, Commitment, ConditionState, Statement } from '@onrecord/record';
import type { Selectable } from 'kysely';
import type { EntryBody } from '../add/project-record.ts';
import type { ConditionDecision } from '../board/assemble-board.ts';
import type { EntryQuery } from '../ledger.ts';
import { selectEntries } from '../search/search-entries.ts';
import type { Store } from '../store/open-store.ts';
import type { EntryTable } from '../store/schema.ts';
import { describeEvidenceMarks } from './describe-marks.ts';
import { readTexts } from './read-texts.ts';

/** Statements and commitments that are loaded at once. */
export const MOST_ENTRIES = 12_000;

/** What is loaded: for boards the positions, for utterances and shifts every statement too. */
export type Needs = 'positions' | 'everything';

type StoredRow = Pick<Selectable<EntryTable>, 'seq' | 'article_seq' | 'id' | 'body'>;

/** An entry with its body decoded once. */
export interface EntryRow extends Omit<StoredRow, 'body'> {
  body: EntryBody;
}

const decodeRows = (rows: readonly StoredRow[]): EntryRow[] =>
  rows.map((row) => ({ ...row, body: JSON.parse(row.body) as EntryBody }));

const COLUMNS = ['entry.seq', 'entry.article_seq', 'entry.id', 'entry.body'] as const;

/** An article as its row tells of it. */
export type ArticleRow = Awaited<ReturnType<typeof readArticles>>[number];

const ARTICLE_COLUMNS = [
  ...(['seq', 'id', 'lineage_id', 'title', 'publisher', 'published_on', 'url'] as const),
  ...(['language', 'origin_id', 'record_hash'] as const),
] as const;

/** The rows of articles, oldest first. */
export async function readArticles(store: Store, seqs: readonly number[]) {
  if (seqs.length === 0) return [];
  const rows = await store.db
    .selectFrom('article')
    .select(ARTICLE_COLUMNS)
    .where(store.dialect.among('article.seq', seqs))
    .execute();
  return rows.sort((left, right) => {
    const [a, b] = [left.published_on ?? '', right.published_on ?? ''];
    return a === b ? left.seq - right.seq : a < b ? -1 : 1;
  });
}

/** What of an article's entries belongs to a scope. */
export interface Wanted {
  query: EntryQuery;
  needs: Needs;
  /** Entries that a person put in. */
  included: readonly EntryRow[];
  excluded: ReadonlySet<string>;
}

/** The ledger's actor for an actor of an article. */
interface Identity {
  key: string;
  name: string;
}

/** What a scope holds of one article. */
export interface LoadedArticle {
  row: ArticleRow;
  record: ArticleRecord;
  /** By the article's id of the actor. */
  identities: ReadonlyMap<string, Identity>;
  /** What people decided on conditions, by the condition's id. */
  marks: ReadonlyMap<string, ConditionDecision>;
}

/**
 * Load what is wanted of articles: of those that the query `found` what its filters let through,
 * of all others what was put in by hand.
 */
export async function loadArticles(
  store: Store,
  wanted: Wanted,
  { articles, found }: { articles: readonly ArticleRow[]; found: ReadonlySet<number> },
): Promise<{ loaded: LoadedArticle[]; isAll: boolean }> {
  const seqs = articles.map((article) => article.seq);
  const all = new Set(seqs);
  const included = wanted.included.filter((row) => all.has(row.article_seq));
  const searched = seqs.filter((seq) => found.has(seq));
  // Beside each other: on PostgreSQL unpacking the texts takes as long as all the rest.
  const [{ rows, isAll }, texts, people] = await Promise.all([
    readEntries(store, { ...wanted, included }, searched),
    readTexts(store, seqs),
    readPeople(store, seqs),
  ]);
  const own = new Map<number, EntryRow[]>();
  for (const row of rows) {
    if (wanted.excluded.has(row.id)) continue;
    const known = own.get(row.article_seq);
    if (known === undefined) own.set(row.article_seq, [row]);
    else known.push(row);
  }
  const loaded = articles.map((row): LoadedArticle => {
    const entries = own.get(row.seq) ?? [];
    const { actors, identities } = people.get(row.seq) ?? { actors: [], identities: new Map() };
    const text = texts.get(row.seq) ?? '';
    const record = assembleRecord(row, { text, entries, actors });
    return { row, record, identities, marks: marksOf(row.id, entries) };
  });
  return { loaded, isAll };
}

type Filters = Omit<EntryQuery, 'words' | 'limit' | 'cursor'>;

/** Entries of a scope: all of them, or for positions the commitments with what they rest on. */
async function readEntries(
  store: Store,
  wanted: Wanted,
  articleSeqs: readonly number[],
): Promise<{ rows: EntryRow[]; isAll: boolean }> {
  const { words: _words, limit: _limit, cursor: _cursor, ...filters } = wanted.query;
  if (wanted.needs === 'everything' || filters.kind === 'statement') {
    const rows = await readRows(store, filters, articleSeqs);
    return { rows: joinRows(rows, wanted.included), isAll: rows.length < MOST_ENTRIES };
  }
  const rows = await readRows(store, { ...filters, kind: 'commitment' }, articleSeqs);
  const isAll = rows.length < MOST_ENTRIES;
  const silences =
    filters.kind === undefined && filters.stance === undefined
      ? await readRows(store, { ...filters, act: 'declines' }, articleSeqs)
      : [];
  const commitments = joinRows(rows, wanted.included);
  const known = new Set(commitments.map((row) => row.id));
  const statements = commitments.flatMap(({ body: { value } }) =>
    'statement' in value && value.statement !== undefined && !known.has(value.statement)
      ? [value.statement]
      : [],
  );
  const said = await readById(store, statements);
  return { rows: joinRows([...commitments, ...silences], said), isAll };
}

async function readRows(
  store: Store,
  filters: Filters,
  articleSeqs: readonly number[],
): Promise<EntryRow[]> {
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

/** Entries by their ids; those that are not there are left out. */
export async function readById(store: Store, ids: readonly string[]): Promise<EntryRow[]> {
  if (ids.length === 0) return [];
  const rows = await store.db
    .selectFrom('entry')
    .select(COLUMNS)
    .where(store.dialect.among('entry.id', [...new Set(ids)]))
    .execute();
  return decodeRows(rows);
}

/** The rows, and those of the others that are not among them. */
function joinRows(rows: readonly EntryRow[], others: readonly EntryRow[]): EntryRow[] {
  const known = new Set(rows.map((row) => row.id));
  return [...rows, ...others.filter((row) => !known.has(row.id))];
}

interface People {
  actors: Actor[];
  identities: Map<string, Identity>;
}

/** The actors of the articles, each with the key of the ledger's actor and whom it speaks for. */
async function readPeople(store: Store, seqs: readonly number[]): Promise<Map<number, People>> {
  const people = new Map<number, People>();
  if (seqs.length === 0) return people;
  const rows = await store.db
    .selectFrom('article_actor as own')
    .innerJoin('actor', 'actor.seq', 'own.actor_seq')
    .leftJoin('article_actor as bound', (join) =>
      join
        .onRef('bound.article_seq', '=', 'own.article_seq')
        .onRef('bound.own_seq', '=', 'own.represents_seq'),
    )
    .select([
      ...(['own.article_seq', 'own.local_id', 'own.offices'] as const),
      ...(['actor.id as key', 'actor.name', 'actor.kind', 'actor.country'] as const),
      'bound.local_id as represents',
    ])
    .where(store.dialect.among('own.article_seq', seqs))
    .execute();
  for (const row of rows) {
    const own: People = people.get(row.article_seq) ?? { actors: [], identities: new Map() };
    people.set(row.article_seq, own);
    if (own.identities.has(row.local_id)) continue;
    own.identities.set(row.local_id, { key: row.key, name: row.name });
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
    own.actors.push(actor);
  }
  return people;
}

interface Parts {
  text: string;
  entries: readonly EntryRow[];
  actors: Actor[];
}

const isStatement = (value: EntryBody['value']): value is Statement => 'act' in value;

/** A record of the entries that are wanted, in the whole text. */
function assembleRecord(article: ArticleRow, { text, entries, actors }: Parts): ArticleRecord {
  const values = entries.map((entry) => entry.body.value);
  return {
    schema: 'onrecord/1',
    article: {
      id: article.id,
      text,
      textHash: '',
      language: article.language,
      parts: [],
      ...(article.title === null ? {} : { title: article.title }),
      ...(article.publisher === null ? {} : { publisher: article.publisher }),
      ...(article.published_on === null ? {} : { publishedOn: article.published_on }),
      ...(article.url === null ? {} : { url: article.url }),
    },
    actors,
    statements: values.filter(isStatement),
    commitments: values.filter((value): value is Commitment => !isStatement(value)),
    events: [],
    notes: [],
    reader: { version: '', model: '' },
  };
}

/** What people decided on conditions, by the condition's id. */
function marksOf(articleId: string, entries: readonly EntryRow[]): Map<string, ConditionDecision> {
  const marks = new Map<string, ConditionDecision>();
  for (const { body } of entries)
    for (const [id, mark] of Object.entries(body.conditionMarks ?? {})) {
      const decision: ConditionDecision = {
        state: mark.state as ConditionState,
        evidence: describeEvidenceMarks(mark.evidence, articleId),
      };
      if (mark.on !== undefined) decision.since = mark.on;
      marks.set(id, decision);
    }
  return marks;
}
