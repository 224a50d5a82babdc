/**
 * Adding a batch of records in one transaction: each is new, unchanged, a new version of what
 * stands at its address, or the same text read again. Whatever happens, an article is there with
 * all of its rows or not at all.
 * @module
 */
import type { ArticleRecord } from '@onrecord/record';
import type { Kysely } from 'kysely';
import { type FreshArticle, findOrigins, type Origin } from '../article/find-origin.ts';
import type { Added, AddOptions } from '../ledger.ts';
import type { Store } from '../store/open-store.ts';
import type { ArticleTable, Schema } from '../store/schema.ts';
import type { PreparedArticle } from './prepare-article.ts';
import type { ArticleRows } from './project-record.ts';
import {
  decideAnew,
  deleteEntries,
  type Numbers,
  type ReadyArticle,
  writeEntries,
} from './write-entries.ts';

type Known = Pick<
  ArticleTable,
  | 'seq'
  | 'id'
  | 'lineage_id'
  | 'version'
  | 'is_current'
  | 'text_hash'
  | 'address'
  | 'origin_id'
  | 'record_hash'
>;

const KNOWN_COLUMNS = [
  'seq',
  'id',
  'lineage_id',
  'version',
  'is_current',
  'text_hash',
  'address',
  'origin_id',
  'record_hash',
] as const;

/** What is to be done with an article. */
type Plan =
  | { kind: 'unchanged'; articleId: string }
  | { kind: 're-read'; prepared: PreparedArticle; known: Known }
  | { kind: 'added'; prepared: PreparedArticle; seq: number }
  | { kind: 'new-version'; prepared: PreparedArticle; seq: number; previous: Known };

/** Options of a batch. */
export interface BatchOptions extends AddOptions {
  /** ISO 8601 instant of adding. */
  at: string;
}

/**
 * Add a batch in which no two records share an id or an address.
 * @returns one outcome a record, in their order, when all are durable
 */
export async function addBatch(
  store: Store,
  batch: readonly PreparedArticle[],
  options: BatchOptions,
): Promise<Added[]> {
  const before = await planBatch(store.db, store, { batch, firstSeq: 0 });
  if (before.every((plan) => plan.kind === 'unchanged'))
    return before.map((plan) => outcomeOf(plan, NOTHING));
  const size = (count: (rows: ArticleRows) => number) =>
    batch.reduce((sum, { rows }) => sum + count(rows), 0);
  const first = await store.reserve({
    article: batch.length,
    actor: size(({ actors }) => actors.length),
    entry: size(({ entries }) => entries.length),
  });
  const done = await store.write(async (tx) => {
    await store.dialect.holdLedger(tx, 'together');
    const plans = await planBatch(tx, store, { batch, firstSeq: first.article });
    const origins = await findOrigins(tx, store, plans.flatMap(freshOf));
    await insertArticles(tx, store, { plans, origins, options });
    const articles = await prepareEntries(tx, store, plans);
    const numbers: Numbers = { entry: first.entry, actor: first.actor };
    const orphanCounts = await writeEntries(tx, store, { articles, numbers });
    return plans.map((plan) => outcomeOf(plan, { origins, orphanCounts }));
  });
  return done;
}

interface PlanOptions {
  batch: readonly PreparedArticle[];
  firstSeq: number;
}

async function planBatch(
  db: Kysely<Schema>,
  store: Store,
  { batch, firstSeq }: PlanOptions,
): Promise<Plan[]> {
  const ids = batch.map(({ article }) => article.id);
  const addresses = batch.flatMap(({ address }) => (address === null ? [] : [address]));
  const select = db.selectFrom('article').select(KNOWN_COLUMNS);
  const byId = await select.where(store.dialect.among('id', ids)).execute();
  const byAddress =
    addresses.length === 0
      ? []
      : await select
          .where('is_current', '=', 1)
          .where('address', 'is not', null)
          .where(store.dialect.among('address', addresses))
          .execute();
  const known = new Map(byId.map((row) => [row.id, row]));
  const current = new Map(byAddress.map((row) => [row.address, row]));
  return batch.map((prepared, index): Plan => {
    const { article, recordHash, address } = prepared;
    const same = known.get(article.id);
    if (same !== undefined)
      return same.record_hash === recordHash
        ? { kind: 'unchanged', articleId: same.id }
        : { kind: 're-read', prepared, known: same };
    const previous = address === null ? undefined : current.get(address);
    const seq = firstSeq + index;
    if (previous === undefined) return { kind: 'added', prepared, seq };
    // The same text at another spelling of the address.
    if (previous.text_hash === article.textHash)
      return { kind: 'unchanged', articleId: previous.id };
    return { kind: 'new-version', prepared, seq, previous };
  });
}

function freshOf(plan: Plan): FreshArticle[] {
  if (plan.kind !== 'added' && plan.kind !== 'new-version') return [];
  const { article, json, bands } = plan.prepared;
  const lineageId = plan.kind === 'added' ? article.id : plan.previous.lineage_id;
  return [{ seq: plan.seq, id: article.id, lineageId, json, bands }];
}

interface ArticleWriting {
  plans: readonly Plan[];
  origins: ReadonlyMap<number, Origin>;
  options: BatchOptions;
}

