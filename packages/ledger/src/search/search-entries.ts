/**
 * Searching entries: all filters of a query in one statement, newest first, by key. The key holds
 * the day, so a range of dates is a range of keys, and the last key of a page is its cursor.
 * @module
 */
import { type RawBuilder, type Selectable, type SelectQueryBuilder, sql } from 'kysely';
import type { EntryBody } from '../add/project-record.ts';
import { decodeSummary, notInLedger, SUMMARY_COLUMNS } from '../article/list-articles.ts';
import type {
  ArticleSummary,
  Entry,
  EntryActor,
  EntryQuery,
  Page,
  Part,
  Review,
} from '../ledger.ts';
import { cursorAfter, pageLimit, readCursor } from '../store/cursor.ts';
import type { WordsQuery } from '../store/dialect.ts';
import { dayOf, entryKey } from '../store/entry-key.ts';
import type { Store } from '../store/open-store.ts';
import type { EntryTable, Schema } from '../store/schema.ts';
import { findHighlights, parseWords } from './parse-words.ts';

const DEFAULT_LIMIT = 20;

type EntrySelect<O> = SelectQueryBuilder<Schema, 'entry', O>;

const listed = <T>(value: T | readonly T[]): readonly T[] =>
  Array.isArray(value) ? value : [value as T];

/** The query's words; null where it has none. @throws RangeError when there is no word in them */
export function wordsOf(query: EntryQuery): WordsQuery | null {
  if (query.words === undefined || query.words.trim() === '') return null;
  const words = parseWords(query.words);
  if (words === null) throw new RangeError(`no word to search for in ${query.words}`);
  return words;
}

/** Entries that a query finds, and the key by which they come newest first. */
export interface FoundEntries {
  select: EntrySelect<object>;
  /** Of the table that is gone through first: only its own key lets it be gone through in order. */
  key: RawBuilder<number>;
}

/**
 * Entries that a query finds, without order or limit. What is gone through first is said, not
 * left to the planner: the full-text index where words are asked for, then the actor's own rows.
 */
export async function selectEntries(store: Store, query: EntryQuery): Promise<FoundEntries> {
  const words = wordsOf(query);
  const actors = await readActorSeqs(store, query);
  const hasPhrase = words !== null && (words.all.length > 0 || store.engine === 'postgres');
  let found: FoundEntries;
  if (hasPhrase) found = selectByWords(store);
  else if (actors?.length === 1) found = selectByActor(store, actors[0] ?? 0, query.part);
  else if (isDrivenByCondition(query)) found = selectByCondition(store, query);
  else found = { select: store.db.selectFrom('entry'), key: sql`entry.seq` };
  let { select } = found;
  if (words !== null) select = select.where(store.dialect.matchWords(words));
  if (actors !== null && (hasPhrase || actors.length !== 1))
    select = filterActors(select, actors, query.part);
  select = filterColumns(select, query);
  select = filterDays(select, found.key, query);
  if (hasPhrase || actors?.length === 1 || !isDrivenByCondition(query))
    select = filterConditions(select, query);
  return { select, key: found.key };
}

/** One type, or one state alone: an index has their entries newest first. */
const isDrivenByCondition = ({
  conditionType: type,
  conditionState: state,
}: EntryQuery): boolean =>
  type === undefined
    ? state !== undefined && listed(state).length === 1
    : listed(type).length === 1;

