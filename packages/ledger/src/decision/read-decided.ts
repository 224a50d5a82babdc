/**
 * What the log of decisions says has changed. Who decides holds the ledger alone, so the numbers
 * of the log grow in the order in which decisions are there for others to see.
 * @module
 */
import type { Kysely } from 'kysely';
import type { Schema } from '../store/schema.ts';

/** What was decided after a place in the log. */
export interface DecidedSince {
  /** Articles of which an entry was decided on, an undoing of it included. */
  lineageIds: ReadonlySet<string>;
  /** Actors were merged, split or renamed, or that was undone: any article may have them. */
  isOnActors: boolean;
  /** Where the log ends. */
  last: number;
}

/** Read what was decided after a place in the log; without one only where the log ends. */
export async function readDecidedSince(
  db: Kysely<Schema>,
  place: number | undefined,
): Promise<DecidedSince> {
  if (place === undefined) {
    const end = await db
      .selectFrom('decision')
      .select((decision) => decision.fn.max('seq').as('last'))
      .executeTakeFirst();
    return { lineageIds: new Set(), isOnActors: false, last: end?.last ?? 0 };
  }
  const rows = await db
    .selectFrom('decision')
    .select((decision) => ['lineage_id', decision.fn.max('seq').as('last')])
    .where('seq', '>', place)
    .groupBy('lineage_id')
    .execute();
  return {
    lineageIds: new Set(rows.flatMap((row) => row.lineage_id ?? [])),
    isOnActors: rows.some((row) => row.lineage_id === null),
    last: Math.max(place, ...rows.map((row) => row.last)),
  };
}
