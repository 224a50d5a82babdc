/**
 * Articles over the wire: what is sent to be read or added, and what comes back.
 * @module
 */
import { z } from 'zod';
import { articleRecord, articleSummary, entry, isoDate } from './entry.ts';

/** A text, the source of a page, or an address to fetch; and what is known beside it. */
export const articleInput = z
  .object({
    text: z.string().min(1).optional(),
    html: z.string().min(1).optional(),
    address: z.string().min(1).optional(),
    title: z.string().optional(),
    byline: z.string().optional(),
    publisher: z.string().optional(),
    url: z.string().optional(),
    publishedOn: isoDate.optional(),
  })
  .refine(
    (input) => [input.text, input.html, input.address].filter((given) => given).length === 1,
    'give one of text, html and address',
  );
export type ArticleInput = z.infer<typeof articleInput>;

/**
 * `unchanged`: the same text was there; `new-version`: another text at its address was;
 * `re-read`: the same text, read by a newer model.
 */
export const ADDED_KINDS = ['added', 'unchanged', 'new-version', 're-read'] as const;
export const addedArticle = z.object({
  kind: z.enum(ADDED_KINDS),
  article: articleSummary,
  /** Decisions that fit nothing in the new reading. */
  orphanCount: z.int(),
});
export type AddedArticle = z.infer<typeof addedArticle>;

/** A version, with how much it says. */
export const articleVersion = articleSummary.extend({
  statementCount: z.int(),
  commitmentCount: z.int(),
});
export type ArticleVersion = z.infer<typeof articleVersion>;

/** What people decided on one entry. */
export const mark = z.object({
  review: z.enum(['open', 'accepted', 'edited', 'rejected']),
  reason: z.string().optional(),
  editedFields: z.array(z.string()),
  decisionIds: z.array(z.string()),
});
export type Mark = z.infer<typeof mark>;

/** Two articles that count as one origin, and why. */
export const likeness = z.object({
  articleId: z.string(),
  otherId: z.string(),
  kind: z.enum(['reprint', 'near-duplicate']),
  likeness: z.number(),
  reason: z.string(),
});
export type Likeness = z.infer<typeof likeness>;

/** One article whole: its record with decisions applied, its other versions and its copies. */
export const articleView = z.object({
  article: articleSummary,
  record: articleRecord,
  /** The record's actors across articles: id in the record → id in the ledger. */
  actorIds: z.record(z.string(), z.string()),
  entries: z.array(entry),
  marks: z.record(z.string(), mark),
  versions: z.array(articleVersion),
  likenesses: z.array(likeness),
});
export type ArticleView = z.infer<typeof articleView>;

const fieldChange = z.object({
  field: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
const changeBase = {
  entryKind: z.enum(['statement', 'commitment']),
  entryId: z.string(),
  words: z.string(),
};
/** What changed between two versions, as records. */
export const versionDiff = z.object({
  fromId: z.string(),
  toId: z.string(),
  changes: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('added'), ...changeBase }),
      z.object({ kind: z.literal('removed'), ...changeBase }),
      z.object({
        kind: z.literal('changed'),
        ...changeBase,
        previousId: z.string(),
        fields: z.array(fieldChange),
      }),
    ]),
  ),
  unchangedCount: z.int(),
});
export type VersionDiff = z.infer<typeof versionDiff>;
