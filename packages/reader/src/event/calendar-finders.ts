/**
 * Finders for dates that name the calendar: "Aug. 14, 2025", "5 September", "March 3 to 8, 2022",
 * "July 2019", "2025-09-05", "by 2030", "the 1990s". A missing year is the one that brings the
 * date nearest to the anchor; without an anchor the days stay open and the precision is kept.
 * @module
 */
import type { DayRange } from './civil-date.ts';
import { dayNumberOf, daysInMonth, decodeDate, monthRange, yearRange } from './civil-date.ts';
import type { DateContext, DateReading } from './date-reading.ts';
import { dayIn, numberIn, yearIn } from './date-reading.ts';
import { MONTHS, ORDINALS, SEASONS, WEEKDAYS } from './lang/en/data/date-words.ts';

/** Words after which a lone month or year is a date ("in May", "since 2016", "of 2014"). */
const BEFORE_MONTH: ReadonlySet<string> = new Set([
  'in',
  'by',
  'until',
  'till',
  'since',
  'before',
  'after',
  'from',
  'during',
  'through',
  'of',
  'early',
  'mid',
  'late',
  'this',
  'last',
  'next',
  'past',
  'between',
  'to',
  'and',
  'end',
]);
const BEFORE_YEAR: ReadonlySet<string> = new Set([
  'in',
  'by',
  'until',
  'till',
  'since',
  'before',
  'after',
  'from',
  'during',
  'through',
  'of',
  'early',
  'mid',
  'late',
  'fiscal',
  'between',
  'beyond',
  'to',
  'and',
  'circa',
]);
/** Month names that are also other words: only with a capital letter ("may", "march"). */
const AMBIGUOUS: ReadonlySet<string> = new Set(['may', 'march', 'mar', 'jan', 'jun', 'sep', 'dec']);
/** Short names that are no abbreviations, so that a full stop after them ends the sentence. */
const WHOLE_SHORT: ReadonlySet<string> = new Set(['may', 'june', 'july']);
const RANGE_SIGNS: ReadonlySet<string> = new Set(['-', '–', '—', 'to', 'and', 'through']);

/** A month that begins at a token, its full stop included. */
function monthAt(
  at: number,
  { words, isCapital }: DateContext,
): { month: number; end: number } | null {
  const word = words[at] ?? '';
  const month = MONTHS.get(word);
  if (month === undefined || (AMBIGUOUS.has(word) && !isCapital[at])) return null;
  const isShort = word.length <= 4 && !WHOLE_SHORT.has(word);
  return { month, end: words[at + 1] === '.' && isShort ? at + 2 : at + 1 };
}

/** "…, 2025" or "… 2025" after a day: the year and the token after it. */
function yearAfter(at: number, words: readonly string[]): { year: number; end: number } | null {
  const first = yearIn(words[at]);
  if (first > 0) return { year: first, end: at + 1 };
  const second = words[at] === ',' ? yearIn(words[at + 1]) : -1;
  return second > 0 ? { year: second, end: at + 2 } : null;
}

/** The year that brings a range nearest to the anchor: "Jan. 3" told in December is next year's. */
function nearestYear(
  anchor: number | undefined,
  rangeOf: (year: number) => DayRange,
): DayRange | undefined {
  if (anchor === undefined) return undefined;
  const guess = Math.floor(1970 + anchor / 365.2425);
  let best: DayRange | undefined;
  let bestGap = Number.POSITIVE_INFINITY;
  for (let year = guess - 1; year <= guess + 1; year++) {
    const range = rangeOf(year);
    const gap = Math.abs((range.from + range.to) / 2 - anchor);
    if (gap < bestGap) [best, bestGap] = [range, gap];
  }
  return best;
}

interface MonthDays {
  readonly month: number;
  readonly first: number;
  readonly last: number;
  readonly lastMonth?: number;
}

function daysRange({ month, first, last, lastMonth = month }: MonthDays, year: number): DayRange {
  const cut = (ofMonth: number, day: number) => Math.min(day, daysInMonth(year, ofMonth));
  const from = dayNumberOf({ year, month, day: cut(month, first) });
  const endYear = lastMonth < month ? year + 1 : year;
  const to = dayNumberOf({ year: endYear, month: lastMonth, day: cut(lastMonth, last) });
  return { from, to: Math.max(from, to) };
}

function readDays(days: MonthDays, end: number, context: DateContext): DateReading {
  const said = yearAfter(end, context.words);
  const range = said
    ? daysRange(days, said.year)
    : nearestYear(context.anchorAt(end), (year) => daysRange(days, year));
  const isFull = said !== null;
  return { end: said?.end ?? end, rule: 'month-day', range, precision: 'day', isFull };
}