/** An entry may have several conditions that fit: the first stands for it. */
function selectByCondition(store: Store, query: EntryQuery): FoundEntries {
  const types = query.conditionType === undefined ? null : listed(query.conditionType);
  const states = query.conditionState === undefined ? null : listed(query.conditionState);
  const fits = (alias: string) => {
    const parts = [
      ...(types === null ? [] : [sql`${sql.ref(`${alias}.type`)} in (${sql.join(types)})`]),
      ...(states === null ? [] : [sql`${sql.ref(`${alias}.state`)} in (${sql.join(states)})`]),
    ];
    return sql<boolean>`${sql.join(parts, sql` and `)}`;
  };
  const select = store.db
    .selectFrom('entry_condition')
    .crossJoin('entry')
    .whereRef('entry.seq', '=', 'entry_condition.entry_seq')
    .where(fits('entry_condition'))
    .where(sql<boolean>`not exists (select 1 from entry_condition as earlier
      where earlier.entry_seq = entry_condition.entry_seq
        and earlier.id < entry_condition.id and ${fits('earlier')})`);
  return {
    select: select as unknown as EntrySelect<object>,
    key: sql`entry_condition.entry_seq`,
  };
}

/** A cross join keeps its order on SQLite; on PostgreSQL it is a join like others. */
function selectByWords(store: Store): FoundEntries {
  const key = store.dialect.wordsKey;
  const select = store.db
    .selectFrom('entry_words')
    .crossJoin('entry')
    .where(sql<boolean>`entry.seq = ${key}`);
  return { select: select as unknown as EntrySelect<object>, key };
}

/** An actor may have several parts in an entry: its first row stands for it. */
function selectByActor(store: Store, actorSeq: number, part: Part | undefined): FoundEntries {
  const partIs = part === undefined ? sql`` : sql`and earlier.part = ${part}`;
  let select = store.db
    .selectFrom('entry_actor')
    .crossJoin('entry')
    .whereRef('entry.seq', '=', 'entry_actor.entry_seq')
    .where('entry_actor.actor_seq', '=', actorSeq)
    .where(sql<boolean>`not exists (select 1 from entry_actor as earlier
      where earlier.actor_seq = entry_actor.actor_seq
        and earlier.entry_seq = entry_actor.entry_seq ${partIs}
        and (earlier.part, earlier.own_seq) < (entry_actor.part, entry_actor.own_seq))`);
  if (part !== undefined) select = select.where('entry_actor.part', '=', part);
  return {
    select: select as unknown as EntrySelect<object>,
    key: sql`entry_actor.entry_seq`,
  };
}

function filterColumns(given: EntrySelect<object>, query: EntryQuery): EntrySelect<object> {
  let select = given;
  const columns = ['kind', 'form', 'act', 'stance', 'basis', 'outlet', 'status', 'rule'] as const;
  for (const column of columns) {
    const wanted = query[column];
    if (wanted !== undefined)
      select = select.where(`entry.${column}`, 'in', listed<string>(wanted));
  }
  select =
    query.review === undefined
      ? select.where('entry.review', '<>', 'rejected')
      : select.where('entry.review', 'in', listed(query.review));
  if (query.minScore !== undefined) select = select.where('entry.score', '>=', query.minScore);
  if (query.maxScore !== undefined) select = select.where('entry.score', '<=', query.maxScore);
  if (query.articleId !== undefined) {
    const { articleId } = query;
    select = select.where('entry.article_seq', '=', (from) =>
      from.selectFrom('article').select('article.seq').where('article.id', '=', articleId),
    );
  }
  return select;
}

const filterDays = (
  given: EntrySelect<object>,
  key: RawBuilder<number>,
  query: EntryQuery,
): EntrySelect<object> =>
  limitKeys(key, query).reduce((select, condition) => select.where(condition), given);

/** The days and the cursor of a query, as conditions on the key. */
function limitKeys(
  key: RawBuilder<number>,
  { from, to, cursor }: EntryQuery,
): RawBuilder<boolean>[] {
  for (const day of [from, to])
    if (day !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(day))
      throw new RangeError(`not an ISO date (YYYY-MM-DD): ${day}`);
  const limits: RawBuilder<boolean>[] = [];
  if (from !== undefined) limits.push(sql`${key} >= ${entryKey(dayOf(from), 0)}`);
  if (to !== undefined) limits.push(sql`${key} < ${entryKey(dayOf(to) + 1, 0)}`);
  if (cursor !== undefined) limits.push(sql`${key} < ${readCursor(cursor)}`);
  return limits;
}

