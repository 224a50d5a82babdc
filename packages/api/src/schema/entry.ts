/**
 * The shapes that most answers are made of: articles in brief and entries: one statement or
 * commitment with its article, its actors across articles, and what people decided. They are the
 * ledger's own shapes; actor ids are the ledger's, except inside `statement` and `commitment`.
 * @module
 */
import {
  type ArticleRecord,
  BASES,
  CONDITION_TYPES,
  type Commitment,
  STANCES,
  STATEMENT_ACTS,
  STATEMENT_KINDS,
  type Statement,
} from '@onrecord/record';
import { recordSchema } from '@onrecord/record/decode';
import { z } from 'zod';

export const isoDate = z.iso.date('not a date (YYYY-MM-DD)');
export const span = z.tuple([z.int().min(0), z.int().min(0)]);

/** The record's own schema, with the record's own type. */
export const articleRecord = recordSchema as unknown as z.ZodType<ArticleRecord>;
const statement = recordSchema.shape.statements.element as unknown as z.ZodType<Statement>;
const commitment = recordSchema.shape.commitments.element as unknown as z.ZodType<Commitment>;

/** An article without its text. `version` counts from 1 at one address. */
export const articleSummary = z.object({
  id: z.string(),
  lineageId: z.string().describe('the id of the first version'),
  version: z.int().min(1),
  isCurrent: z.boolean(),
  title: z.string().optional(),
  publisher: z.string().optional(),
  url: z.string().optional(),
  publishedOn: isoDate.optional(),
  language: z.string(),
  originId: z.string().describe('articles of one origin count as one report'),
  reader: z.string(),
  addedAt: z.string(),
  addedBy: z.string().optional(),
});
export type ArticleSummary = z.infer<typeof articleSummary>;

export const PARTS = ['speaker', 'party', 'asserter', 'counterparty'] as const;
export const REVIEWS = ['open', 'accepted', 'edited', 'rejected'] as const;
export const CONDITION_STATES = ['open', 'met', 'failed', 'disputed'] as const;

/** What something rests on: words in an article of the ledger, or an address outside it. */
export const evidenceInput = z.object({
  articleId: z.string().optional(),
  entryId: z.string().optional(),
  spans: z.array(span).optional(),
  url: z.string().optional(),
  note: z.string().optional(),
});
export type EvidenceInput = z.infer<typeof evidenceInput>;

const conditionMark = z.object({
  state: z.enum(CONDITION_STATES),
  on: isoDate.optional(),
  evidence: evidenceInput.optional(),
  decisionId: z.string(),
});

const entryBase = {
  id: z.string(),
  article: articleSummary,
  saidFrom: isoDate.optional(),
  saidTo: isoDate.optional(),
  actors: z.array(
    z.object({ id: z.string(), localId: z.string(), name: z.string(), part: z.enum(PARTS) }),
  ),
  review: z.enum(REVIEWS),
  excerpt: z.string().describe('the words from the first span to the last'),
  excerptStart: z.int().describe('where the excerpt begins in the text of the article'),
  highlights: z.array(span).describe('where the words searched for stand in the text'),
};

/** One statement as it stands. */
export const statementEntry = z.object({
  ...entryBase,
  kind: z.literal('statement'),
  statement,
});
/** One commitment as it stands. */
export const commitmentEntry = z.object({
  ...entryBase,
  kind: z.literal('commitment'),
  commitment,
  status: z.string().optional(),
  conditionMarks: z.record(z.string(), conditionMark).describe('by the condition’s id'),
  evidence: z.array(evidenceInput),
});
/** One statement or commitment: the machine's reading with people's decisions applied. */
export const entry = z.discriminatedUnion('kind', [statementEntry, commitmentEntry]);
export type StatementEntry = z.infer<typeof statementEntry>;
export type CommitmentEntry = z.infer<typeof commitmentEntry>;
export type Entry = z.infer<typeof entry>;

/** A page of a list; `nextCursor` goes into `cursor` for the page after. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().optional() });
}

/** A list in a query: absent, once, or many times. */
export function listOf<T extends z.ZodType>(item: T) {
  const many = (value: unknown) => (value === undefined ? [] : [value].flat());
  return z.preprocess(many, z.array(item));
}

/** The members of a query that page a list. */
export const paging = {
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
};

/** The filters of search: all that is given must hold; of a list, one member. */
export const entryFilter = {
  q: z.string().optional().describe('words, "phrases", -exclusions'),
  kind: z.enum(['statement', 'commitment']).optional(),
  actor: listOf(z.string()).describe('ids of actors'),
  part: z.enum(PARTS).optional().describe('the actor’s part; any when absent'),
  form: listOf(z.enum(STATEMENT_KINDS)),
  act: listOf(z.enum(STATEMENT_ACTS)),
  stance: listOf(z.enum(STANCES)),
  basis: listOf(z.enum(BASES)),
  conditionType: listOf(z.enum(CONDITION_TYPES)),
  conditionState: listOf(z.enum(CONDITION_STATES)),
  outlet: listOf(z.string()),
  review: listOf(z.enum(REVIEWS)).describe('all but the rejected when absent'),
  status: listOf(z.string()),
  rule: listOf(z.string()).describe('what found it'),
  from: isoDate.optional(),
  to: isoDate.optional(),
  minScore: z.coerce.number().min(0).max(1).optional(),
  article: z.string().optional().describe('the id of an article'),
};
export const entryFilterSchema = z.object(entryFilter);
export type EntryFilter = Partial<z.infer<typeof entryFilterSchema>>;

/** A value and how many entries have it. */
export const facetCount = z.object({
  value: z.string(),
  label: z.string().optional(),
  count: z.int(),
});
export type FacetCount = z.infer<typeof facetCount>;
const facet = z.array(facetCount);
/** How many entries have each value, most first. */
export const facets = z.object({
  kind: facet,
  act: facet,
  stance: facet,
  basis: facet,
  conditionType: facet,
  conditionState: facet,
  outlet: facet,
  actor: facet,
  review: facet,
  rule: facet,
  total: z.int(),
  isComplete: z.boolean().describe('false: counted over the newest 10,000 only'),
});
export type Facets = z.infer<typeof facets>;
