/**
 * The derived rows of articles: written when an article is added or read again, taken away when a
 * newer version comes, made anew when a decision changes them. Always inside the transaction of
 * the fact that they follow from.
 * @module
 */
import type { ArticleRecord } from '@onrecord/record';
import type { Kysely } from 'kysely';
import type { ActorDraft } from '../actor/describe-actors.ts';
import { readMerged } from '../actor/read-merged.ts';
import { applyDecisions } from '../decision/apply-decisions.ts';
import { findNearest } from '../decision/find-nearest.ts';
import { listLineageDecisions } from '../decision/list-decisions.ts';
import type { SqlValue } from '../store/database.ts';
import { dayOfKey, entryKey } from '../store/entry-key.ts';
import type { Store } from '../store/open-store.ts';
import type { EntryActorTable, EntryConditionTable, OrphanTable, Schema } from '../store/schema.ts';
import {
  type ArticleRows,
  closeBody,
  DRAFTED,
  type EntryBody,
  type EntryDraft,
  projectRows,
} from './project-record.ts';

/** An article whose rows are to be written. */
export interface ReadyArticle {
  seq: number;
  lineageId: string;
  /** When it was published. */
  onDate: string | null;
  rows: ArticleRows;
  /** Decisions that fit nothing in it, with the nearest entries. */
  orphans: readonly Omit<OrphanTable, 'article_seq'>[];
  /** Keys of its entries before: an entry that stays keeps its key, and cursors hold. */
  oldKeys?: ReadonlyMap<string, number>;
}

/** The rows of a record under all decisions on its lineage. */
export async function decideAnew(
  tx: Kysely<Schema>,
  { seq, lineageId }: Pick<ReadyArticle, 'seq' | 'lineageId'>,
  record: ArticleRecord,
): Promise<ReadyArticle> {
  const reading = applyDecisions(record, await listLineageDecisions(tx, lineageId));
  return {
    seq,
    lineageId,
    onDate: record.article.publishedOn ?? null,
    rows: await projectRows(reading, lineageId),
    orphans: reading.orphans.map((orphan) => ({
      decision_id: orphan.id,
      nearest: JSON.stringify(findNearest(record, orphan)),
    })),
  };
}

/** Numbers reserved for the rows, or the transaction's own counter where there are none. */
export interface Numbers {
  entry?: number;
  actor?: number;
}

/** Write the rows of articles. @returns the number of orphans by article */
export async function writeEntries(
  tx: Kysely<Schema>,
  store: Store,
  { articles, numbers = {} }: { articles: readonly ReadyArticle[]; numbers?: Numbers },
): Promise<Map<number, number>> {
  const seqOf = await writeActors(tx, store, { articles, numbers });
  await insertEntries(tx, store, { articles, seqOf, numbers });
  const orphans = articles.flatMap(({ seq, orphans: own }) =>
    own.map((orphan) => ({ ...orphan, article_seq: seq })),
  );
  await store.dialect.insertMany(tx, 'orphan', orphans);
  return new Map(articles.map(({ seq, orphans: own }) => [seq, own.length]));
}

/** Where an article's actors stand: before merging and after. */
interface ActorSeqs {
  own(articleSeq: number, localId: string): number | undefined;
  canonical(ownSeq: number): number;
}

