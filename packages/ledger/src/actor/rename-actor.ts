/**
 * Renaming an actor: people give it another name than the articles do. It is found by both names,
 * and undoing gives it back the name before, in the end that of its first article.
 * @module
 */
import type { Kysely } from 'kysely';
import { findActive } from '../decision/apply-decisions.ts';
import type { RenameActor, SplitActor } from '../decision/decision.ts';
import type { Schema } from '../store/schema.ts';
import { foldNames } from './describe-actors.ts';
import { listActorDecisions } from './merge-actors.ts';

/** Give an actor a name. */
export async function renameActor(
  tx: Kysely<Schema>,
  { actorId, name }: Pick<RenameActor, 'actorId' | 'name'>,
): Promise<void> {
  const read = await readName(tx, actorId);
  await tx
    .updateTable('actor')
    .set({ name, folded_name: foldNames(...new Set([name, read])) })
    .where('id', '=', actorId)
    .execute();
}

/** Give every actor that was ever renamed the name that the decisions that hold say. */
export async function renameAll(tx: Kysely<Schema>): Promise<void> {
  const decisions = await listActorDecisions(tx);
  const names = new Map<string, string | null>();
  for (const { decision } of decisions)
    if (decision.kind === 'rename-actor') names.set(decision.actorId, null);
  for (const { decision } of findActive(decisions))
    if (decision.kind === 'rename-actor') names.set(decision.actorId, decision.name);
  for (const [actorId, name] of names)
    await renameActor(tx, { actorId, name: name ?? (await readName(tx, actorId)) });
}

/** The name without renamings: what a split called it, else what its first article calls it. */
async function readName(tx: Kysely<Schema>, actorId: string): Promise<string> {
  const { seq, name, canonical } = await tx
    .selectFrom('actor')
    .select(['seq', 'name', 'canonical_seq as canonical'])
    .where('id', '=', actorId)
    .executeTakeFirstOrThrow();
  const split = await tx
    .selectFrom('actor_split')
    .innerJoin('decision', 'decision.id', 'actor_split.decision_id')
    .select('decision.body')
    .where('actor_split.into_seq', '=', seq)
    .executeTakeFirst();
  if (split !== undefined) return (JSON.parse(split.body) as SplitActor).name;
  const use = await tx
    .selectFrom('article_actor')
    .select('name')
    .where('actor_seq', '=', canonical)
    .where('own_seq', '=', seq)
    .orderBy('article_seq')
    .limit(1)
    .executeTakeFirst();
  return use?.name ?? name;
}
