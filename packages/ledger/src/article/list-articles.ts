/**
 * Articles by id, in lists, and with their versions.
 * @module
 */
import { type ArticleRecord, CodedError } from '@onrecord/record';
import type { Kysely, Selectable } from 'kysely';
import { applyDecisions } from '../decision/apply-decisions.ts';
import type { Mark } from '../decision/decision.ts';
import { listLineageDecisions } from '../decision/list-decisions.ts';
import type { ArticleSummary, ArticleVersion, Page } from '../ledger.ts';
import { cursorAfter, pageLimit, readCursor } from '../store/cursor.ts';
import type { Store } from '../store/open-store.ts';
import type { ArticleTable, Schema } from '../store/schema.ts';
import type { Likeness } from './find-origin.ts';

/** The columns that a summary is made of: all but the record itself. */
export const SUMMARY_COLUMNS = [
  'article.id',
  'article.lineage_id',
  'article.version',
  'article.is_current',
  'article.title',
  'article.publisher',
  'article.url',
  'article.published_on',
  'article.language',
  'article.origin_id',
  'article.reader',
  'article.added_at',
  'article.added_by',
] as const;

type SummaryRow = Omit<
  Selectable<ArticleTable>,
  'seq' | 'record' | 'record_hash' | 'text_hash' | 'address'
>;

/** A row as a summary; empty columns are left out. */
export function decodeSummary(row: SummaryRow): ArticleSummary {
  return {
    id: row.id,
    lineageId: row.lineage_id,
    version: row.version,
    isCurrent: row.is_current === 1,
    ...(row.title === null ? {} : { title: row.title }),
    ...(row.publisher === null ? {} : { publisher: row.publisher }),
    ...(row.url === null ? {} : { url: row.url }),
    ...(row.published_on === null ? {} : { publishedOn: row.published_on }),
    language: row.language,
    originId: row.origin_id,
    reader: row.reader,
    addedAt: row.added_at,
    ...(row.added_by === null ? {} : { addedBy: row.added_by }),
  };
}

/** The error for an id that the ledger does not know. */
export function notInLedger(what: string, id: string): CodedError {
  return new CodedError('not-in-ledger', `there is no ${what} ${id} in this ledger`, {
    place: id,
    remedy: 'check the id, and that --database names the ledger you mean',
  });
}

/** @throws CodedError `not-in-ledger` */
export async function getArticle(store: Store, articleId: string): Promise<ArticleSummary> {
  const row = await store.db
    .selectFrom('article')
    .select(SUMMARY_COLUMNS)
    .where('id', '=', articleId)
    .executeTakeFirst();
  if (row === undefined) throw notInLedger('article', articleId);
  return decodeSummary(row);
}

/** A record as it was read, with the decisions on its lineage. */
async function getReading(db: Kysely<Schema>, articleId: string) {
  const row = await db
    .selectFrom('article')
    .select(['record', 'lineage_id'])
    .where('id', '=', articleId)
    .executeTakeFirst();
  if (row === undefined) throw notInLedger('article', articleId);
  const decisions = await listLineageDecisions(db, row.lineage_id);
  return { record: JSON.parse(row.record) as ArticleRecord, decisions };
}

/**
 * The record of an article, with what people decided in it.
 * @throws CodedError `not-in-ledger`
 */
export async function getRecord(
  store: Store,
  articleId: string,
  options: { as?: 'decided' | 'read' } = {},
): Promise<ArticleRecord> {
  const { record, decisions } = await getReading(store.db, articleId);
  if (options.as === 'read' || decisions.length === 0) return record;
  const { record: decided, marks } = applyDecisions(record, decisions);
  const isKept = ({ id }: { id: string }) => marks.get(id)?.review !== 'rejected';
  const statements = decided.statements.filter(isKept);
  const ids = new Set(statements.map(({ id }) => id));
  // A rejected statement leaves no reference behind.
  for (const statement of statements)
    if (statement.within !== undefined && !ids.has(statement.within)) delete statement.within;
  const commitments = decided.commitments.filter(isKept);
  for (const commitment of commitments)
    if (commitment.statement !== undefined && !ids.has(commitment.statement))
      delete commitment.statement;
  return { ...decided, statements, commitments };
}

/** @throws CodedError `not-in-ledger` */
export async function getMarks(store: Store, articleId: string): Promise<Record<string, Mark>> {
  const { record, decisions } = await getReading(store.db, articleId);
  return Object.fromEntries(applyDecisions(record, decisions).marks);
}

/** Current articles, newest first; the undated come last. */
export async function listArticles(
  store: Store,
  query: { limit?: number; cursor?: string } = {},
): Promise<Page<ArticleSummary>> {
  const limit = pageLimit(query.limit, 50);
  let select = store.db
    .selectFrom('article')
    .select([...SUMMARY_COLUMNS, 'article.seq'])
    .where('is_current', '=', 1);
  if (query.cursor !== undefined) {
    const [on = '', seq = '0'] = query.cursor.split('~');
    const after = readCursor(seq);
    select = select.where(({ or, and, eb }) => {
      const sameDay = on === '' ? eb('published_on', 'is', null) : eb('published_on', '=', on);
      const later = and([sameDay, eb('seq', '<', after)]);
      if (on === '') return later;
      return or([later, eb('published_on', '<', on), eb('published_on', 'is', null)]);
    });
  }
  const rows = await select
    .orderBy('published_on', (order) => order.desc().nullsLast())
    .orderBy('seq', 'desc')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(decodeSummary),
    ...(rows.length > limit && last !== undefined
      ? { nextCursor: `${last.published_on ?? ''}~${cursorAfter(last.seq)}` }
      : {}),
  };
}

/**
 * All versions at the article's address, oldest first.
 * @throws CodedError `not-in-ledger`
 */
export async function listVersions(store: Store, articleId: string): Promise<ArticleVersion[]> {
  const { lineageId } = await getArticle(store, articleId);
  const rows = await store.db
    .selectFrom('article')
    .select([...SUMMARY_COLUMNS, 'article.record'])
    .where('lineage_id', '=', lineageId)
    .orderBy('version')
    .execute();
  return rows.map((row) => {
    const { statements, commitments } = JSON.parse(row.record) as ArticleRecord;
    return {
      ...decodeSummary(row),
      statementCount: statements.length,
      commitmentCount: commitments.length,
    };
  });
}

/** Reprints and near-duplicates of an article, whichever was added first. */
export async function listLikenesses(store: Store, articleId: string): Promise<Likeness[]> {
  const rows = await store.db
    .selectFrom('article_likeness')
    .innerJoin('article as one', 'one.seq', 'article_likeness.article_seq')
    .innerJoin('article as other', 'other.seq', 'article_likeness.other_seq')
    .select(['one.id as one_id', 'other.id as other_id'])
    .select(['article_likeness.kind', 'likeness', 'reason'])
    .where(({ or, eb }) => or([eb('one.id', '=', articleId), eb('other.id', '=', articleId)]))
    .execute();
  return rows.map(({ one_id: one, other_id: other, kind, likeness, reason }) => ({
    articleId,
    otherId: one === articleId ? other : one,
    kind: kind as Likeness['kind'],
    likeness,
    reason,
  }));
}