async function writeActors(
  tx: Kysely<Schema>,
  store: Store,
  { articles, numbers }: { articles: readonly ReadyArticle[]; numbers: Numbers },
): Promise<ActorSeqs> {
  const drafts = new Map<string, ActorDraft>();
  for (const { rows } of articles) for (const actor of rows.actors) drafts.set(actor.id, actor);
  const seqs = await ensureActors(tx, store, { drafts, first: numbers.actor });
  const splits = await readSplits(tx, store, articles);
  const merged = await readMerged(tx, store, [...seqs.values(), ...splits.values()]);
  const owns = new Map<string, number>();
  for (const article of articles)
    for (const { id, localId } of article.rows.actors) {
      const seq = seqs.get(id) ?? 0;
      owns.set(`${article.seq} ${localId}`, splits.get(`${seq} ${article.lineageId}`) ?? seq);
    }
  const own = (articleSeq: number, localId: string) => owns.get(`${articleSeq} ${localId}`);
  const canonical = (ownSeq: number) => merged.get(ownSeq) ?? ownSeq;
  const rows = articles.flatMap((article) =>
    article.rows.actors.map((actor) => {
      const ownSeq = own(article.seq, actor.localId) ?? 0;
      const represented =
        actor.represents === null ? undefined : own(article.seq, actor.represents);
      return {
        article_seq: article.seq,
        local_id: actor.localId,
        actor_seq: canonical(ownSeq),
        own_seq: ownSeq,
        name: actor.name,
        aliases: actor.aliases,
        folded_aliases: actor.foldedAliases,
        offices: actor.offices,
        represents_seq: represented ?? null,
        on_date: article.onDate,
      };
    }),
  );
  await store.dialect.insertMany(tx, 'article_actor', rows);
  return { own, canonical };
}

/** The keys of actors by id; those that nobody met before are added. */
async function ensureActors(
  tx: Kysely<Schema>,
  store: Store,
  { drafts, first }: { drafts: ReadonlyMap<string, ActorDraft>; first: number | undefined },
): Promise<Map<string, number>> {
  if (drafts.size === 0) return new Map();
  const rows = await tx
    .selectFrom('actor')
    .select(['id', 'seq'])
    .where(store.dialect.among('id', [...drafts.keys()]))
    .execute();
  const seqs = new Map(rows.map(({ id, seq }) => [id, seq]));
  const missing = [...drafts.keys()].filter((id) => !seqs.has(id)).sort();
  if (missing.length === 0) return seqs;
  let next = first ?? (await store.reserveIn(tx, 'actor', missing.length));
  const added = missing.map((id) => {
    const seq = next++;
    seqs.set(id, seq);
    const { kind, name, foldedName, likenessKey, country, wikidata } = drafts.get(id) as ActorDraft;
    const looked = { folded_name: foldedName, likeness_key: likenessKey };
    return { seq, id, kind, name, ...looked, country, wikidata, canonical_seq: seq };
  });
  await store.dialect.insertMany(tx, 'actor', added);
  return seqs;
}

/** Which actors people split off: by "actor lineage", the actor that it is in that article. */
async function readSplits(
  tx: Kysely<Schema>,
  store: Store,
  articles: readonly ReadyArticle[],
): Promise<Map<string, number>> {
  const lineages = [...new Set(articles.map(({ lineageId }) => lineageId))];
  const rows = await tx
    .selectFrom('actor_split')
    .select(['own_seq', 'lineage_id', 'into_seq'])
    .where(store.dialect.among('lineage_id', lineages))
    .execute();
  return new Map(rows.map((row) => [`${row.own_seq} ${row.lineage_id}`, row.into_seq]));
}

interface EntryWriting {
  articles: readonly ReadyArticle[];
  seqOf: ActorSeqs;
  numbers: Numbers;
}

/** Rows of the four tables of entries, on their way; those of `entry` as values, one after the other. */
interface EntryRows {
  entries: SqlValue[];
  words: { seq: number; words: string }[];
  actors: EntryActorTable[];
  conditions: EntryConditionTable[];
}

const noRows = (): EntryRows => ({ entries: [], words: [], actors: [], conditions: [] });

const ENTRY_COLUMNS: readonly string[] = [
  ...(['seq', 'article_seq', ...DRAFTED] as const),
  ...(['actor_seqs', 'body', 'excerpt', 'excerpt_start'] as const),
];

/** Entries sent at once: making one statement of them takes some milliseconds of this thread. */
const SENT = 400;

