/**
 * The derived rows of articles: written when an article is added or read again, taken away when a
 * newer version comes, made anew when a decision changes them. Always inside the transaction of
 * the fact that they follow from.
 * @module
 */
import type { ArticleRecord } from '@onrecord/record';
import type { Kysely } from 'kysely';
import { type ActorDraft, describeActors, foldNames } from '../actor/describe-actors.ts';
import { readMerged } from '../actor/read-merged.ts';
import { applyDecisions } from '../decision/apply-decisions.ts';
import type { Decided } from '../decision/decision.ts';
import { findNearest } from '../decision/find-nearest.ts';
import { dayOfKey, entryKey } from '../store/entry-key.ts';
import type { Store } from '../store/open-store.ts';
import type { EntryActorTable, EntryConditionTable, Schema } from '../store/schema.ts';
import { type EntryBody, type EntryDraft, projectRecord } from './project-record.ts';

/** An article whose rows are to be written. */
export interface ReadyArticle {
  seq: number;
  lineageId: string;
  record: ArticleRecord;
  /** All decisions on the lineage, oldest first. */
  decisions: readonly Decided[];
  /** Keys of its entries before: an entry that stays keeps its key, and cursors hold. */
  oldKeys?: ReadonlyMap<string, number>;
}

/** Numbers reserved for the rows, or the transaction's own counter where there are none. */
export interface Numbers {
  entry?: number;
  actor?: number;
}

/** Give the event loop a turn: the server answers others while a batch is prepared. */
const yieldTurn = (): Promise<void> => new Promise((done) => setImmediate(done));

/** Entries worked out in one turn: some milliseconds. */
const PROJECTED = 200;

interface ProjectedArticle {
  article: ReadyArticle;
  drafts: EntryDraft[];
  actors: ActorDraft[];
  orphans: Decided[];
}

/** Write the rows of articles. @returns the number of orphans by article */
export async function writeEntries(
  tx: Kysely<Schema>,
  store: Store,
  { articles, numbers = {} }: { articles: readonly ReadyArticle[]; numbers?: Numbers },
): Promise<Map<number, number>> {
  const projected: ProjectedArticle[] = [];
  for (const article of articles) {
    const reading = applyDecisions(article.record, article.decisions);
    const drafts: EntryDraft[] = [];
    for (const draft of projectRecord(reading)) {
      drafts.push(draft);
      if (drafts.length % PROJECTED === 0) await yieldTurn();
    }
    projected.push({
      article,
      drafts,
      actors: describeActors(reading.record, article.lineageId),
      orphans: reading.orphans,
    });
    await yieldTurn();
  }
  const seqOf = await writeActors(tx, store, { projected, numbers });
  await insertEntries(tx, store, { projected, seqOf, numbers });
  await insertOrphans(tx, store, projected);
  return new Map(projected.map(({ article, orphans }) => [article.seq, orphans.length]));
}

/** Where an article's actors stand: before merging and after. */
interface ActorSeqs {
  own(articleSeq: number, localId: string): number | undefined;
  canonical(ownSeq: number): number;
}

