/**
 * The board: party × stance over a set of records, with three blanks kept apart and every
 * condition with what hangs on it. Pure: the same records and options give the same board,
 * whether they come from files or from a ledger.
 * @module
 */
import {
  type ArticleRecord,
  type Board,
  type BoardCell,
  type BoardCondition,
  type BoardEntry,
  type BoardRow,
  type ConditionState,
  type DateRange,
  type Evidence,
  type Party,
  STANCES,
  type Stance,
} from '@onrecord/record';
import { unitKey } from '../matter/describe-amount.ts';
import { matchMatter } from '../matter/match-matter.ts';
import { describeEvidence } from '../party/describe-evidence.ts';
import { latestVersions } from '../party/latest-versions.ts';
import { resolveOrigins } from '../party/resolve-origins.ts';
import { type Parties, type PartyOptions, resolveParties } from '../party/resolve-parties.ts';
import { describeEntries } from './describe-entry.ts';
import { type DraftEntry, mergeEntries } from './merge-entries.ts';
import { ConditionKeys, type ConditionStates, findState } from './resolve-conditions.ts';

/** When a state came to be, and the words that tell it. */
export interface StateEvidence {
  since?: string;
  evidence: Evidence[];
}

/** The state that a person gave one condition. */
export interface ConditionDecision extends StateEvidence {
  state: ConditionState;
}

/** Options of `assembleBoard`. */
export interface BoardOptions extends PartyOptions {
  question?: string;
  /** What is known of conditions, by key, type or words of the trigger. */
  states?: ConditionStates;
  /** When and by which words a state came to be, by the condition's key. */
  stateEvidence?: Readonly<Record<string, StateEvidence>>;
  /** What people decided on single conditions, by the condition's id: it holds for all of its key. */
  conditionMarks?: ReadonlyMap<string, ConditionDecision>;
  /** The origin of each article, by article id; without it reprints are found by their sentences. */
  originOf?: ReadonlyMap<string, string>;
  /** Whether a commitment belongs on the board; without it all do. */
  isWanted?: (commitmentId: string) => boolean;
  /** Parties that get a row even when nothing was found. */
  watched?: readonly Party[];
}

/** Stances that say yes in some measure: their blanks tell of refusals. */
const POSITIVE: ReadonlySet<Stance> = new Set(['commits', 'offers', 'considers', 'accepts']);
const NEGATIVE: ReadonlySet<Stance> = new Set(['refuses', 'rejects']);

/** Assemble the board of a set of records. */
export function assembleBoard(all: readonly ArticleRecord[], options: BoardOptions = {}): Board {
  const records = latestVersions(all);
  const originOf = options.originOf ?? resolveOrigins(records);
  const parties = resolveParties(records, { ...options, originOf });
  const context = {
    ...{ parties, originOf, keys: new ConditionKeys(), states: options.states ?? {} },
    keyOf: new Map<string, string>(),
  };
  const drafts = new Map<string, DraftEntry[]>();
  for (const record of records)
    for (const commitment of record.commitments) {
      if (options.isWanted?.(commitment.id) === false) continue;
      for (const draft of describeEntries(record, commitment, context))
        pushTo(drafts, draft.entry.party.key, draft);
    }
  const stateEvidence = applyMarks([...drafts.values()].flat(), context.keyOf, options);
  const declined = findDeclined(records, parties, originOf);
  const owners = new Map<string, Party>();
  for (const [key, own] of drafts) owners.set(key, own[0]?.entry.party as Party);
  for (const { party } of declined.values()) owners.set(party.key, party);
  for (const party of options.watched ?? []) owners.set(party.key, owners.get(party.key) ?? party);
  const between = rangeOf(records);
  const rows = [...owners.values()].map((party) =>
    assembleRow(party, drafts.get(party.key) ?? [], declined.get(party.key)?.evidence),
  );
  rows.sort((left, right) => countOf(right) - countOf(left) || compare(left, right));
  const board: Board = {
    articleCount: records.length,
    originCount: new Set(records.map((one) => originOf.get(one.article.id) ?? one.article.id)).size,
    stances: [...STANCES],
    rows,
    conditions: listConditions(rows, stateEvidence, context.keyOf),
  };
  if (options.question !== undefined) board.question = options.question;
  if (between !== undefined) board.between = between;
  return board;
}

/**
 * Decided states go to every condition of the same key; states handed in by name win over them.
 * @returns when and by which words each key's state came to be
 */
function applyMarks(
  drafts: readonly DraftEntry[],
  keyOf: ReadonlyMap<string, string>,
  options: BoardOptions,
): Record<string, StateEvidence> {
  const byKey = new Map<string, ConditionDecision>();
  for (const [id, mark] of options.conditionMarks ?? []) {
    const key = keyOf.get(id);
    const known = key === undefined ? undefined : byKey.get(key);
    if (key !== undefined && (known?.since ?? '') <= (mark.since ?? '')) byKey.set(key, mark);
  }
  for (const chip of drafts.flatMap((draft) => draft.entry.conditions)) {
    const mark = byKey.get(chip.key);
    if (mark !== undefined && findState(options.states ?? {}, chip) === null)
      chip.state = mark.state;
  }
  return { ...Object.fromEntries(byKey), ...options.stateEvidence };
}

const pushTo = <T>(lists: Map<string, T[]>, key: string, value: T): void => {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
};

const countOf = (row: BoardRow): number =>
  row.cells.reduce((sum, cell) => sum + cell.entries.length, 0);
