/**
 * Reports of one position become one entry: the same party, stance and matter, with the same
 * conditions and amount. A later report that leaves the condition out joins the entry that has it
 * (silence is no waiver); one that waives it ("whether or not") stands alone.
 * @module
 */
import type { Amount, BoardEntry, DateRange } from '@onrecord/record';
import { BASES } from '@onrecord/record';
import { unitKey } from '../matter/describe-amount.ts';
import { foldMatter, type Matter } from '../matter/fold-matter.ts';
import { matchMatter } from '../matter/match-matter.ts';

/** An entry on its way to the board. */
export interface DraftEntry {
  entry: BoardEntry;
  /** What the action is about. */
  matter: Matter;
  /** The words say that a condition no longer counts. */
  isWaiving: boolean;
  /** When it may have been taken; null where the text looks back. */
  days: DateRange | null;
}

/** "whether or not there is a ceasefire", "even without Breland" */
const WAIVER =
  /\b(whether or not|regardless of|irrespective of|even if|even without|with or without|no matter (?:what|whether|how|who)|unconditionally|without (?:any )?conditions?|(?:dropp?(?:ed|ing)|given up|waived?|waiving) (?:the|its|his|her|their|a|that) condition|no longer (?:depends?|insists?|makes? .{0,40} conditional)|did not repeat the condition)\b/i;

/** Whether a sentence waives a condition in so many words. */
export const isWaiver = (sentence: string): boolean => WAIVER.test(sentence);

/** Letters looked at around a commitment for its sentence. */
const LOOK_AROUND = 400;

/** The sentence around a stretch of text, by full stops and line ends. */
export function sentenceAround(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - LOOK_AROUND), start);
  const after = text.slice(end, end + LOOK_AROUND);
  const from = Math.max(
    ...['. ', '? ', '! ', '\n', '." ', '.” '].map((stop) => before.lastIndexOf(stop)),
  );
  const to = after.search(/[.?!]["”]?(\s|$)|\n/);
  return `${from < 0 ? before : before.slice(from + 1)}${text.slice(start, end)}${to < 0 ? after : after.slice(0, to + 1)}`;
}

/** The matter of an action, its numbers and outer words apart. */
export const foldAction = (action: string): Matter => foldMatter(action);

const conditionKeys = (entry: BoardEntry): string =>
  [...new Set(entry.conditions.map((chip) => chip.key))].sort().join('|');

const isSameAmount = (left?: Amount, right?: Amount): boolean =>
  left === undefined ||
  right === undefined ||
  (unitKey(left.unit) === unitKey(right.unit) && left.from === right.from && left.to === right.to);

function isOnePosition(left: DraftEntry, right: DraftEntry): boolean {
  const keys = conditionKeys(left.entry);
  const others = conditionKeys(right.entry);
  const isSilent = (keys === '' && !left.isWaiving) || (others === '' && !right.isWaiving);
  if (keys !== others && !isSilent) return false;
  if (left.isWaiving !== right.isWaiving && keys !== others) return false;
  if (!isSameAmount(left.entry.amount, right.entry.amount)) return false;
  return matchMatter(left.matter, right.matter).kind === 'same';
}

const ladder = (entry: BoardEntry): number => BASES.indexOf(entry.basis);

/** Whether the days of two entries lie apart: the position was taken again. */
function isOnOtherDay(left: BoardEntry, right: BoardEntry): boolean {
  if (left.saidOn === undefined || right.saidOn === undefined) return false;
  return left.saidOn.to < right.saidOn.from || right.saidOn.to < left.saidOn.from;
}

/** Join a report to an entry: the stronger basis speaks, every report counts. */
function joinEntry(into: DraftEntry, other: DraftEntry): void {
  const stronger = ladder(other.entry) < ladder(into.entry) ? other.entry : into.entry;
  const weaker = stronger === into.entry ? other.entry : into.entry;
  const evidence = [...into.entry.evidence, ...other.entry.evidence];
  const merged: BoardEntry = {
    ...weaker,
    ...stronger,
    id: into.entry.id,
    conditions: stronger.conditions.length > 0 ? stronger.conditions : weaker.conditions,
    exceptions: stronger.exceptions.length > 0 ? stronger.exceptions : weaker.exceptions,
    isHedged: stronger.isHedged && weaker.isHedged,
    isRepeated: stronger.isRepeated || weaker.isRepeated || isOnOtherDay(stronger, weaker),
    commitmentIds: [...into.entry.commitmentIds, ...other.entry.commitmentIds],
    evidence,
    score: Math.max(stronger.score, weaker.score),
  };
  const dates = [into.entry.saidOn, other.entry.saidOn].filter((date) => date !== undefined);
  if (dates.length > 0)
    merged.saidOn = dates.reduce((latest, date) => (latest.to < date.to ? date : latest));
  into.entry = merged;
  const days = [into.days, other.days].filter((range) => range !== null);
  into.days =
    days.length === 0 ? null : days.reduce((last, one) => (last.to < one.to ? one : last));
}

/** Merge the drafts of one party and stance; reports and origins are counted at the end. */
export function mergeEntries(drafts: readonly DraftEntry[]): DraftEntry[] {
  const merged: DraftEntry[] = [];
  const byWord = new Map<string, DraftEntry[]>();
  for (const draft of drafts) {
    const candidates = new Set<DraftEntry>();
    for (const key of draft.matter.keys)
      for (const other of byWord.get(key) ?? []) candidates.add(other);
    const same = [...candidates].find((candidate) => isOnePosition(candidate, draft));
    if (same !== undefined) {
      joinEntry(same, draft);
      continue;
    }
    const own = { ...draft };
    merged.push(own);
    for (const key of own.matter.keys) {
      const holders = byWord.get(key);
      if (holders === undefined) byWord.set(key, [own]);
      else holders.push(own);
    }
  }
  for (const { entry } of merged) {
    entry.reportCount = new Set(entry.evidence.map((one) => one.articleId)).size;
    entry.originCount = new Set(entry.evidence.map((one) => one.originId)).size;
  }
  return merged;
}