async function writeActors(
  tx: Kysely<Schema>,
  store: Store,
  { projected, numbers }: { projected: readonly ProjectedArticle[]; numbers: Numbers },
): Promise<ActorSeqs> {
  const drafts = new Map<string, ActorDraft>();
  for (const { actors } of projected) for (const actor of actors) drafts.set(actor.id, actor);
  const seqs = await ensureActors(tx, store, { drafts, first: numbers.actor });
  const splits = await readSplits(tx, store, projected);
  const merged = await readMerged(tx, store, [...seqs.values(), ...splits.values()]);
  const owns = new Map<string, number>();
  for (const { article, actors } of projected)
    for (const { id, localId } of actors) {
      const seq = seqs.get(id) ?? 0;
      owns.set(`${article.seq} ${localId}`, splits.get(`${seq} ${article.lineageId}`) ?? seq);
    }
  const own = (articleSeq: number, localId: string) => owns.get(`${articleSeq} ${localId}`);
  const canonical = (ownSeq: number) => merged.get(ownSeq) ?? ownSeq;
  const rows = projected.flatMap(({ article, actors }) =>
    actors.map((actor) => {
      const ownSeq = own(article.seq, actor.localId) ?? 0;
      const represented =
        actor.represents === null ? undefined : own(article.seq, actor.represents);
      return {
        article_seq: article.seq,
        local_id: actor.localId,
        actor_seq: canonical(ownSeq),
        own_seq: ownSeq,
        name: actor.name,
        aliases: actor.aliases.join('\n'),
        folded_aliases: foldNames(...actor.aliases),
        offices: actor.offices.join('\n'),
        represents_seq: represented ?? null,
        on_date: article.record.article.publishedOn ?? null,
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
  const seqs = new Map<string, number>();
  const unknown: string[] = [];
  for (const id of drafts.keys()) {
    const seq = store.actorSeqs.get(id);
    if (seq === undefined) unknown.push(id);
    else seqs.set(id, seq);
  }
  if (unknown.length === 0) return seqs;
  const rows = await tx
    .selectFrom('actor')
    .select(['id', 'seq'])
    .where(store.dialect.among('id', unknown))
    .execute();
  for (const { id, seq } of rows) seqs.set(id, seq);
  const missing = unknown.filter((id) => !seqs.has(id)).sort();
  if (missing.length === 0) return seqs;
  let next = first ?? (await store.reserveIn(tx, 'actor', missing.length));
  const added = missing.map((id) => {
    const seq = next++;
    seqs.set(id, seq);
    const { kind, name, likenessKey, country, wikidata } = drafts.get(id) as ActorDraft;
    const looked = { folded_name: foldNames(name), likeness_key: likenessKey };
    return { seq, id, kind, name, ...looked, country, wikidata, canonical_seq: seq };
  });
  await store.dialect.insertMany(tx, 'actor', added);
  return seqs;
}

/** Which actors people split off: by "actor lineage", the actor that it is in that article. */
async function readSplits(
  tx: Kysely<Schema>,
  store: Store,
  projected: readonly ProjectedArticle[],
): Promise<Map<string, number>> {
  const lineages = [...new Set(projected.map(({ article }) => article.lineageId))];
  const rows = await tx
    .selectFrom('actor_split')
    .select(['own_seq', 'lineage_id', 'into_seq'])
    .where(store.dialect.among('lineage_id', lineages))
    .execute();
  return new Map(rows.map((row) => [`${row.own_seq} ${row.lineage_id}`, row.into_seq]));
}

interface EntryWriting {
  projected: readonly ProjectedArticle[];
  seqOf: ActorSeqs;
  numbers: Numbers;
}

/** Rows of the four tables of entries, on their way. */
interface EntryRows {
  entries: Schema['entry'][];
  words: { seq: number; words: string[] }[];
  actors: EntryActorTable[];
  conditions: EntryConditionTable[];
}

const noRows = (): EntryRows => ({ entries: [], words: [], actors: [], conditions: [] });

/** Entries sent at once: making one statement of them takes some milliseconds of this thread. */
const SENT = 400;

async function insertEntries(
  tx: Kysely<Schema>,
  store: Store,
  { projected, seqOf, numbers }: EntryWriting,
): Promise<void> {
  const count = projected.reduce((sum, { drafts }) => sum + drafts.length, 0);
  if (count === 0) return;
  let next = numbers.entry ?? (await store.reserveIn(tx, 'entry', count));
  let rows = noRows();
  for (const { article, drafts } of projected)
    for (const draft of drafts) {
      const old = article.oldKeys?.get(draft.row.id);
      const isKept = old !== undefined && dayOfKey(old) === draft.day;
      const seq = isKept ? old : entryKey(draft.day, next++);
      collectRows(rows, { seq, articleSeq: article.seq, draft, seqOf });
      if (rows.entries.length < SENT) continue;
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
  const body: EntryBody = { ...draft.body, actors: parts };
  rows.entries.push({
    ...draft.row,
    seq,
    article_seq: articleSeq,
    actor_seqs: [...new Set(parts.map(([own]) => own))].join(' '),
    body: JSON.stringify(body),
  });
  rows.words.push({ seq, words: draft.words });
  rows.actors.push(...entryActors(seq, parts, seqOf));
  for (const [index, condition] of draft.conditions.entries()) {
    const localId = draft.conditionActors[index];
    const actor = localId == null ? undefined : seqOf.own(articleSeq, localId);
    rows.conditions.push({ entry_seq: seq, ...condition, actor_seq: actor ?? null });
  }
}

async function sendRows(tx: Kysely<Schema>, store: Store, rows: EntryRows): Promise<void> {
  await store.dialect.insertMany(tx, 'entry', rows.entries);
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

async function insertOrphans(
  tx: Kysely<Schema>,
  store: Store,
  projected: readonly ProjectedArticle[],
): Promise<void> {
  const rows = projected.flatMap(({ article, orphans }) =>
    orphans.map((orphan) => ({
      decision_id: orphan.id,
      article_seq: article.seq,
      nearest: JSON.stringify(findNearest(article.record, orphan)),
    })),
  );
  await store.dialect.insertMany(tx, 'orphan', rows);
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
