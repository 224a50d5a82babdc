/**
 * Finders for dates that are told from the day of publication: "today", "on Tuesday", "next week",
 * "later this month", "by the end of the year". A week is a range from Monday to Sunday.
 * @module
 */

import { findMonth, findMonthDay, findYear, weekdayAt } from './calendar-finders.ts';
import type { DayRange } from './civil-date.ts';
import { civilDateOf, monthRange, weekdayOf } from './civil-date.ts';
import type { DatePrecision } from './date-mention.ts';
import type { DateContext, DateReading } from './date-reading.ts';
import { CALENDAR_UNITS, unitRange } from './date-reading.ts';
import { DAY_PARTS, MONTHS, SEASONS, WEEKDAYS } from './lang/en/data/date-words.ts';

/** Days told by one word. */
const DEICTIC: ReadonlyMap<string, number> = new Map([
  ['today', 0],
  ['tonight', 0],
  ['yesterday', -1],
  ['tomorrow', 1],
]);

/** "last week" is -1, "next week" 1. */
const STEPS: ReadonlyMap<string, number> = new Map([
  ['last', -1],
  ['past', -1],
  ['previous', -1],
  ['this', 0],
  ['current', 0],
  ['next', 1],
  ['coming', 1],
  ['following', 1],
]);

/** "today", "tomorrow", "tomorrow morning". */
export function findDeictic(at: number, context: DateContext): DateReading | null {
  const offset = DEICTIC.get(context.words[at] ?? '');
  if (offset === undefined) return null;
  const end = DAY_PARTS.has(context.words[at + 1] ?? '') ? at + 2 : at + 1;
  const day = context.reference === undefined ? undefined : context.reference + offset;
  const range = day === undefined ? undefined : { from: day, to: day };
  return { end, rule: 'deictic', range, precision: 'day' };
}

/** The day that a weekday names: the last one on or before publication, or the next one after. */
function weekdayRange(weekday: number, step: number, reference: number): DayRange {
  const back = (weekdayOf(reference) - weekday + 7) % 7;
  // "last Friday" told on a Friday is a week ago; "Friday" is today.
  const past = reference - (back === 0 && step === -1 ? 7 : back);
  const day = step > 0 ? reference - back + 7 : past;
  return { from: day, to: day };
}

/** "Tuesday", "Tuesday night", "Monday, September 8"; before or after, as the verb before tells. */
export function findWeekday(at: number, context: DateContext): DateReading | null {
  const weekday = weekdayAt(at, context);
  if (weekday < 0) return null;
  const { words, reference } = context;
  let end = DAY_PARTS.has(words[at + 1] ?? '') ? at + 2 : at + 1;
  const after = words[end] === ',' ? end + 1 : end;
  const dated = findMonthDay(after, context);
  if (dated) return { ...dated, rule: 'weekday-date' };
  if (words[end] === '.' && (words[at]?.length ?? 0) <= 5) end++;
  const step = context.isAhead(at) ? 1 : 0;
  const range = reference === undefined ? undefined : weekdayRange(weekday, step, reference);
  return { end, rule: 'weekday', range, precision: 'day' };
}

/** What "this", "last" or "next" stands before: a unit, weekday, month, season or part of a day. */
function findStepped(at: number, step: number, context: DateContext): DateReading | null {
  const { words, reference } = context;
  const word = words[at] ?? '';
  const end = at + 1;
  const read = (rule: string, precision: DatePrecision, rangeOf: (day: number) => DayRange) => ({
    end,
    rule,
    precision,
    range: reference === undefined ? undefined : rangeOf(reference),
  });
  const unit = CALENDAR_UNITS.get(word);
  if (unit) return read('step-unit', unit, (day) => unitRange(unit, step, day));
  const weekday = WEEKDAYS.get(word);
  if (weekday !== undefined && word.length > 5) {
    const side = step === 0 && context.isAhead(at) ? 1 : step;
    return read('step-weekday', 'day', (day) => weekdayRange(weekday, side, day));
  }
  if (DAY_PARTS.has(word)) {
    const offset = step < 0 ? -1 : 0;
    return read('step-day-part', 'day', (day) => ({ from: day + offset, to: day + offset }));
  }
  const month = MONTHS.get(word);
  if (month !== undefined && context.isCapital[at])
    return read('step-month', 'month', (day) => steppedMonths({ month, count: 1 }, step, day));
  const season = SEASONS.get(word);
  if (season === undefined) return null;
  return read('step-season', 'season', (day) =>
    steppedMonths({ month: season, count: 3 }, step, day),
  );
}

