/**
 * Dossiers, and the shapes of boards, what-if, utterances, shifts and ratings. These are types of
 * the record; the schemas here describe them to OpenAPI, and the casts keep the record's types.
 * @module
 */
import {
  BASES,
  type Board,
  type BoardCondition,
  type BoardEntry,
  CONDITION_TYPES,
  CONNECTIVES,
  type Shift,
  STANCES,
  STATEMENT_KINDS,
  type StatusRating,
  type Utterance,
  type WaitingLoop,
  type WhatIf,
  type WhatIfOutcome,
} from '@onrecord/record';
import { z } from 'zod';
import { CONDITION_STATES, type EntryFilter, entryFilterSchema, isoDate, span } from './entry.ts';

/** In what is sent, every filter may be left out. */
const savedFilter = entryFilterSchema as unknown as z.ZodType<
  z.output<typeof entryFilterSchema>,
  EntryFilter
>;

/** A question being followed: a saved query, and entries that a person put in or left out. */
export const dossierInput = z.object({
  name: z.string().min(1),
  question: z.string().optional(),
  query: savedFilter,
  includedIds: z.array(z.string()).default([]),
  excludedIds: z.array(z.string()).default([]),
});
export type DossierInput = z.input<typeof dossierInput>;
export const dossier = dossierInput.extend({
  id: z.string(),
  version: z.int().describe('1, 2, 3 … with each change'),
  changedAt: z.string(),
  changedBy: z.string(),
});
export type Dossier = z.infer<typeof dossier>;

const range = z.object({ from: isoDate, to: isoDate });
const ids = z.array(z.string());
const party = z.object({
  key: z.string(),
  name: z.string(),
  kind: z.enum(['person', 'government', 'organisation', 'group', 'document', 'unnamed']),
  count: z.number().optional(),
  country: z.string().optional(),
});
/** A place in an article that something rests on, with its words. */
export const evidence = z.object({
  articleId: z.string(),
  originId: z.string(),
  title: z.string().optional(),
  publisher: z.string().optional(),
  publishedOn: isoDate.optional(),
  url: z.string().optional(),
  statementId: z.string().optional(),
  commitmentId: z.string().optional(),
  spans: z.array(span),
  quote: z.string(),
});

const conditionChip = z.object({
  key: z.string(),
  trigger: z.string(),
  type: z.enum(CONDITION_TYPES),
  connective: z.enum(CONNECTIVES),
  quote: z.string(),
  state: z.enum(CONDITION_STATES),
  actor: party.optional(),
});

const amount = { unit: z.string(), from: z.number(), to: z.number().optional() };

const boardEntry = z.object({
  id: z.string(),
  party,
  stance: z.enum(STANCES),
  cue: z.string(),
  action: z.string(),
  conditions: z.array(conditionChip),
  exceptions: z.array(z.string()),
  deadline: z
    .object({ quote: z.string(), by: isoDate.optional(), within: z.string().optional() })
    .optional(),
  amount: z.object(amount).optional(),
  role: z.enum(['leads', 'assists']).optional(),
  basis: z.enum(BASES),
  assertedBy: party.optional(),
  counterparties: z.array(party),
  isHedged: z.boolean(),
  isRepeated: z.boolean(),
  saidOn: range.optional(),
  reportCount: z.int(),
  originCount: z.int(),
  commitmentIds: ids,
  supersededBy: z.string().optional().describe('the later entry of the party that replaces it'),
  evidence: z.array(evidence),
  score: z.number(),
});

const boardBlank = z
  .enum(['refused', 'declined', 'nothing-found'])
  .describe(
    'why there are no entries: refused, in the words of its entries under refuses and rejects; ' +
      'declined, in the words of the row; or nothing found in the articles of the board',
  );

/** One condition across the entries that hang on it. */
export const boardCondition = z.object({
  key: z.string(),
  trigger: z.string(),
  quote: z.string().describe('its words where it is named first'),
  type: z.enum(CONDITION_TYPES),
  state: z.enum(CONDITION_STATES),
  entryIds: ids,
  conditionIds: ids.describe('of the conditions that it stands for'),
  evidence: z.array(evidence),
  since: isoDate.optional(),
});

