/**
 * Decisions applied to a reading. A decision finds its target by the entry's id; in another
 * version of the article, by words that are the same in every field and stand there once. What
 * finds no target is an orphan: never dropped, never moved silently.
 * @module
 */
import type { ArticleRecord } from '@onrecord/record';
import { findProblems } from '@onrecord/record/decode';
import type { ConditionMark, Evidence } from '../ledger.ts';
import type { Decided, Decision, DecisionWords, Mark } from './decision.ts';
import { describeWords, listRecordEntries, type RecordEntry } from './describe-words.ts';

/** A reading with the decisions of people in it. */
export interface DecidedReading {
  /** With edits; rejected entries are still there. */
  record: ArticleRecord;
  marks: Map<string, Mark>;
  conditionMarks: Map<string, ConditionMark>;
  statuses: Map<string, string>;
  evidence: Map<string, Evidence[]>;
  orphans: Decided[];
}

/** Fields whose values hold no spans and no ids, so that an edit fits another version too. */
const PLAIN_FIELDS = new Set(['kind', 'act', 'stance', 'basis', 'role', 'repeated']);

/**
 * The decisions that hold, in their order: undone ones and the undoings are left out.
 * An undoing that was itself undone does not count.
 */
export function findActive(decisions: readonly Decided[]): Decided[] {
  const undone = findUndone(decisions);
  return decisions.filter(({ id, decision }) => decision.kind !== 'undo' && !undone.has(id));
}

/** Ids of decisions that do not hold, each with the decision that undid it. */
export function findUndone(decisions: readonly Decided[]): Map<string, string> {
  const undone = new Map<string, string>();
  for (const { id, decision } of [...decisions].reverse())
    if (decision.kind === 'undo' && !undone.has(id)) undone.set(decision.decisionId, id);
  return undone;
}

/** Apply the decisions on an article (all of its lineage's, oldest first) to a reading of it. */
export function applyDecisions(
  record: ArticleRecord,
  decisions: readonly Decided[],
): DecidedReading {
  if (decisions.length === 0) return readingOf(record);
  const active = findActive(decisions);
  const reading = readingOf(structuredClone(record));
  const targets = new Targets(reading.record);
  const moves = new Map<string, string>();
  for (const { decision } of active)
    if (decision.kind === 'move') moves.set(decision.decisionId, decision.targetId);
  for (const decided of active) {
    if (decided.decision.kind === 'move') continue;
    const moved = moves.get(decided.id);
    const target = targets.find(moved === undefined ? decided : movedTo(decided, moved));
    if (target === null || !applyOne(reading, decided, target)) reading.orphans.push(decided);
  }
  return reading;
}

/** A reading on which nobody decided anything. */
export const readingOf = (record: ArticleRecord): DecidedReading => ({
  record,
  marks: new Map(),
  conditionMarks: new Map(),
  statuses: new Map(),
  evidence: new Map(),
  orphans: [],
});

/** The same decision about another target, which it then finds by its id. */
function movedTo(decided: Decided, targetId: string): Decided {
  const { decision } = decided;
  const field = decision.kind === 'set-condition' ? 'conditionId' : 'entryId';
  return { ...decided, decision: { ...decision, [field]: targetId } as Decision };
}

/** What a decision is about: an entry, and perhaps one of its conditions. */
export interface Target {
  entry: RecordEntry;
  conditionId?: string;
  /** How it was found. */
  by: 'id' | 'words';
}

/** The entries of a reading, by id and by words. */
export class Targets {
  readonly #record: ArticleRecord;
  readonly #byId = new Map<string, Target>();
  #byWords: Map<string, Target[]> | undefined;

  constructor(record: ArticleRecord) {
    this.#record = record;
    for (const entry of listRecordEntries(record)) {
      this.#byId.set(entry.value.id, { entry, by: 'id' });
      for (const condition of entry.kind === 'commitment' ? entry.value.conditions : [])
        this.#byId.set(condition.id, { entry, conditionId: condition.id, by: 'id' });
    }
  }