/** "last July", "this summer", "next spring": the nearest one on the side that is named. */
function steppedMonths(
  { month, count }: { month: number; count: number },
  step: number,
  day: number,
): DayRange {
  const { year } = civilDateOf(day);
  const rangeOf = (ofYear: number): DayRange => ({
    from: monthRange(ofYear, month).from,
    to: monthRange(ofYear, month + count - 1).to,
  });
  const ranges = [year - 1, year, year + 1].map(rangeOf);
  if (step < 0) return ranges.filter(({ to }) => to < day).at(-1) ?? rangeOf(year - 1);
  if (step > 0) return ranges.find(({ from }) => from > day) ?? rangeOf(year + 1);
  return rangeOf(year);
}

/** "next week", "this year", "last Friday", "this morning", "last July"; "later this month". */
export function findStep(at: number, context: DateContext): DateReading | null {
  const { words, reference } = context;
  const side = words[at];
  const isEarlier = side === 'earlier' || side === 'early';
  const isLater = side === 'later' || side === 'late';
  const first = isEarlier || isLater ? at + 1 : at;
  const step = STEPS.get(words[first] ?? '');
  if (step === undefined) return null;
  const reading = findStepped(first + 1, step, context);
  if (!reading || reference === undefined || !reading.range || step !== 0) return reading;
  // "earlier this week" ends, and "later this month" begins, with the day of publication.
  const { from, to } = reading.range;
  if (side === 'earlier') return { ...reading, range: { from, to: Math.min(to, reference) } };
  if (side === 'later') return { ...reading, range: { from: Math.max(from, reference), to } };
  return reading;
}

/** What may stand after "the end of": "the year", "this month", "2030", "March". */
function findBounded(at: number, context: DateContext): DateReading | null {
  const { words, reference } = context;
  const named = findMonth(at, context) ?? findYear(at, context) ?? findStep(at, context);
  if (named) return named;
  const unitIndex = words[at] === 'the' || words[at] === 'each' ? at + 1 : at;
  const unit = CALENDAR_UNITS.get(words[unitIndex] ?? '');
  if (!unit || unitIndex === at) return null;
  const range = reference === undefined ? undefined : unitRange(unit, 0, reference);
  return { end: unitIndex + 1, rule: 'unit', range, precision: unit };
}

/** "the end of the year", "the beginning of March", "end of 2030", "year's end", "year-end". */
export function findEdge(at: number, context: DateContext): DateReading | null {
  const { words, reference } = context;
  const yearEnd = /^years?-end$/.test(words[at] ?? '') ? at + 1 : yearsEnd(at, words);
  if (yearEnd > 0) {
    const day = reference === undefined ? undefined : unitRange('year', 0, reference).to;
    const range = day === undefined ? undefined : { from: day, to: day };
    return { end: yearEnd, rule: 'year-end', range, precision: 'day' };
  }
  const edgeIndex = words[at] === 'the' ? at + 1 : at;
  const edge = words[edgeIndex];
  const isStart = edge === 'beginning' || edge === 'start';
  if ((edge !== 'end' && !isStart) || words[edgeIndex + 1] !== 'of') return null;
  const bounded = findBounded(edgeIndex + 2, context);
  if (!bounded) return null;
  const day = isStart ? bounded.range?.from : bounded.range?.to;
  const range = day === undefined ? undefined : { from: day, to: day };
  return { end: bounded.end, rule: isStart ? 'start-of' : 'end-of', range, precision: 'day' };
}

/** "year's end", "the year 's end". */
function yearsEnd(at: number, words: readonly string[]): number {
  if (words[at] !== 'year') return -1;
  const isOwned = words[at + 1] === "'s" || words[at + 1] === '’s' || words[at + 1] === '-';
  return isOwned && words[at + 2] === 'end' ? at + 3 : -1;
}