/** Party × stance. */
export const board = z.object({
  question: z.string().optional(),
  articleCount: z.int(),
  originCount: z.int(),
  between: range.optional(),
  stances: z.array(z.enum(STANCES)),
  rows: z.array(
    z.object({
      party,
      cells: z.array(
        z.object({
          stance: z.enum(STANCES),
          entries: z.array(boardEntry),
          blank: boardBlank.optional(),
        }),
      ),
      declined: z
        .array(evidence)
        .optional()
        .describe('the words that say that it was asked and did not answer'),
    }),
  ),
  conditions: z.array(boardCondition),
}) as unknown as z.ZodType<Board>;

const outcome = z.enum(['live', 'waiting', 'contested', 'void', 'refused']);

const loop = z.object({
  links: z.array(
    z.object({ entryId: z.string(), condition: conditionChip, waitsForEntryId: z.string() }),
  ),
});
const around = {
  assumed: z.record(z.string(), z.enum(CONDITION_STATES)),
  unmatched: z.array(z.string()),
  loops: z.array(loop),
  totals: z.array(z.object({ outcome, ...amount, entryIds: ids })),
  unknown: z.array(z.object({ outcome, entryIds: ids })),
};

/**
 * What follows from assumed states without the positions themselves, for those who have the board:
 * a dossier of thousands of positions is a seventh of the bytes.
 */
export const outcomes = z.object({
  ...around,
  entries: z.array(
    z.object({
      entryId: z.string(),
      outcome,
      waitsFor: z
        .array(z.object({ key: z.string(), entryIds: ids }))
        .describe('the key of each condition that is open, and whose entries could bring it about'),
      contestedBy: ids.describe('keys of the parties'),
    }),
  ),
}) as unknown as z.ZodType<Outcomes>;
export type Outcomes = Omit<WhatIf, 'entries'> & {
  entries: {
    entryId: string;
    outcome: WhatIfOutcome;
    waitsFor: { key: string; entryIds: string[] }[];
    contestedBy: string[];
  }[];
};

/** All that waits on one condition, and the loops that it stands in with everybody in them. */
export const conditionView = z.object({
  condition: boardCondition,
  entries: z.array(boardEntry).describe('those that name it'),
  loops: z.array(loop),
  looped: z.array(boardEntry).describe('the entries of the loops'),
}) as unknown as z.ZodType<ConditionView>;
export interface ConditionView {
  condition: BoardCondition;
  entries: BoardEntry[];
  loops: WaitingLoop[];
  looped: BoardEntry[];
}

/** What follows from assumed states. */
export const whatIf = z.object({
  entries: z.array(
    z.object({
      entry: boardEntry,
      outcome,
      waitsFor: z.array(z.object({ condition: conditionChip, entryIds: ids })),
      contestedBy: z.array(z.object({ party, entryIds: ids })),
      voidBy: z.array(conditionChip),
      endsIf: z.array(conditionChip),
    }),
  ),
  ...around,
}) as unknown as z.ZodType<WhatIf>;

const fields = z.enum(['number', 'verb', 'condition', 'hedge', 'exception']);

/** One act of speech with its reports. */
export const utterance = z.object({
  id: z.string(),
  speaker: party,
  saidOn: range.optional(),
  quote: z.string(),
  reports: z.array(
    z.object({
      evidence,
      kind: z.enum(STATEMENT_KINDS),
      fields: z.partialRecord(fields, z.array(z.string())),
    }),
  ),
  reportCount: z.int(),
  originCount: z.int(),
  differences: z.array(
    z.object({
      field: fields,
      values: z.array(
        z.object({ value: z.array(z.string()), articleIds: ids, originCount: z.int() }),
      ),
    }),
  ),
  score: z.number(),
}) as unknown as z.ZodType<Utterance>;

const position = z.object({
  party,
  matter: z.string(),
  stance: z.enum([...STANCES, 'denies']),
  basis: z.enum(BASES),
  saidOn: range.optional(),
  assertedBy: party.optional(),
  evidence,
});

/** Two positions of one party on one matter. */
export const shift = z.object({
  party,
  matter: z.string(),
  earlier: position,
  later: position,
  comparison: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('shift'),
      types: z.array(z.string()),
      because: z.array(z.string()),
    }),
    z.object({ kind: z.literal('not-comparable'), reason: z.string(), because: z.string() }),
  ]),
}) as unknown as z.ZodType<Shift>;

/** How far a commitment has come, from evidence, or why it cannot be rated. */
const history = z.array(
  z.object({ status: z.string(), on: isoDate.optional(), because: z.string(), evidence }),
);
export const statusRating = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rated'), status: z.string(), history }),
  z.object({ kind: z.literal('not-rated'), because: z.string(), history }),
]) as unknown as z.ZodType<StatusRating>;