function filterConditions(given: EntrySelect<object>, query: EntryQuery): EntrySelect<object> {
  const { conditionType: type, conditionState: state } = query;
  if (type === undefined && state === undefined) return given;
  return given.where(({ exists, selectFrom }) => {
    let rows = selectFrom('entry_condition')
      .select('entry_condition.id')
      .whereRef('entry_condition.entry_seq', '=', 'entry.seq');
    if (type !== undefined) rows = rows.where('entry_condition.type', 'in', listed(type));
    if (state !== undefined) rows = rows.where('entry_condition.state', 'in', listed(state));
    return exists(rows);
  });
}

/** The keys of the actors asked for; null where none is asked for. */
async function readActorSeqs(store: Store, query: EntryQuery): Promise<number[] | null> {
  if (query.actor === undefined) return null;
  const rows = await store.db
    .selectFrom('actor')
    .select('canonical_seq')
    .where('id', 'in', listed(query.actor))
    .execute();
  return [...new Set(rows.map((row) => row.canonical_seq))];
}

function filterActors(
  given: EntrySelect<object>,
  seqs: readonly number[],
  part: Part | undefined,
): EntrySelect<object> {
  if (seqs.length === 0) return given.where(sql<boolean>`1 = 0`);
  return given.where(({ exists, selectFrom }) => {
    let rows = selectFrom('entry_actor')
      .select('entry_actor.entry_seq')
      .where('entry_actor.actor_seq', 'in', seqs)
      .whereRef('entry_actor.entry_seq', '=', 'entry.seq');
    if (part !== undefined) rows = rows.where('entry_actor.part', '=', part);
    return exists(rows);
  });
}

/** Search. @throws RangeError when the cursor or the words are none */
export async function searchEntries(store: Store, query: EntryQuery): Promise<Page<Entry>> {
  const limit = pageLimit(query.limit, DEFAULT_LIMIT);
  const rows =
    (await readNewest(store, query, limit + 1)) ?? (await readRows(store, query, limit + 1));
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: await decodeEntries(store, page, wordsOf(query)),
    ...(rows.length > limit && last !== undefined
      ? { nextCursor: cursorAfter(last.entry_seq) }
      : {}),
  };
}

async function readRows(store: Store, query: EntryQuery, most: number): Promise<EntryRow[]> {
  const { select, key } = await selectEntries(store, query);
  const rows = await selectRows(select).orderBy(key, 'desc').limit(most).execute();
  return rows as EntryRow[];
}

/** More keys than entries wanted: a few are of rejected entries, which are not shown. */
const SPARE_KEYS = 4;

/**
 * The newest entries that words alone find on PostgreSQL, by their keys: its index of words has no
 * order, so where it is used all matches are found, and only the newest keys should be joined. With
 * the limit on the keys the planner also sees when going through the newest entries is less work.
 * @returns null where the keys do not tell: other filters, or more rejected entries than spared
 */
async function readNewest(
  store: Store,
  query: EntryQuery,
  most: number,
): Promise<EntryRow[] | null> {
  const { words: _words, limit: _limit, cursor: _cursor, from: _from, to: _to, ...others } = query;
  const words = wordsOf(query);
  const isFiltered = Object.values(others).some((value) => value !== undefined);
  if (store.engine !== 'postgres' || words === null || isFiltered) return null;
  const keyCount = most + SPARE_KEYS;
  const { wordsKey: key } = store.dialect;
  const db = store.db.with('newest', (db) =>
    limitKeys(key, query)
      .reduce(
        (select, condition) => select.where(condition),
        db.selectFrom('entry_words').select(key.as('seq')).where(store.dialect.matchWords(words)),
      )
      .orderBy(key, 'desc')
      .limit(keyCount),
  );
  const select = db.selectFrom('newest').innerJoin('entry', 'entry.seq', 'newest.seq');
  const rows = await selectRows(filterColumns(select as unknown as EntrySelect<object>, {}))
    .select(sql<number>`(select count(*) from newest)`.as('key_count'))
    .orderBy('entry.seq', 'desc')
    .limit(most)
    .execute();
  const isAll = rows.length === most || (rows[0] !== undefined && rows[0].key_count < keyCount);
  return isAll ? (rows as EntryRow[]) : null;
}

