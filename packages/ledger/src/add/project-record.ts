/**
 * A reading with its decisions, as rows to be searched: one for each statement and commitment,
 * with what is filtered in columns, the words to be found, its actors and conditions. Pure, and
 * plain data: made on the thread that reads, written by another.
 * @module
 */
import type { Commitment, Span, Statement } from '@onrecord/record';
import { type ActorDraft, describeActors } from '../actor/describe-actors.ts';
import type { DecidedReading } from '../decision/apply-decisions.ts';
import { listRecordEntries, type RecordEntry, spansByField } from '../decision/describe-words.ts';
import type { ConditionMark, Evidence, Part } from '../ledger.ts';
import { foldWords } from '../search/fold-words.ts';
import { dayOf } from '../store/entry-key.ts';
import type { EntryTable } from '../store/schema.ts';
import { yieldTurn } from './yield-turn.ts';

/** What an entry's `body` holds. */
export interface EntryBody {
  value: Statement | Commitment;
  /** Each `[seq of the actor before merging, the article's id of it, part]`. */
  actors: [ownSeq: number, localId: string, part: Part][];
  conditionMarks?: Record<string, ConditionMark>;
  evidence?: Evidence[];
}

/** An entry before it has a key and its actors have theirs. */
export interface EntryDraft {
  day: number;
  id: string;
  /** What its columns hold, from `kind` to `status`. */
  columns: (string | number | null)[];
  excerpt: string;
  excerptStart: number;
  /** The JSON of the body, as far as its actors. */
  body: string;
  actors: { localId: string; part: Part }[];
  /** Folded, a space between. */
  words: string;
  conditions: ConditionDraft[];
}

/** A condition before its actor has a key. */
export interface ConditionDraft {
  id: string;
  type: string;
  trigger: string;
  connective: string;
  state: string;
  /** The article's id of the actor who must act. */
  actor: string | null;
}

/** What is written of an article beside its record. */
export interface ArticleRows {
  actors: ActorDraft[];
  entries: EntryDraft[];
}

/** An excerpt is shown, not kept whole: the article has the rest. */
const LONGEST_EXCERPT = 2000;

/** Entries worked out in one turn: some milliseconds. */
const PROJECTED = 200;

/** The rows of a reading; `lineageId` is where its nameless actors belong. */
export async function projectRows(
  reading: DecidedReading,
  lineageId: string,
): Promise<ArticleRows> {
  const entries: EntryDraft[] = [];
  for (const draft of projectRecord(reading)) {
    entries.push(draft);
    if (entries.length % PROJECTED === 0) await yieldTurn();
  }
  return { actors: describeActors(reading.record, lineageId), entries };
}

/** The rows of a reading, one by one. */
export function* projectRecord(reading: DecidedReading): Generator<EntryDraft> {
  const { record } = reading;
  const names = new Map(record.actors.map(({ id, name }) => [id, name]));
  const statements = new Map(record.statements.map((statement) => [statement.id, statement]));
  for (const entry of listRecordEntries(record)) {
    const spans = Object.values(spansByField(entry)).flat();
    const actors = findParts(entry);
    const speakers = actors.map(({ localId }) => names.get(localId) ?? '');
    const said =
      entry.kind === 'statement'
        ? entry.value.saidOn
        : statements.get(entry.value.statement ?? '')?.saidOn;
    yield {
      day: dayOf(said?.from ?? record.article.publishedOn),
      id: entry.value.id,
      columns: columnsOf(entry, reading, said),
      ...excerptOf(record.article.text, spans),
      body: bodyOf(entry, reading),
      actors,
      words: foldWords(
        [
          ...new Set(speakers),
          ...spans.map(([start, end]) => record.article.text.slice(start, end)),
        ].join(' '),
      ).join(' '),
      ...conditionsOf(entry, reading),
    };
  }
}

/** The columns that need no key, in the table's order. */
export const DRAFTED = [
  'kind',
  'id',
  'form',
  'act',
  'stance',
  'basis',
  'said_from',
  'said_to',
  'outlet',
  'score',
  'review',
  'status',
  'rule',
] as const;

function columnsOf(
  entry: RecordEntry,
  { record, marks, statuses }: DecidedReading,
  said: { from: string; to: string } | undefined,
): EntryDraft['columns'] {
  const { value } = entry;
  const isStatement = entry.kind === 'statement';
  const columns: Pick<EntryTable, (typeof DRAFTED)[number]> = {
    kind: entry.kind,
    id: value.id,
    form: isStatement ? entry.value.kind : null,
    act: isStatement ? entry.value.act : null,
    stance: isStatement ? null : entry.value.stance,
    basis: isStatement ? null : entry.value.basis,
    said_from: said?.from ?? null,
    said_to: said?.to ?? null,
    outlet: record.article.publisher ?? null,
    score: value.score,
    review: marks.get(value.id)?.review ?? 'open',
    status: statuses.get(value.id) ?? null,
    rule: value.rule,
  };
  return DRAFTED.map((column) => columns[column]);
}

function excerptOf(text: string, spans: readonly Span[]) {
  if (spans.length === 0) return { excerpt: '', excerptStart: 0 };
  let start = text.length;
  let end = 0;
  for (const span of spans) {
    start = Math.min(start, span[0]);
    end = Math.max(end, span[1]);
  }
  return {
    excerpt: text.slice(start, Math.min(end, start + LONGEST_EXCERPT)),
    excerptStart: start,
  };
}

/** Who has which part; an actor may have several. */
function findParts(entry: RecordEntry): { localId: string; part: Part }[] {
  if (entry.kind === 'statement') {
    const { speaker } = entry.value;
    return speaker === undefined ? [] : [{ localId: speaker, part: 'speaker' }];
  }
  const { parties, assertedBy, counterparties } = entry.value;
  return [
    ...[...new Set(parties)].map((localId) => ({ localId, part: 'party' }) as const),
    ...(assertedBy === undefined ? [] : [{ localId: assertedBy, part: 'asserter' } as const]),
    ...[...new Set(counterparties)].map((localId) => ({ localId, part: 'counterparty' }) as const),
  ];
}

/** The body's JSON without its end: whoever knows the keys of the actors adds them (`closeBody`). */
function bodyOf(entry: RecordEntry, { conditionMarks, evidence }: DecidedReading): string {
  const body: Omit<EntryBody, 'actors'> = { value: entry.value };
  const linked = evidence.get(entry.value.id);
  if (linked !== undefined) body.evidence = linked;
  for (const { id } of entry.kind === 'commitment' ? entry.value.conditions : []) {
    const mark = conditionMarks.get(id);
    if (mark !== undefined) body.conditionMarks = { ...body.conditionMarks, [id]: mark };
  }
  return JSON.stringify(body).slice(0, -1);
}

/** The whole body, as it is stored. */
export const closeBody = (body: string, actors: EntryBody['actors']): string =>
  `${body},"actors":${JSON.stringify(actors)}}`;

function conditionsOf(entry: RecordEntry, { conditionMarks }: DecidedReading) {
  const conditions = entry.kind === 'commitment' ? entry.value.conditions : [];
  return {
    conditions: conditions.map(({ id, type, trigger, connective, actor }) => ({
      id,
      type,
      trigger,
      connective,
      state: conditionMarks.get(id)?.state ?? 'open',
      actor: actor ?? null,
    })),
  };
}