const compare = (left: BoardRow, right: BoardRow): number =>
  left.party.name < right.party.name ? -1 : 1;

function rangeOf(records: readonly ArticleRecord[]): DateRange | undefined {
  const dates = records
    .map((record) => record.article.publishedOn ?? '')
    .filter(Boolean)
    .sort();
  const [from, to] = [dates[0], dates[dates.length - 1]];
  return from === undefined || to === undefined ? undefined : { from, to };
}

/** Who was asked and did not answer, with the words. */
function findDeclined(
  records: readonly ArticleRecord[],
  parties: Parties,
  originOf: ReadonlyMap<string, string>,
): Map<string, { party: Party; evidence: Evidence[] }> {
  const declined = new Map<string, { party: Party; evidence: Evidence[] }>();
  for (const record of records)
    for (const statement of record.statements) {
      if (statement.act !== 'declines' || statement.speaker === undefined) continue;
      const party = parties.findBound(record, statement.speaker);
      if (party === null) continue;
      const known = declined.get(party.key) ?? { party, evidence: [] };
      const spans = [...statement.source, ...statement.cue, ...statement.content];
      const origin = originOf.get(record.article.id) ?? record.article.id;
      known.evidence.push(describeEvidence(record, origin, { spans, statementId: statement.id }));
      declined.set(party.key, known);
    }
  return declined;
}

const newestFirst = (left: BoardEntry, right: BoardEntry): number => {
  const [a, b] = [left.saidOn?.to ?? '', right.saidOn?.to ?? ''];
  return a > b ? -1 : a < b ? 1 : left.id < right.id ? -1 : 1;
};

function assembleRow(
  party: Party,
  drafts: readonly DraftEntry[],
  declined: Evidence[] | undefined,
): BoardRow {
  const merged = STANCES.flatMap((stance) =>
    mergeEntries(drafts.filter((draft) => draft.entry.stance === stance)),
  );
  markSuperseded(merged);
  // Who says yes to one thing and no to another has not refused: its no stands in its own column.
  const isYes = merged.some(({ entry }) => POSITIVE.has(entry.stance));
  const isNo = !isYes && merged.some(({ entry }) => NEGATIVE.has(entry.stance));
  const cells = STANCES.map((stance): BoardCell => {
    const entries = merged.map((one) => one.entry).filter((entry) => entry.stance === stance);
    if (entries.length > 0) return { stance, entries: entries.sort(newestFirst) };
    if (isNo && POSITIVE.has(stance)) return { stance, entries, blank: 'refused' };
    return { stance, entries, blank: declined === undefined ? 'nothing-found' : 'declined' };
  });
  return declined === undefined ? { party, cells } : { party, cells, declined };
}

/** Reports by others or by nobody named do not replace what a party said itself. */
const OWN_BASES: ReadonlySet<BoardEntry['basis']> = new Set([
  'own-words',
  'own-paraphrase',
  'outlet',
]);
/** Stances that one matter can go through; demands and threats live beside them. */
const SUCCESSIVE: ReadonlySet<Stance> = new Set([...POSITIVE, ...NEGATIVE]);

/** An entry gives way to a later one of the party on the same matter. */
function markSuperseded(merged: readonly DraftEntry[]): void {
  for (const earlier of merged) {
    if (!SUCCESSIVE.has(earlier.entry.stance)) continue;
    let latest: DraftEntry | undefined;
    for (const later of merged) {
      if (!canReplace(earlier, later)) continue;
      if (latest !== undefined && (latest.entry.saidOn?.to ?? '') >= (later.entry.saidOn?.to ?? ''))
        continue;
      if (matchMatter(earlier.matter, later.matter).kind === 'same') latest = later;
    }
    if (latest !== undefined) earlier.entry.supersededBy = latest.entry.id;
  }
}

const canReplace = (earlier: DraftEntry, later: DraftEntry): boolean =>
  earlier !== later &&
  SUCCESSIVE.has(later.entry.stance) &&
  OWN_BASES.has(later.entry.basis) &&
  earlier.days !== null &&
  later.days !== null &&
  earlier.days.to < later.days.from &&
  isOneMeasure(earlier.entry, later.entry);

/** "100 observers and no soldiers" says nothing of how many soldiers go. */
function isOneMeasure(earlier: BoardEntry, later: BoardEntry): boolean {
  const [left, right] = [earlier.amount?.unit, later.amount?.unit];
  return left === undefined || right === undefined || unitKey(left) === unitKey(right);
}

function listConditions(
  rows: readonly BoardRow[],
  known: Readonly<Record<string, StateEvidence>>,
  keyOf: ReadonlyMap<string, string>,
): BoardCondition[] {
  const conditions = new Map<string, BoardCondition>();
  for (const row of rows)
    for (const entry of row.cells.flatMap((cell) => cell.entries))
      for (const { key, trigger, quote, type, state } of entry.conditions) {
        const condition = conditions.get(key) ?? {
          ...{ key, trigger, quote, type, state, entryIds: [], conditionIds: [] },
          evidence: known[key]?.evidence ?? [],
          ...(known[key]?.since === undefined ? {} : { since: known[key].since }),
        };
        if (!condition.entryIds.includes(entry.id)) condition.entryIds.push(entry.id);
        conditions.set(key, condition);
      }
  for (const [id, key] of keyOf) conditions.get(key)?.conditionIds.push(id);
  return [...conditions.values()].sort(
    (left, right) =>
      right.entryIds.length - left.entryIds.length || (left.key < right.key ? -1 : 1),
  );
}