async function insertArticles(
  tx: Kysely<Schema>,
  store: Store,
  { plans, origins, options }: ArticleWriting,
): Promise<void> {
  const rows: ArticleRow[] = [];
  const bands: Schema['article_band'][] = [];
  for (const plan of plans) {
    if (plan.kind === 're-read') await updateReading(tx, plan);
    if (plan.kind !== 'added' && plan.kind !== 'new-version') continue;
    if (plan.kind === 'new-version')
      await tx
        .updateTable('article')
        .set({ is_current: 0 })
        .where('seq', '=', plan.previous.seq)
        .execute();
    rows.push(articleRow(plan, origins.get(plan.seq)?.originId, options));
    for (const band of new Set(plan.prepared.bands)) bands.push({ band, article_seq: plan.seq });
  }
  await store.dialect.insertMany(tx, 'article', rows);
  await store.dialect.insertMany(tx, 'article_band', bands);
  const likenesses = [...origins.values()].flatMap((origin) => origin.likenesses);
  await store.dialect.insertMany(tx, 'article_likeness', likenesses);
}

async function updateReading(
  tx: Kysely<Schema>,
  { prepared, known }: Extract<Plan, { kind: 're-read' }>,
): Promise<void> {
  const { title, publisher, publishedOn, language } = prepared.article;
  await tx
    .updateTable('article')
    .set({
      record: textOf(prepared.json),
      record_hash: prepared.recordHash,
      reader: prepared.reader,
      title: title ?? null,
      publisher: publisher ?? null,
      published_on: publishedOn ?? null,
      language,
    })
    .where('seq', '=', known.seq)
    .execute();
}

/** The record as bytes of text, which the engines take as they are. */
type ArticleRow = Omit<ArticleTable, 'record'> & { record: Uint8Array };

function articleRow(
  plan: Extract<Plan, { kind: 'added' | 'new-version' }>,
  originId: string | undefined,
  options: BatchOptions,
): ArticleRow {
  const { prepared, seq } = plan;
  const { article } = prepared;
  const previous = plan.kind === 'new-version' ? plan.previous : undefined;
  return {
    seq,
    id: article.id,
    lineage_id: previous?.lineage_id ?? article.id,
    version: (previous?.version ?? 0) + 1,
    is_current: 1,
    text_hash: article.textHash,
    address: prepared.address,
    url: article.url ?? null,
    title: article.title ?? null,
    publisher: article.publisher ?? null,
    published_on: article.publishedOn ?? null,
    language: article.language,
    // A correction does not make a report independent: the lineage keeps its origin.
    origin_id: previous?.origin_id ?? originId ?? article.id,
    record: prepared.json,
    record_hash: prepared.recordHash,
    reader: prepared.reader,
    added_at: options.at,
    added_by: options.addedBy ?? null,
  };
}

/** What is written anew: old rows are taken away first. Older versions have no entries. */
async function prepareEntries(
  tx: Kysely<Schema>,
  store: Store,
  plans: readonly Plan[],
): Promise<ReadyArticle[]> {
  const ready: ReadyArticle[] = [];
  for (const plan of plans) {
    if (plan.kind === 'added') {
      const { article, rows } = plan.prepared;
      const onDate = article.publishedOn ?? null;
      ready.push({ seq: plan.seq, lineageId: article.id, onDate, rows, orphans: [] });
    } else if (plan.kind === 'new-version') {
      await deleteEntries(tx, store, plan.previous.seq);
      const at = { seq: plan.seq, lineageId: plan.previous.lineage_id };
      ready.push(await decideAnew(tx, at, recordOf(plan.prepared)));
    } else if (plan.kind === 're-read' && plan.known.is_current === 1) {
      const at = { seq: plan.known.seq, lineageId: plan.known.lineage_id };
      const oldKeys = await deleteEntries(tx, store, at.seq);
      ready.push({ ...(await decideAnew(tx, at, recordOf(plan.prepared))), oldKeys });
    }
  }
  return ready;
}

const textOf = (json: Uint8Array): string => new TextDecoder().decode(json);

const recordOf = ({ json }: PreparedArticle): ArticleRecord => JSON.parse(textOf(json));

interface Written {
  origins: ReadonlyMap<number, Origin>;
  orphanCounts: ReadonlyMap<number, number>;
}

const NOTHING: Written = { origins: new Map(), orphanCounts: new Map() };

function outcomeOf(plan: Plan, { origins, orphanCounts }: Written): Added {
  switch (plan.kind) {
    case 'unchanged':
      return { kind: 'unchanged', articleId: plan.articleId };
    case 're-read':
      return {
        kind: 're-read',
        articleId: plan.known.id,
        orphanCount: orphanCounts.get(plan.known.seq) ?? 0,
      };
    case 'new-version':
      return {
        kind: 'new-version',
        articleId: plan.prepared.article.id,
        previousId: plan.previous.id,
        version: plan.previous.version + 1,
        orphanCount: orphanCounts.get(plan.seq) ?? 0,
      };
    case 'added': {
      const { id } = plan.prepared.article;
      const origin = origins.get(plan.seq);
      return {
        kind: 'added',
        articleId: id,
        originId: origin?.originId ?? id,
        likenesses: origin?.told ?? [],
      };
    }
  }
}
