/**
 * Splitting an actor: in the articles that a person names, it is somebody else. The new actor's id
 * follows from the decision's, so that playing the log again gives the same.
 * @module
 */
import { textHashOf } from '@onrecord/record';
import type { Kysely } from 'kysely';
import { findActive } from '../decision/apply-decisions.ts';
import type { SplitActor } from '../decision/decision.ts';
import type { Store } from '../store/open-store.ts';
import type { ActorSplitTable, ActorTable, Schema } from '../store/schema.ts';
import { foldNames, likenessKeyOf } from './describe-actors.ts';
import { listActorDecisions } from './merge-actors.ts';

interface Split {
  decisionId: string;
  decision: SplitActor;
}

/** Note which actor of which articles is somebody else. @returns the lineages to write anew */
export async function insertSplit(
  tx: Kysely<Schema>,
  store: Store,
  { decision, decisionId }: Split,
): Promise<string[]> {
  const { canonical_seq: seq } = await tx
    .selectFrom('actor')
    .select('canonical_seq')
    .where('id', '=', decision.actorId)
    .executeTakeFirstOrThrow();
  const rows = await tx
    .selectFrom('article_actor')
    .innerJoin('article', 'article.seq', 'article_actor.article_seq')
    .innerJoin('article as named', 'named.lineage_id', 'article.lineage_id')
    .select(['article_actor.own_seq', 'article.lineage_id'])
    .distinct()
    .where('article_actor.actor_seq', '=', seq)
    .where('article.is_current', '=', 1)
    .where('named.id', 'in', decision.articleIds)
    .execute();
  if (rows.length === 0)
    throw new RangeError(`${decision.actorId} is in none of ${decision.articleIds.join(', ')}`);
  const into = await ensureSplitActor(tx, store, { decision, decisionId });
  const splits: ActorSplitTable[] = rows.map(({ own_seq, lineage_id }) => ({
    decision_id: decisionId,
    own_seq,
    lineage_id,
    into_seq: into,
  }));
  await store.dialect.insertMany(tx, 'actor_split', splits);
  return [...new Set(rows.map((row) => row.lineage_id))];
}

async function ensureSplitActor(
  tx: Kysely<Schema>,
  store: Store,
  { decision, decisionId }: Split,
): Promise<number> {
  const id = `w_${textHashOf(JSON.stringify([decision.actorId, decisionId])).slice(0, 20)}`;
  const known = await tx.selectFrom('actor').select('seq').where('id', '=', id).executeTakeFirst();
  if (known !== undefined) return known.seq;
  const { kind, country } = await tx
    .selectFrom('actor')
    .select(['kind', 'country'])
    .where('id', '=', decision.actorId)
    .executeTakeFirstOrThrow();
  const seq = await store.reserveIn(tx, 'actor', 1);
  const actor: ActorTable = {
    seq,
    id,
    kind,
    name: decision.name,
    folded_name: foldNames(decision.name),
    likeness_key: likenessKeyOf(kind as 'person', decision.name),
    country,
    wikidata: null,
    canonical_seq: seq,
  };
  await store.dialect.insertMany(tx, 'actor', [actor]);
  return seq;
}

/** Make the splits what the decisions that hold say. @returns the lineages to write anew */
export async function resplitAll(tx: Kysely<Schema>, store: Store): Promise<string[]> {
  const rows = await tx.selectFrom('actor_split').selectAll().execute();
  const active = findActive(await listActorDecisions(tx));
  const holding = new Set(active.map(({ id }) => id));
  const there = new Set(rows.map((row) => row.decision_id));
  const lineages = new Set<string>();
  for (const row of rows) if (!holding.has(row.decision_id)) lineages.add(row.lineage_id);
  for (const id of there)
    if (!holding.has(id))
      await tx.deleteFrom('actor_split').where('decision_id', '=', id).execute();
  for (const { id, decision } of active)
    if (decision.kind === 'split-actor' && !there.has(id))
      for (const lineage of await insertSplit(tx, store, { decision, decisionId: id }))
        lineages.add(lineage);
  return [...lineages];
}