const selectRows = (select: EntrySelect<object>) =>
  select
    .innerJoin('article', 'article.seq', 'entry.article_seq')
    .select(SUMMARY_COLUMNS)
    .select([
      'entry.seq as entry_seq',
      'entry.kind',
      'entry.said_from',
      'entry.said_to',
      'entry.review',
      'entry.status',
      'entry.body',
      'entry.excerpt',
      'entry.excerpt_start',
    ]);

type EntryRow = Parameters<typeof decodeSummary>[0] &
  Pick<
    Selectable<EntryTable>,
    'kind' | 'said_from' | 'said_to' | 'review' | 'status' | 'body' | 'excerpt' | 'excerpt_start'
  > & { entry_seq: number };

/** One entry. @throws CodedError `not-in-ledger` */
export async function getEntry(store: Store, entryId: string): Promise<Entry> {
  const select = store.db.selectFrom('entry').where('entry.id', '=', entryId);
  const rows = (await selectRows(select as EntrySelect<object>).execute()) as EntryRow[];
  const [entry] = await decodeEntries(store, rows, null);
  if (entry === undefined) throw notInLedger('statement or commitment', entryId);
  return entry;
}

async function decodeEntries(
  store: Store,
  rows: readonly EntryRow[],
  words: WordsQuery | null,
): Promise<Entry[]> {
  const bodies = rows.map((row) => JSON.parse(row.body) as EntryBody);
  const seqs = new Set(bodies.flatMap((body) => body.actors.map(([own]) => own)));
  const names = await readNames(store, [...seqs]);
  const articles = new Map<string, ArticleSummary>();
  return rows.map((row, index) => {
    const article = articles.get(row.id) ?? decodeSummary(row);
    articles.set(row.id, article);
    return decodeEntry(row, bodies[index] as EntryBody, { article, names, words });
  });
}

type Names = ReadonlyMap<number, { id: string; name: string }>;

/** Actors by the key before merging: the ids and names of after. */
async function readNames(store: Store, seqs: readonly number[]): Promise<Names> {
  if (seqs.length === 0) return new Map();
  const rows = await store.db
    .selectFrom('actor')
    .innerJoin('actor as canonical', 'canonical.seq', 'actor.canonical_seq')
    .select(['actor.seq', 'canonical.id', 'canonical.name'])
    .where(store.dialect.among('actor.seq', seqs))
    .execute();
  return new Map(rows.map(({ seq, id, name }) => [seq, { id, name }]));
}

interface EntryContext {
  article: ArticleSummary;
  names: Names;
  words: WordsQuery | null;
}

function decodeEntry(
  row: EntryRow,
  body: EntryBody,
  { article, names, words }: EntryContext,
): Entry {
  const base = {
    id: body.value.id,
    article,
    ...(row.said_from === null ? {} : { saidFrom: row.said_from }),
    ...(row.said_to === null ? {} : { saidTo: row.said_to }),
    actors: body.actors.flatMap(([own, localId, part]): EntryActor[] => {
      const actor = names.get(own);
      return actor === undefined ? [] : [{ ...actor, localId, part }];
    }),
    review: row.review as Review,
    excerpt: row.excerpt,
    excerptStart: row.excerpt_start,
    highlights: words === null ? [] : findHighlights(row.excerpt, words, row.excerpt_start),
  };
  if ('act' in body.value) return { kind: 'statement', ...base, statement: body.value };
  return {
    kind: 'commitment',
    ...base,
    commitment: body.value,
    ...(row.status === null ? {} : { status: row.status }),
    conditionMarks: body.conditionMarks ?? {},
    evidence: body.evidence ?? [],
  };
}
