/**
 * Positions of each party over time, and the shifts between them. Reports of one day are one
 * position; each is compared with the last comparable one before it, and a condition that an
 * earlier position already had is not "added" because one report left it out.
 * @module
 */
import { type ArticleRecord, BASES, type Position, type Shift } from '@onrecord/record';
import type { EntryContext } from '../board/describe-entry.ts';
import { ConditionKeys } from '../board/resolve-conditions.ts';
import { matchMatter } from '../matter/match-matter.ts';
import { moveDate } from '../matter/move-date.ts';
import { latestVersions } from '../party/latest-versions.ts';
import { resolveOrigins } from '../party/resolve-origins.ts';
import { type PartyOptions, resolveParties } from '../party/resolve-parties.ts';
import { comparePositions } from './compare-positions.ts';
import { type DraftPosition, describeDenial, describePositions } from './describe-position.ts';

/** Options of `findShifts` and `listPositions`. */
export interface ShiftOptions extends PartyOptions {
  /** Only parties whose key or name this is. */
  party?: string;
  /** Also tell pairs on one matter that cannot be compared, with the reason. Default no. */
  showNotComparable?: boolean;
}

const isWantedParty = (draft: DraftPosition, wanted: string | undefined): boolean =>
  wanted === undefined ||
  draft.party.key === wanted ||
  draft.party.name.toLowerCase() === wanted.toLowerCase();

function describeAll(all: readonly ArticleRecord[], options: ShiftOptions): DraftPosition[] {
  const records = latestVersions(all);
  const originOf = options.originOf ?? resolveOrigins(records);
  const context: EntryContext = {
    parties: resolveParties(records, { ...options, originOf }),
    originOf,
    keys: new ConditionKeys(),
    states: {},
  };
  const drafts: DraftPosition[] = [];
  for (const record of records) {
    for (const commitment of record.commitments)
      drafts.push(...describePositions(record, commitment, context));
    for (const statement of record.statements) {
      const denial = describeDenial(record, statement, context);
      if (denial !== null) drafts.push(denial);
    }
  }
  return drafts
    .filter((draft) => isWantedParty(draft, options.party))
    .sort((left, right) => compareDays(left, right));
}

function compareDays(left: DraftPosition, right: DraftPosition): number {
  const [a, b] = [left.days?.to ?? '9999', right.days?.to ?? '9999'];
  return a < b ? -1 : a > b ? 1 : 0;
}

const positionOf = (draft: DraftPosition, matter: string): Position => {
  const position: Position = {
    party: draft.party,
    matter,
    stance: draft.stance,
    basis: draft.basis,
    evidence: draft.evidence,
  };
  if (draft.days !== null) position.saidOn = draft.days;
  if (draft.assertedBy !== undefined) position.assertedBy = draft.assertedBy;
  return position;
};

/** One party on one matter, the drafts in the order of time. */
interface Line {
  matter: string;
  drafts: DraftPosition[];
}

/** Lines of positions on one matter: a position joins the line whose latest it is about. */
function gatherLines(drafts: readonly DraftPosition[]): Line[] {
  const lines: Line[] = [];
  const byWord = new Map<string, Set<Line>>();
  for (const draft of drafts) {
    const places = [...draft.matter.keys].map((key) => `${draft.party.key}|${key}`);
    const candidates = new Set(places.flatMap((place) => [...(byWord.get(place) ?? [])]));
    const line = [...candidates].find((one) =>
      one.drafts.some((other) => matchMatter(other.matter, draft.matter).kind === 'same'),
    ) ?? { matter: draft.action, drafts: [] };
    if (line.drafts.length === 0) lines.push(line);
    line.drafts.push(draft);
    for (const place of places) byWord.set(place, (byWord.get(place) ?? new Set()).add(line));
  }
  return lines;
}

/** The positions of each party on each matter, one list a matter, in the order of time. */
export const gatherPositions = (
  records: readonly ArticleRecord[],
  options: ShiftOptions = {},
): DraftPosition[][] => gatherLines(describeAll(records, options)).map((line) => line.drafts);

/** List the positions of each party on each matter, in the order of time. */
export function listPositions(
  records: readonly ArticleRecord[],
  options: ShiftOptions = {},
): Position[] {
  return gatherLines(describeAll(records, options)).flatMap((line) =>
    line.drafts.map((draft) => positionOf(draft, line.matter)),
  );
}

/** Find the shifts of each party on each matter, the earliest first. */
export function findShifts(records: readonly ArticleRecord[], options: ShiftOptions = {}): Shift[] {
  return gatherLines(describeAll(records, options)).flatMap((line) => findInLine(line, options));
}

/** Days within which reports are taken for reports of one occasion. */
const ONE_OCCASION_DAYS = 2;

/** The nearest occasion first; of one occasion the party's own words, then what says most. */
function nearestFirst(left: DraftPosition, right: DraftPosition): number {
  const [a, b] = [left.days?.to ?? '', right.days?.to ?? ''];
  if (a !== '' && b !== '') {
    if (moveDate(b, ONE_OCCASION_DAYS) < a) return -1;
    if (moveDate(a, ONE_OCCASION_DAYS) < b) return 1;
  } else if (a !== b) return a > b ? -1 : 1;
  return (
    BASES.indexOf(left.basis) - BASES.indexOf(right.basis) ||
    right.conditions.length - left.conditions.length ||
    (a > b ? -1 : a < b ? 1 : 0)
  );
}

function findInLine(line: Line, options: ShiftOptions): Shift[] {
  const shifts: Shift[] = [];
  for (const [index, later] of line.drafts.entries()) {
    const before = line.drafts.slice(0, index).sort(nearestFirst);
    const known = new Set(before.flatMap((one) => one.conditions.map((chip) => chip.key)));
    let told: Shift | null = null;
    for (const earlier of before) {
      // A reprint says nothing new.
      if (earlier.evidence.originId === later.evidence.originId && isOneDay(earlier, later))
        continue;
      const comparison = comparePositions(earlier, withKnownConditions(later, known, earlier));
      const shift: Shift = {
        party: later.party,
        matter: line.matter,
        earlier: positionOf(earlier, line.matter),
        later: positionOf(later, line.matter),
        comparison,
      };
      if (comparison.kind === 'shift') {
        told = shift;
        break;
      }
      if (told === null && comparison.reason !== 'different-action') told = shift;
    }
    if (told === null) continue;
    if (told.comparison.kind === 'shift' || options.showNotComparable) shifts.push(told);
  }
  return shifts;
}

const isOneDay = (left: DraftPosition, right: DraftPosition): boolean =>
  left.days === null || right.days === null || right.days.from <= left.days.to;

/**
 * A condition that any earlier position of the line had (`known`) is not new: the one before was
 * silent.
 */
function withKnownConditions(
  later: DraftPosition,
  known: ReadonlySet<string>,
  earlier: DraftPosition,
): DraftPosition {
  const isNew = ({ key }: DraftPosition['conditions'][number]) =>
    !known.has(key) || earlier.conditions.some((chip) => chip.key === key);
  if (later.conditions.every(isNew)) return later;
  return { ...later, conditions: later.conditions.filter(isNew) };
}
