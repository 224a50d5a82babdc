/**
 * A reading with its decisions, as rows to be searched: one for each statement and commitment,
 * with what is filtered in columns, the words to be found, its actors and conditions. Pure.
 * @module
 */
import type { Commitment, Span, Statement } from '@onrecord/record';
import type { DecidedReading } from '../decision/apply-decisions.ts';
import { listRecordEntries, type RecordEntry, spansByField } from '../decision/describe-words.ts';
import type { ConditionMark, Evidence, Part } from '../ledger.ts';
import { foldWords } from '../search/fold-words.ts';
import { dayOf } from '../store/entry-key.ts';
import type { EntryTable } from '../store/schema.ts';

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
  row: Omit<EntryTable, 'seq' | 'article_seq' | 'actor_seqs' | 'body'>;
  body: Omit<EntryBody, 'actors'>;
  actors: { localId: string; part: Part }[];
  words: string[];
  conditions: { id: string; type: string; trigger: string; connective: string; state: string }[];
  /** By condition, the article's id of the actor who must act. */
  conditionActors: (string | null)[];
}

/** An excerpt is shown, not kept whole: the article has the rest. */
const LONGEST_EXCERPT = 2000;

/** The rows of a reading, one by one: a book's worth would hold up the event loop. */
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
      row: {
        ...columnsOf(entry, reading),
        ...excerptOf(record.article.text, spans),
        ...saidOf(said),
      },
      body: bodyOf(entry, reading),
      actors,
      words: foldWords(
        [
          ...new Set(speakers),
          ...spans.map(([start, end]) => record.article.text.slice(start, end)),
        ].join(' '),
      ),
      ...conditionsOf(entry, reading),
    };
  }
}

const saidOf = (said: { from: string; to: string } | undefined) => ({
  said_from: said?.from ?? null,
  said_to: said?.to ?? null,
});

function columnsOf(entry: RecordEntry, { record, marks, statuses }: DecidedReading) {
  const { value } = entry;
  const isStatement = entry.kind === 'statement';
  return {
    kind: entry.kind,
    id: value.id,
    form: isStatement ? entry.value.kind : null,
    act: isStatement ? entry.value.act : null,
    stance: isStatement ? null : entry.value.stance,
    basis: isStatement ? null : entry.value.basis,
    outlet: record.article.publisher ?? null,
    score: value.score,
    review: marks.get(value.id)?.review ?? 'open',
    status: statuses.get(value.id) ?? null,
    rule: value.rule,
  };
}

function excerptOf(text: string, spans: readonly Span[]) {
  if (spans.length === 0) return { excerpt: '', excerpt_start: 0 };
  let start = text.length;
  let end = 0;
  for (const span of spans) {
    start = Math.min(start, span[0]);
    end = Math.max(end, span[1]);
  }
  return {
    excerpt: text.slice(start, Math.min(end, start + LONGEST_EXCERPT)),
    excerpt_start: start,
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

function bodyOf(entry: RecordEntry, { conditionMarks, evidence }: DecidedReading) {
  const body: Omit<EntryBody, 'actors'> = { value: entry.value };
  const linked = evidence.get(entry.value.id);
  if (linked !== undefined) body.evidence = linked;
  for (const { id } of entry.kind === 'commitment' ? entry.value.conditions : []) {
    const mark = conditionMarks.get(id);
    if (mark !== undefined) body.conditionMarks = { ...body.conditionMarks, [id]: mark };
  }
  return body;
}

function conditionsOf(entry: RecordEntry, { conditionMarks }: DecidedReading) {
  const conditions = entry.kind === 'commitment' ? entry.value.conditions : [];
  return {
    conditions: conditions.map(({ id, type, trigger, connective }) => ({
      id,
      type,
      trigger,
      connective,
      state: conditionMarks.get(id)?.state ?? 'open',
    })),
    conditionActors: conditions.map(({ actor }) => actor ?? null),
  };
}