/** "Sept. 5", "Aug. 14, 2025", "March 26-30", "March 3 to 8, 2022", "May 30 to June 2". */
export function findMonthDay(at: number, context: DateContext): DateReading | null {
  const { words } = context;
  const found = monthAt(at, context);
  const first = found ? dayIn(words[found.end]) : -1;
  if (!found || first < 0) return null;
  let end = found.end + 1;
  let days: MonthDays = { month: found.month, first, last: first };
  if (RANGE_SIGNS.has(words[end] ?? '')) {
    const other = monthAt(end + 1, context);
    const last = dayIn(words[other ? other.end : end + 1]);
    // "Sept. 5 and 12 soldiers" is no range: "and" only joins two days of one month before a year.
    const isRange = last > 0 && (other !== null || last > first) && words[end] !== 'and';
    if (isRange) {
      days = { ...days, last, lastMonth: other?.month ?? found.month };
      end = (other ? other.end : end + 1) + 1;
    }
  }
  return readDays(days, end, context);
}

/** "5 September 2025", "the 5th of May". */
export function findDayMonth(at: number, context: DateContext): DateReading | null {
  const { words } = context;
  const ordinal = words[at + 1] === 'of' ? ORDINALS.get(words[at] ?? '') : undefined;
  const day = ordinal ?? dayIn(words[at]);
  if (day < 0) return null;
  const found = monthAt(words[at + 1] === 'of' ? at + 2 : at + 1, context);
  if (!found) return null;
  return readDays({ month: found.month, first: day, last: day }, found.end, context);
}

/** "July 2019", "in March", "late March". */
export function findMonth(at: number, context: DateContext): DateReading | null {
  const { words } = context;
  const found = monthAt(at, context);
  if (!found) return null;
  const said = yearAfter(found.end, words);
  const { month } = found;
  if (said) {
    const range = monthRange(said.year, month);
    return { end: said.end, rule: 'month-year', range, precision: 'month', isFull: false };
  }
  const before = words[at - 1] === '-' ? words[at - 2] : words[at - 1];
  if (!context.isCapital[at] || !BEFORE_MONTH.has(before ?? '')) return null;
  const range = nearestYear(context.anchorAt(at), (year) => monthRange(year, month));
  return { end: found.end, rule: 'month', range, precision: 'month' };
}

/** "spring 2020", "in the summer of 2019"; seasons of no year are read beside "this" and "next". */
export function findSeason(at: number, { words }: DateContext): DateReading | null {
  const month = SEASONS.get(words[at] ?? '');
  const yearIndex = words[at + 1] === 'of' ? at + 2 : at + 1;
  const year = yearIn(words[yearIndex]);
  if (month === undefined || year < 0) return null;
  const range = { from: monthRange(year, month).from, to: monthRange(year, month + 2).to };
  return { end: yearIndex + 1, rule: 'season-year', range, precision: 'season' };
}

/** "2025-09-05" and the American "9/5/2025". */
export function findNumeric(at: number, { words }: DateContext): DateReading | null {
  const word = words[at] ?? '';
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(word);
  const two = (digits: string | undefined) => (digits ?? '').padStart(2, '0');
  const iso = american ? `${american[3]}-${two(american[1])}-${two(american[2])}` : word;
  const day = iso.length === 10 ? decodeDate(iso) : null;
  if (day === null) return null;
  const range = { from: day, to: day };
  return { end: at + 1, rule: 'numeric', range, precision: 'day', isFull: true };
}

/** "by 2030", "fiscal year 2025", "2020-21"; a bare number of four digits is no year. */
export function findYear(at: number, { words, isCapital }: DateContext): DateReading | null {
  const year = yearIn(words[at]);
  if (year < 0) return null;
  let before = words[at - 1] ?? '';
  if (before === '-' || before === 'the') before = words[at - 2] ?? '';
  const isFiscal = before === 'year' && words[at - 2] === 'fiscal';
  if (!BEFORE_YEAR.has(before) && !isFiscal) return null;
  // "in 1200 schools" goes on with a noun in lower case; "in 2016 the court …" does not.
  const next = words[at + 1] ?? '';
  if (year < 1900 && /^[a-z]/.test(next) && !isCapital[at + 1]) return null;
  const short = RANGE_SIGNS.has(next) && next.length === 1 ? numberIn(words[at + 2], 2) : -1;
  const count = short > year % 100 ? short - (year % 100) + 1 : 1;
  const end = count > 1 ? at + 3 : at + 1;
  return { end, rule: 'year', range: yearRange(year, count), precision: 'year' };
}

/** "the 1990s", "the mid-2030s". */
export function findDecade(at: number, { words }: DateContext): DateReading | null {
  const found = /^(1[0-9]|20|21)(\d)0['’]?s$/.exec(words[at] ?? '');
  if (!found) return null;
  const range = yearRange(Number(`${found[1]}${found[2]}0`), 10);
  return { end: at + 1, rule: 'decade', range, precision: 'decade' };
}

/** A weekday's number at a token; abbreviations need their capital letter and a date after them. */
export function weekdayAt(at: number, context: DateContext): number {
  const word = context.words[at] ?? '';
  const weekday = WEEKDAYS.get(word);
  if (weekday === undefined || !context.isCapital[at]) return -1;
  if (word.length > 5) return weekday;
  const next = context.words[at + 1] === '.' || context.words[at + 1] === ',' ? at + 2 : at + 1;
  return monthAt(next, context) ? weekday : -1;
}
