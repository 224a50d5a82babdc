/**
 * Decisions of people: an append-only log, each with who and when; undo is a further decision.
 * @module
 */
import { COMMITMENT_STATUSES } from '@onrecord/record';
import { z } from 'zod';
import { CONDITION_STATES, evidenceInput, isoDate } from './entry.ts';

const entryId = z.string().min(1);
const reason = z.string().optional();

/** What a person can decide. */
export const decisionInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('accept'), entryId, reason }),
  z.object({ kind: z.literal('reject'), entryId, reason: z.string().min(1) }),
  z.object({
    kind: z.literal('edit'),
    entryId,
    field: z.string().min(1),
    value: z.unknown().describe('as in the record; null takes an optional field away'),
    reason,
  }),
  z.object({
    kind: z.literal('set-condition'),
    conditionId: z.string().min(1),
    state: z.enum(CONDITION_STATES),
    on: isoDate.optional(),
    evidence: evidenceInput.optional(),
    reason,
  }),
  z.object({
    kind: z.literal('set-status'),
    entryId,
    status: z.enum(COMMITMENT_STATUSES),
    on: isoDate.optional(),
    evidence: evidenceInput.optional(),
    reason,
  }),
  z.object({ kind: z.literal('link-evidence'), entryId, evidence: evidenceInput, reason }),
  z.object({
    kind: z.literal('merge-actors'),
    actorId: z.string().min(1).describe('the one that stays'),
    otherIds: z.array(z.string().min(1)).min(1).readonly(),
    reason,
  }),
  z.object({
    kind: z.literal('split-actor'),
    actorId: z.string().min(1),
    articleIds: z.array(z.string().min(1)).min(1).readonly(),
    name: z.string().min(1),
    reason,
  }),
  z.object({
    kind: z.literal('rename-actor'),
    actorId: z.string().min(1),
    name: z.string().min(1),
    reason,
  }),
  z.object({
    kind: z.literal('move'),
    decisionId: z.string().min(1),
    targetId: z.string().min(1),
    reason,
  }),
]);
export type DecisionInput = z.infer<typeof decisionInput>;

const undo = z.object({ kind: z.literal('undo'), decisionId: z.string(), reason });

/** The words that a decision was about when it was made. */
const decisionWords = z.object({
  entryKind: z.enum(['statement', 'commitment']),
  act: z.string(),
  fields: z.record(z.string(), z.string()),
  condition: z.string().optional(),
});

/** A decision as the log keeps it. */
export const decided = z.object({
  id: z.string(),
  decision: z.discriminatedUnion('kind', [...decisionInput.options, undo]),
  articleId: z.string().optional(),
  words: decisionWords.optional(),
  by: z.string(),
  at: z.string(),
  undoneBy: z.string().optional(),
});
export type Decided = z.infer<typeof decided>;

/** A decision that fits nothing any more, with its old words and the nearest new ones. */
export const orphan = z.object({
  decision: decided,
  articleId: z.string(),
  words: decisionWords,
  nearest: z.array(z.object({ entryId: z.string(), likeness: z.number(), words: z.string() })),
});
export type Orphan = z.infer<typeof orphan>;
