/**
 * Finders for lengths of time: "24 hours", "two weeks", "the next few days", "six months ago".
 * A vague number ("a few") gives a duration without a value: unknown stays unknown.
 * @module
 */

import type { DayRange } from './civil-date.ts';
import { addMonths } from './civil-date.ts';
import type { DatePrecision } from './date-mention.ts';
import type { DateContext, DateReading } from './date-reading.ts';
import { numberIn, unitRange } from './date-reading.ts';
import { LIMITS, NUMBERS, UNIT_SIZES, UNITS } from './lang/en/data/date-words.ts';

const VAGUE: ReadonlySet<string> = new Set(['few', 'several', 'couple', 'coming', 'many', 'some']);
/** Words before a number that count from today ("the next three days", "the coming weeks"). */
const AHEAD: ReadonlySet<string> = new Set(['next', 'coming', 'following']);
const BEHIND: ReadonlySet<string> = new Set(['last', 'past', 'previous']);
/** Longest of the days, months and years that are taken for a real length ("90 days"). */
const LONGEST = 10_000;

interface Length {
  readonly end: number;
  /** Absent where vague. */
  readonly count?: number;
  readonly unit: string;
}

/** The unit of time in a word, plural or not. */
function unitIn(word: string | undefined): string | undefined {
  if (word === undefined) return undefined;
  if (UNITS.has(word)) return word;
  const single = word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  return word.endsWith('s') && UNITS.has(single) ? single : undefined;
}

function countIn(word: string | undefined): number {
  const digits = numberIn(word, 5);
  return digits >= 0 ? digits : (NUMBERS.get(word ?? '') ?? -1);
}

/** Number and unit that begin at a token: "24 hours", "a couple of weeks", "several months". */
function lengthAt(at: number, words: readonly string[]): Length | null {
  let i = at;
  const count = countIn(words[i]);
  if (count >= 0) {
    const isArticle = words[i] === 'a' || words[i] === 'an';
    i++;
    if (words[i] === '-') i++;
    const unit = unitIn(words[i]);
    if (unit) return { end: i + 1, count, unit };
    if (!isArticle) return null;
  }
  if (!VAGUE.has(words[i] ?? '')) return null;
  i++;
  if (words[i] === 'of') i++;
  const unit = unitIn(words[i]);
  return unit ? { end: i + 1, unit } : null;
}

/** Write a length as an ISO 8601 duration ("PT24H", "P2W", "P20Y"). */
function encodeDuration({ count, unit }: Length): string | undefined {
  const designator = UNITS.get(unit);
  if (count === undefined || designator === undefined || count > LONGEST) return undefined;
  const size = count * (UNIT_SIZES.get(unit) ?? 1);
  return designator.startsWith('T') ? `PT${size}${designator.slice(1)}` : `P${size}${designator}`;
}

/** The day that lies a length from another, `sign` +1 or -1. */
function shiftDay(day: number, length: Length, sign: number): number | undefined {
  const designator = UNITS.get(length.unit) ?? '';
  if (length.count === undefined || length.count > LONGEST) return undefined;
  const size = sign * length.count * (UNIT_SIZES.get(length.unit) ?? 1);
  if (designator === 'D') return day + size;
  if (designator === 'W') return day + 7 * size;
  if (designator === 'M') return addMonths(day, size);
  if (designator === 'Y') return addMonths(day, 12 * size);
  if (designator === 'TH') return day + Math.ceil(size / 24);
  return day;
}

/** "$5 a year", "once a week": no length of time, unless a preposition or "ago" makes it one. */
function isRate(at: number, { end }: Length, words: readonly string[]): boolean {
  const isArticle = words[at] === 'a' || words[at] === 'an';
  if (!isArticle || words[at + 1] === 'few' || words[at + 1] === 'couple') return false;
  return words[end] !== 'ago' && words[end] !== 'from' && !LIMITS.has(words[at - 1] ?? '');
}

const AGO_PRECISION: ReadonlyMap<string, DatePrecision> = new Map([
  ['week', 'week'],
  ['fortnight', 'week'],
  ['month', 'month'],
  ['year', 'year'],
  ['decade', 'decade'],
]);

/** "two weeks ago", "a year ago": the calendar unit that lies so far back. */
function readAgo(length: Length, { reference }: DateContext): DateReading {
  const precision = AGO_PRECISION.get(length.unit) ?? 'day';
  const day = reference === undefined ? undefined : shiftDay(reference, length, -1);
  const range = day === undefined ? undefined : unitRange(precision, 0, day);
  return { end: length.end + 1, rule: 'ago', range, precision };
}

/** "24 hours", "90 days", "two weeks ago", "a few days", "two years from now". */
export function findLength(at: number, context: DateContext): DateReading | null {
  const length = lengthAt(at, context.words);
  if (!length || isRate(at, length, context.words)) return null;
  if (context.words[length.end] === 'ago') return readAgo(length, context);
  const isFromNow = context.words[length.end] === 'from' && context.words[length.end + 1] === 'now';
  const within = encodeDuration(length);
  if (!isFromNow) return { end: length.end, rule: 'length', within, isDuration: true };
  const range = aheadRange(length, context);
  return { end: length.end + 2, rule: 'from-now', range, within, isDuration: true };
}

function aheadRange(length: Length, { reference }: DateContext): DayRange | undefined {
  const to = reference === undefined ? undefined : shiftDay(reference, length, 1);
  return reference === undefined || to === undefined ? undefined : { from: reference, to };
}

/** "the next 30 days", "the coming weeks", "the past two years", "the next few months". */
export function findSpell(at: number, context: DateContext): DateReading | null {
  const { words, reference } = context;
  const sideIndex = words[at] === 'the' ? at + 1 : at;
  const side = words[sideIndex] ?? '';
  const isBehind = BEHIND.has(side);
  if (!isBehind && !AHEAD.has(side)) return null;
  const plain = unitIn(words[sideIndex + 1]);
  const isPlural = plain !== undefined && plain !== words[sideIndex + 1];
  const length = isPlural ? { end: sideIndex + 2, unit: plain } : lengthAt(sideIndex + 1, words);
  if (!length) return null;
  const within = encodeDuration(length);
  if (!isBehind)
    return {
      end: length.end,
      rule: 'ahead',
      range: aheadRange(length, context),
      within,
      isDuration: true,
    };
  const from = reference === undefined ? undefined : shiftDay(reference, length, -1);
  const range = reference === undefined || from === undefined ? undefined : { from, to: reference };
  return { end: length.end, rule: 'behind', range, within, isDuration: true };
}
