/**
 * Reading the log of decisions.
 * @module
 */
import type { Kysely, Selectable } from 'kysely';
import type { Page } from '../ledger.ts';
import { cursorAfter, pageLimit, readCursor } from '../store/cursor.ts';
import type { Store } from '../store/open-store.ts';
import type { DecisionTable, Schema } from '../store/schema.ts';
import { findUndone } from './apply-decisions.ts';
import type { Decided, DecisionQuery, DecisionWords, LoggedDecision, Orphan } from './decision.ts';

/** A row of the log, decoded. */
export function decodeDecision(row: Selectable<DecisionTable>): Decided {
  return {
    id: row.id,
    decision: JSON.parse(row.body) as LoggedDecision,
    ...(row.article_id === null ? {} : { articleId: row.article_id }),
    ...(row.words === null ? {} : { words: JSON.parse(row.words) as DecisionWords }),
    by: row.made_by,
    at: row.made_at,
  };
}

/** All decisions on the versions of one article, undone ones and undoings too, oldest first. */
export async function listLineageDecisions(
  db: Kysely<Schema>,
  lineageId: string,
): Promise<Decided[]> {
  const rows = await db
    .selectFrom('decision')
    .selectAll()
    .where('lineage_id', '=', lineageId)
    .orderBy('seq')
    .execute();
  return rows.map(decodeDecision);
}

/** Decisions, newest first; each says whether it was undone. */
export async function listDecisions(store: Store, query: DecisionQuery): Promise<Page<Decided>> {
  const limit = pageLimit(query.limit, 50);
  let select = store.db.selectFrom('decision').selectAll();
  const { articleId, targetId, by, cursor } = query;
  if (articleId !== undefined) {
    const lineage = store.db.selectFrom('article').select('lineage_id').where('id', '=', articleId);
    select = select.where('lineage_id', '=', lineage);
  }
  if (targetId !== undefined) select = select.where('target_id', '=', targetId);
  if (by !== undefined) select = select.where('made_by', '=', by);
  if (cursor !== undefined) select = select.where('seq', '<', readCursor(cursor));
  const rows = await select
    .orderBy('seq', 'desc')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const undone = await findUndoneOf(store, page);
  return {
    items: page.map((row) => {
      const undoneBy = undone.get(row.id);
      return { ...decodeDecision(row), ...(undoneBy === undefined ? {} : { undoneBy }) };
    }),
    ...(rows.length > limit && last !== undefined ? { nextCursor: cursorAfter(last.seq) } : {}),
  };
}

/** An undoing points at its decision, and may be undone itself: follow the chain upwards. */
async function findUndoneOf(
  store: Store,
  rows: readonly Selectable<DecisionTable>[],
): Promise<Map<string, string>> {
  const chain = new Map(rows.map((row) => [row.id, row]));
  let ids = [...chain.keys()];
  while (ids.length > 0) {
    const undoings = await store.db
      .selectFrom('decision')
      .selectAll()
      .where('kind', '=', 'undo')
      .where(store.dialect.among('target_id', ids))
      .execute();
    ids = undoings.map((row) => row.id).filter((id) => !chain.has(id));
    for (const row of undoings) chain.set(row.id, row);
  }
  const ordered = [...chain.values()].sort((one, other) => one.seq - other.seq);
  return findUndone(ordered.map(decodeDecision));
}

/** Decisions that fit nothing, with their old words and the nearest of now. */
export async function listOrphans(store: Store, query: { articleId?: string }): Promise<Orphan[]> {
  let select = store.db
    .selectFrom('orphan')
    .innerJoin('decision', 'decision.id', 'orphan.decision_id')
    .innerJoin('article', 'article.seq', 'orphan.article_seq')
    .selectAll('decision')
    .select(['orphan.nearest', 'article.id as now_id']);
  if (query.articleId !== undefined) select = select.where('article.id', '=', query.articleId);
  const rows = await select.orderBy('decision.seq').execute();
  return rows.map((row) => {
    const decision = decodeDecision(row);
    return {
      decision,
      articleId: row.now_id,
      words: decision.words ?? { entryKind: 'statement', act: '', fields: {} },
      nearest: JSON.parse(row.nearest) as Orphan['nearest'],
    };
  });
}