async function insertEntries(
  tx: Kysely<Schema>,
  store: Store,
  { articles, seqOf, numbers }: EntryWriting,
): Promise<void> {
  const count = articles.reduce((sum, { rows }) => sum + rows.entries.length, 0);
  if (count === 0) return;
  let next = numbers.entry ?? (await store.reserveIn(tx, 'entry', count));
  let rows = noRows();
  for (const article of articles)
    for (const draft of article.rows.entries) {
      const old = article.oldKeys?.get(draft.id);
      const isKept = old !== undefined && dayOfKey(old) === draft.day;
      const seq = isKept ? old : entryKey(draft.day, next++);
      collectRows(rows, { seq, articleSeq: article.seq, draft, seqOf });
      if (rows.words.length < SENT) continue;
      await sendRows(tx, store, rows);
      rows = noRows();
    }
  await sendRows(tx, store, rows);
}

interface Collecting {
  seq: number;
  articleSeq: number;
  draft: EntryDraft;
  seqOf: ActorSeqs;
}

function collectRows(rows: EntryRows, { seq, articleSeq, draft, seqOf }: Collecting): void {
  const parts = draft.actors.flatMap(({ localId, part }): EntryBody['actors'] => {
    const own = seqOf.own(articleSeq, localId);
    return own === undefined ? [] : [[own, localId, part]];
  });
  const actorSeqs = [...new Set(parts.map(([own]) => own))].join(' ');
  rows.entries.push(seq, articleSeq, ...draft.columns);
  rows.entries.push(actorSeqs, closeBody(draft.body, parts), draft.excerpt, draft.excerptStart);
  rows.words.push({ seq, words: draft.words });
  rows.actors.push(...entryActors(seq, parts, seqOf));
  for (const { actor: localId, ...condition } of draft.conditions) {
    const actor = localId === null ? undefined : seqOf.own(articleSeq, localId);
    rows.conditions.push({ entry_seq: seq, ...condition, actor_seq: actor ?? null });
  }
}

async function sendRows(tx: Kysely<Schema>, store: Store, rows: EntryRows): Promise<void> {
  await store.dialect.insertValues(tx, { table: 'entry', columns: ENTRY_COLUMNS }, rows.entries);
  await store.dialect.insertWords(tx, rows.words);
  await store.dialect.insertMany(tx, 'entry_actor', rows.actors);
  await store.dialect.insertMany(tx, 'entry_condition', rows.conditions);
}

/** Two actors of an article may be one in the ledger: a part is then kept once. */
function entryActors(seq: number, parts: EntryBody['actors'], seqOf: ActorSeqs): EntryActorTable[] {
  const rows = new Map<string, EntryActorTable>();
  for (const [own, , part] of parts)
    rows.set(`${own} ${part}`, {
      actor_seq: seqOf.canonical(own),
      entry_seq: seq,
      part,
      own_seq: own,
    });
  return [...rows.values()];
}

/** Take the derived rows of an article away. @returns the keys that its entries had */
export async function deleteEntries(
  tx: Kysely<Schema>,
  store: Store,
  articleSeq: number,
): Promise<Map<string, number>> {
  const entries = await tx
    .selectFrom('entry')
    .select(['seq', 'id'])
    .where('article_seq', '=', articleSeq)
    .execute();
  const seqs = entries.map(({ seq }) => seq);
  if (seqs.length > 0) {
    const { dialect } = store;
    await tx
      .deleteFrom('entry_actor')
      .where('actor_seq', 'in', (query) =>
        query
          .selectFrom('article_actor')
          .select('article_actor.actor_seq')
          .where('article_actor.article_seq', '=', articleSeq),
      )
      .where(dialect.among('entry_seq', seqs))
      .execute();
    await tx.deleteFrom('entry_condition').where(dialect.among('entry_seq', seqs)).execute();
    await dialect.deleteWords(tx, seqs);
    await tx.deleteFrom('entry').where('article_seq', '=', articleSeq).execute();
  }
  await tx.deleteFrom('article_actor').where('article_seq', '=', articleSeq).execute();
  await tx.deleteFrom('orphan').where('article_seq', '=', articleSeq).execute();
  return new Map(entries.map(({ id, seq }) => [id, seq]));
}
