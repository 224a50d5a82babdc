/**
 * Records from JSON, an entry of its own: only who decodes loads the schemas. Decoding returns every problem it sees, each with its path
 * (`statements[3].cue`), not the first; it checks shapes, then what shapes cannot say: spans
 * inside the text, references to actors and statements that exist.
 * @module
 */
import { z } from 'zod';
import { ACTOR_KINDS, MENTION_FORMS } from './actor.ts';
import { PART_KINDS } from './article.ts';
import { type ArticleRecord, SCHEMA } from './article-record.ts';
import { CodedError } from './coded-error.ts';
import { BASES, CONDITION_TYPES, CONNECTIVES, STANCES } from './commitment.ts';
import type { Span } from './span.ts';
import { STATEMENT_ACTS, STATEMENT_KINDS } from './statement.ts';

const offset = z.int().min(0);
const span = z.tuple([offset, offset]).refine(([start, end]) => start <= end, 'start after end');
const spans = z.array(span);
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'not an ISO date (YYYY-MM-DD)');
const range = { from: isoDate, to: isoDate };
const score = z.number().min(0).max(1);
const hedges = z.array(z.object({ span, by: z.enum(['speaker', 'outlet']) }));

const article = z.object({
  id: z.string(),
  text: z.string(),
  textHash: z.string(),
  title: z.string().optional(),
  byline: z.string().optional(),
  publisher: z.string().optional(),
  url: z.string().optional(),
  publishedOn: isoDate.optional(),
  language: z.string(),
  parts: z.array(z.object({ kind: z.enum(PART_KINDS), span })),
});

const actor = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(ACTOR_KINDS),
  count: z.number().optional(),
  class: z.string().optional(),
  roles: z.array(z.object({ title: z.string(), span })),
  represents: z.string().optional(),
  country: z.string().optional(),
  wikidata: z.string().optional(),
  mentions: z.array(z.object({ span, form: z.enum(MENTION_FORMS) })),
});

const statement = z.object({
  id: z.string(),
  kind: z.enum(STATEMENT_KINDS),
  act: z.enum(STATEMENT_ACTS),
  source: spans,
  cue: spans,
  content: spans,
  speaker: z.string().optional(),
  addressee: span.optional(),
  occasion: span.optional(),
  saidOn: z
    .object({ ...range, span: span.optional(), basis: z.enum(['stated', 'event', 'published']) })
    .optional(),
  hedges,
  within: z.string().optional(),
  rule: z.string(),
  score,
});

const condition = z.object({
  id: z.string(),
  trigger: z.string(),
  connective: z.enum(CONNECTIVES),
  type: z.enum(CONDITION_TYPES),
  span,
  actor: z.string().optional(),
});

const commitment = z.object({
  id: z.string(),
  stance: z.enum(STANCES),
  parties: z.array(z.string()),
  party: spans,
  assertedBy: z.string().optional(),
  basis: z.enum(BASES),
  role: z.enum(['leads', 'assists']).optional(),
  cue: spans,
  action: spans,
  counterparties: z.array(z.string()),
  counterparty: spans,
  conditions: z.array(condition),
  exceptions: spans,
  deadline: z.object({ span, by: isoDate.optional(), within: z.string().optional() }).optional(),
  quantity: z.object({ span, value: z.number(), unit: z.string() }).optional(),
  hedges,
  repeated: z.boolean(),
  outcome: z
    .object({ status: z.enum(['fulfilled', 'unfulfilled', 'in-progress']), span })
    .optional(),
  statement: z.string().optional(),
  rule: z.string(),
  score,
});

/** The schema of the record's JSON, for APIs and documents that describe it. */
export const recordSchema = z.object({
  schema: z.literal(SCHEMA),
  id: z.string().optional(),
  article,
  actors: z.array(actor),
  statements: z.array(statement),
  commitments: z.array(commitment),
  events: z.array(
    z.object({
      id: z.string(),
      span,
      on: z.object(range).optional(),
      participants: z.array(z.string()),
    }),
  ),
  notes: z.array(z.object({ code: z.string(), message: z.string(), span: span.optional() })),
  reader: z.object({ version: z.string(), model: z.string() }),
});

