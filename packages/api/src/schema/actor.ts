/**
 * Actors across articles, their names and offices, and candidates for merging.
 * @module
 */
import { ACTOR_KINDS } from '@onrecord/record';
import { z } from 'zod';
import { isoDate } from './entry.ts';

/** An actor in a list. */
export const actorSummary = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(ACTOR_KINDS),
  country: z.string().optional(),
  wikidata: z.string().optional(),
  articleCount: z.int(),
});
export type ActorSummary = z.infer<typeof actorSummary>;

/** A name or an office, with the dates of the first and the last article that uses it. */
export const datedName = z.object({
  name: z.string(),
  articleCount: z.int(),
  firstOn: isoDate.optional(),
  lastOn: isoDate.optional(),
});

/** One actor whole. */
export const ledgerActor = actorSummary.extend({
  aliases: z.array(datedName),
  offices: z.array(datedName),
  represents: z.array(datedName.extend({ id: z.string() })),
  mergedIds: z.array(z.string()),
});
export type LedgerActor = z.infer<typeof ledgerActor>;

/** An actor that may be the same as another, and why. */
export const actorCandidate = z.object({
  actor: actorSummary,
  likeness: z.number(),
  reasons: z.array(z.string()),
});
export type ActorCandidate = z.infer<typeof actorCandidate>;
