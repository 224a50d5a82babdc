/**
 * Merging actors: every actor keeps its own key, and has a canonical one, the actor that a person
 * merged it into. Undoing a merge plays all merges that still hold again.
 * @module
 */
import type { Kysely } from 'kysely';
import { findActive } from '../decision/apply-decisions.ts';
import type { Decided, MergeActors } from '../decision/decision.ts';
import { decodeDecision } from '../decision/list-decisions.ts';
import type { Schema } from '../store/schema.ts';

/** Merge actors: whoever was one with the others is now one with `actorId`. */
export async function mergeActors(tx: Kysely<Schema>, decision: MergeActors): Promise<void> {
  const rows = await tx
    .selectFrom('actor')
    .select(['id', 'canonical_seq'])
    .where('id', 'in', [decision.actorId, ...decision.otherIds])
    .execute();
  const into = rows.find(({ id }) => id === decision.actorId)?.canonical_seq;
  if (into === undefined) return;
  for (const { canonical_seq: from } of rows) {
    if (from === into) continue;
    await tx
      .updateTable('actor')
      .set({ canonical_seq: into })
      .where('canonical_seq', '=', from)
      .execute();
    await tx
      .updateTable('entry_actor')
      .set({ actor_seq: into })
      .where('actor_seq', '=', from)
      .execute();
    await tx
      .updateTable('article_actor')
      .set({ actor_seq: into })
      .where('actor_seq', '=', from)
      .execute();
  }
}

/** The decisions on actors, all of them, oldest first. */
export async function listActorDecisions(tx: Kysely<Schema>): Promise<Decided[]> {
  const rows = await tx
    .selectFrom('decision')
    .selectAll()
    .where('lineage_id', 'is', null)
    .where('kind', 'in', ['merge-actors', 'split-actor', 'rename-actor', 'undo'])
    .orderBy('seq')
    .execute();
  return rows.map(decodeDecision);
}

/** Make every actor's canonical key what the merges that hold say. */
export async function remergeAll(tx: Kysely<Schema>): Promise<void> {
  const rows = await tx
    .selectFrom('actor')
    .select(['id', 'seq', 'canonical_seq'])
    .where((where) => {
      const { ref, selectFrom } = where;
      const merged = selectFrom('actor as other')
        .select('other.canonical_seq')
        .whereRef('other.canonical_seq', '<>', 'other.seq');
      const isMerged = where('canonical_seq', '<>', ref('seq'));
      return where.or([isMerged, where('seq', 'in', merged)]);
    })
    .execute();
  const wanted = await playMerges(tx);
  for (const { seq, canonical_seq: before } of rows) {
    const after = wanted.get(seq) ?? seq;
    if (after !== before) await moveActor(tx, { seq, before, after });
  }
  const known = new Set(rows.map(({ seq }) => seq));
  // An undoing that was undone: actors that stand alone now and were merged once.
  for (const [seq, after] of wanted)
    if (!known.has(seq) && after !== seq) await moveActor(tx, { seq, before: seq, after });
}

async function moveActor(
  tx: Kysely<Schema>,
  { seq, before, after }: { seq: number; before: number; after: number },
): Promise<void> {
  await tx.updateTable('actor').set({ canonical_seq: after }).where('seq', '=', seq).execute();
  for (const table of ['entry_actor', 'article_actor'] as const)
    await tx
      .updateTable(table)
      .set({ actor_seq: after })
      .where('actor_seq', '=', before)
      .where('own_seq', '=', seq)
      .execute();
}

/** Who is whom after all merges that hold. */
async function playMerges(tx: Kysely<Schema>): Promise<Map<number, number>> {
  const merges = findActive(await listActorDecisions(tx)).flatMap(({ decision }) =>
    decision.kind === 'merge-actors' ? [decision] : [],
  );
  const ids = [...new Set(merges.flatMap(({ actorId, otherIds }) => [actorId, ...otherIds]))];
  if (ids.length === 0) return new Map();
  const rows = await tx.selectFrom('actor').select(['id', 'seq']).where('id', 'in', ids).execute();
  const seqs = new Map(rows.map(({ id, seq }) => [id, seq]));
  const canonical = new Map(rows.map(({ seq }) => [seq, seq]));
  for (const { actorId, otherIds } of merges) {
    const into = canonical.get(seqs.get(actorId) ?? -1);
    if (into === undefined) continue;
    const from = new Set(otherIds.map((id) => canonical.get(seqs.get(id) ?? -1)));
    for (const [seq, at] of canonical) if (from.has(at)) canonical.set(seq, into);
  }
  return canonical;
}