/** One thing wrong with a decoded value. */
export interface Problem {
  /** `statements[3].cue` */
  path: string;
  message: string;
}

const pathOf = (keys: readonly PropertyKey[]): string =>
  keys.reduce<string>(
    (path, key) =>
      typeof key === 'number' ? `${path}[${key}]` : path ? `${path}.${String(key)}` : String(key),
    '',
  );

/**
 * Find everything that is wrong with a value that should be a record.
 * @returns an empty list when it is one.
 */
export function findProblems(value: unknown): Problem[] {
  const result = recordSchema.safeParse(value);
  if (!result.success)
    return result.error.issues.map((issue) => ({
      path: pathOf(issue.path),
      message: issue.message,
    }));
  const record = result.data as ArticleRecord;
  return [...findStraySpans(record), ...findDanglingIds(record)];
}

/**
 * Decode a record from JSON text or a parsed value.
 * @throws CodedError `record-invalid` with every problem and its path, `json-invalid` when the text is no JSON.
 */
export function decodeRecord(json: unknown): ArticleRecord {
  const value = typeof json === 'string' ? parseJson(json) : json;
  const problems = findProblems(value);
  if (0 < problems.length)
    throw new CodedError(
      'record-invalid',
      problems.map((problem) => `${problem.path || 'record'}: ${problem.message}`).join('; '),
      { remedy: 'write the record again with this version of onrecord, or mend the fields named' },
    );
  return value as ArticleRecord;
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new CodedError('json-invalid', `not JSON: ${(cause as Error).message}`, {
      cause,
      remedy: 'give one JSON object',
    });
  }
}

function findStraySpans(record: ArticleRecord): Problem[] {
  const limit = record.article.text.length;
  const problems: Problem[] = [];
  const visit = (value: unknown, path: (string | number)[]): void => {
    if (isSpan(value, path)) {
      if (limit < value[1])
        problems.push({ path: pathOf(path), message: `ends at ${value[1]}, the text at ${limit}` });
    } else if (Array.isArray(value)) value.forEach((item, i) => visit(item, [...path, i]));
    else if (value && typeof value === 'object')
      for (const [key, item] of Object.entries(value)) visit(item, [...path, key]);
  };
  visit({ ...record, id: undefined }, []);
  return problems;
}

const isSpan = (value: unknown, path: readonly (string | number)[]): value is Span =>
  Array.isArray(value) &&
  value.length === 2 &&
  typeof value[0] === 'number' &&
  typeof value[1] === 'number' &&
  0 < path.length;

function findDanglingIds(record: ArticleRecord): Problem[] {
  const actors = new Set(record.actors.map((item) => item.id));
  const statements = new Set(record.statements.map((item) => item.id));
  const problems: Problem[] = [];
  const check = (known: Set<string>, id: string | undefined, path: string): void => {
    if (id !== undefined && !known.has(id))
      problems.push({ path, message: `no entry has the id ${id}` });
  };
  record.actors.forEach((item, i) => check(actors, item.represents, `actors[${i}].represents`));
  record.statements.forEach((item, i) => {
    check(actors, item.speaker, `statements[${i}].speaker`);
    check(statements, item.within, `statements[${i}].within`);
  });
  record.commitments.forEach((item, i) => {
    const at = `commitments[${i}]`;
    check(actors, item.assertedBy, `${at}.assertedBy`);
    check(statements, item.statement, `${at}.statement`);
    item.parties.forEach((id, j) => check(actors, id, `${at}.parties[${j}]`));
    item.counterparties.forEach((id, j) => check(actors, id, `${at}.counterparties[${j}]`));
    item.conditions.forEach((c, j) => check(actors, c.actor, `${at}.conditions[${j}].actor`));
  });
  record.events.forEach((item, i) => {
    item.participants.forEach((id, j) => check(actors, id, `events[${i}].participants[${j}]`));
  });
  return problems;
}
