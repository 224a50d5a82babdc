/**
 * What the small date finders share: the words that they look at, the context that settles what
 * the words leave open, and the reading that each of them gives back.
 * @module
 */
import type { DayRange } from './civil-date.ts';
import { addMonths, civilDateOf, monthRange, weekRange, yearRange } from './civil-date.ts';
import type { DatePrecision } from './date-mention.ts';

/** The words of the article and what is known about its date. */
export interface DateContext {
  /** Lower-case forms, one a token; a full stop after an abbreviation is cut off. */
  readonly words: readonly string[];
  /** 1 where the token begins with a capital letter ("May", not "may"). */
  readonly isCapital: Uint8Array;
  /** The day number of publication, where known. */
  readonly reference: number | undefined;
  /** The day number that a date without a year is near: publication, or the nearest full date. */
  anchorAt(token: number): number | undefined;
  /** True where the words before the token tell of what is still to come. */
  isAhead(token: number): boolean;
}

/** What a finder reads at a token; `end` is the token after its last. */
export interface DateReading {
  readonly end: number;
  readonly rule: string;
  readonly range?: DayRange | undefined;
  readonly precision?: DatePrecision;
  readonly within?: string | undefined;
  readonly isDuration?: boolean;
  readonly isFull?: boolean;
}

/** A small finder: reads a date that begins at a token, or nothing. */
export type DateFinder = (at: number, context: DateContext) => DateReading | null;

/** The number in a digit token of at most `digits` digits, or -1. */
export function numberIn(word: string | undefined, digits: number): number {
  if (word === undefined || word.length > digits || !/^\d+$/.test(word)) return -1;
  return Number(word);
}

/** A day of the month in digits, with or without an ordinal ending ("5", "5th"), or -1. */
export function dayIn(word: string | undefined): number {
  const found = word === undefined ? null : /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word);
  const day = found ? Number(found[1]) : -1;
  return day >= 1 && day <= 31 ? day : -1;
}

/** A year of four digits between 1000 and 2199, or -1: "1200 people" is ruled out by context. */
export function yearIn(word: string | undefined): number {
  const year = word?.length === 4 ? numberIn(word, 4) : -1;
  return year >= 1000 && year < 2200 ? year : -1;
}

/** Calendar units that "this", "last", "next" and "the end of" combine with. */
export const CALENDAR_UNITS: ReadonlyMap<string, DatePrecision> = new Map([
  ['day', 'day'],
  ['week', 'week'],
  ['weekend', 'weekend'],
  ['month', 'month'],
  ['quarter', 'quarter'],
  ['year', 'year'],
  ['decade', 'decade'],
]);

/**
 * The calendar unit that lies `offset` units from the one that holds `day`.
 * @example
 * unitRange('week', 1, day) // Monday to Sunday of next week
 */
export function unitRange(unit: DatePrecision, offset: number, day: number): DayRange {
  const { year, month } = civilDateOf(day);
  switch (unit) {
    case 'day':
      return { from: day + offset, to: day + offset };
    case 'week':
      return weekRange(day + 7 * offset);
    case 'weekend': {
      const { to } = weekRange(day + 7 * offset);
      return { from: to - 1, to };
    }
    case 'month':
      return monthRange(year, month + offset);
    case 'quarter': {
      const first = Math.floor((month - 1) / 3) * 3 + 1 + 3 * offset;
      return { from: monthRange(year, first).from, to: monthRange(year, first + 2).to };
    }
    case 'season': {
      const shifted = addMonths(day, 3 * offset);
      return { from: shifted, to: shifted };
    }
    case 'year':
      return yearRange(year + offset);
    case 'decade':
      return yearRange(Math.floor(year / 10) * 10 + 10 * offset, 10);
  }
}