  /** @returns null when nothing in the reading is what the decision was about */
  find(decided: Decided): Target | null {
    const id = targetIdOf(decided.decision);
    const found = id === null ? undefined : this.#byId.get(id);
    if (found !== undefined) return found;
    if (decided.articleId === this.#record.article.id || decided.words === undefined) return null;
    this.#byWords ??= this.#indexWords();
    const alike = this.#byWords.get(JSON.stringify(decided.words)) ?? [];
    return alike.length === 1 ? (alike[0] ?? null) : null;
  }

  #indexWords(): Map<string, Target[]> {
    const index = new Map<string, Target[]>();
    const { text } = this.#record.article;
    const add = (words: DecisionWords, target: Target): void => {
      const key = JSON.stringify(words);
      index.set(key, [...(index.get(key) ?? []), target]);
    };
    for (const entry of listRecordEntries(this.#record)) {
      const words = describeWords(text, entry);
      add(words, { entry, by: 'words' });
      for (const condition of entry.kind === 'commitment' ? entry.value.conditions : []) {
        const cut = text.slice(...condition.span);
        add({ ...words, condition: cut }, { entry, conditionId: condition.id, by: 'words' });
      }
    }
    return index;
  }
}

/** The id of what a decision on an entry or condition is about; null for decisions on actors. */
export function targetIdOf(decision: Decided['decision']): string | null {
  if ('entryId' in decision) return decision.entryId;
  return decision.kind === 'set-condition' ? decision.conditionId : null;
}

/** @returns false when it does not fit after all */
function applyOne(reading: DecidedReading, decided: Decided, target: Target): boolean {
  const { decision } = decided;
  const { id } = target.entry.value;
  switch (decision.kind) {
    case 'accept':
    case 'reject':
      mark(reading, id, decided);
      return true;
    case 'edit': {
      const fits = target.by === 'id' || PLAIN_FIELDS.has(decision.field);
      if (!fits || editEntry(reading.record, target.entry, decision).length > 0) return false;
      mark(reading, id, decided);
      return true;
    }
    case 'set-condition':
      if (target.conditionId === undefined) return false;
      reading.conditionMarks.set(target.conditionId, {
        state: decision.state,
        ...(decision.on === undefined ? {} : { on: decision.on }),
        ...(decision.evidence === undefined ? {} : { evidence: decision.evidence }),
        decisionId: decided.id,
      });
      return true;
    case 'set-status':
      reading.statuses.set(id, decision.status);
      if (decision.evidence !== undefined) addEvidence(reading, id, decision.evidence);
      mark(reading, id, decided);
      return true;
    case 'link-evidence':
      addEvidence(reading, id, decision.evidence);
      mark(reading, id, decided);
      return true;
    default:
      return true;
  }
}

function addEvidence(reading: DecidedReading, entryId: string, evidence: Evidence): void {
  reading.evidence.set(entryId, [...(reading.evidence.get(entryId) ?? []), evidence]);
}

function mark(reading: DecidedReading, entryId: string, { id, decision }: Decided): void {
  const before = reading.marks.get(entryId);
  const next: Mark = before ?? { review: 'open', editedFields: [], decisionIds: [] };
  next.decisionIds.push(id);
  if (decision.kind === 'edit') {
    if (!next.editedFields.includes(decision.field)) next.editedFields.push(decision.field);
    next.review = 'edited';
  } else if (decision.kind === 'reject') {
    next.review = 'rejected';
    next.reason = decision.reason;
  } else if (decision.kind === 'accept') {
    next.review = next.editedFields.length > 0 ? 'edited' : 'accepted';
    delete next.reason;
  }
  reading.marks.set(entryId, next);
}

/** Fields that a person may put right; ids, rules and scores are the machine's. */
const EDITABLE: Readonly<Record<RecordEntry['kind'], ReadonlySet<string>>> = {
  statement: new Set([
    'kind',
    'act',
    'source',
    'cue',
    'content',
    'speaker',
    'addressee',
    'occasion',
    'saidOn',
    'hedges',
  ]),
  commitment: new Set([
    'stance',
    'parties',
    'party',
    'assertedBy',
    'basis',
    'role',
    'cue',
    'action',
    'counterparties',
    'counterparty',
    'conditions',
    'exceptions',
    'deadline',
    'quantity',
    'hedges',
    'repeated',
    'outcome',
  ]),
};

/**
 * Put a field of an entry right, in place.
 * @returns what speaks against it; the entry is then as it was
 */
export function editEntry(
  record: ArticleRecord,
  entry: RecordEntry,
  edit: { field: string; value: unknown },
): string[] {
  if (!EDITABLE[entry.kind].has(edit.field))
    return [`${edit.field} is no field of a ${entry.kind} that can be edited`];
  const value = entry.value as unknown as Record<string, unknown>;
  const { [edit.field]: before } = value;
  const hadField = edit.field in value;
  if (edit.value === null) delete value[edit.field];
  else value[edit.field] = structuredClone(edit.value);
  const problems = findProblems(record).map(({ path, message }) => `${path}: ${message}`);
  if (problems.length === 0) return [];
  if (hadField) value[edit.field] = before;
  else delete value[edit.field];
  return problems;
}
