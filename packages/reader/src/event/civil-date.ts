/**
 * Calendar arithmetic on day numbers (days since 1970-01-01, proleptic Gregorian calendar), after
 * Howard Hinnant's "chrono-compatible low-level date algorithms". No `Date` anywhere, so that the
 * answer is the same under every time zone and clock.
 * @module
 */

/** A range of day numbers, both inclusive. */
export interface DayRange {
  readonly from: number;
  readonly to: number;
}

/** A calendar date; `month` 1 to 12. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const DAYS_PER_ERA = 146_097;

/** The day number of a calendar date. */
export function dayNumberOf({ year, month, day }: CivilDate): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - 719_468;
}

/** The calendar date of a day number. */
export function civilDateOf(dayNumber: number): CivilDate {
  const shifted = dayNumber + 719_468;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

/** How many days a month has. */
export function daysInMonth(year: number, month: number): number {
  const next =
    month === 12 ? { year: year + 1, month: 1, day: 1 } : { year, month: month + 1, day: 1 };
  return dayNumberOf(next) - dayNumberOf({ year, month, day: 1 });
}

/** The day of the week: 0 is Sunday, 6 is Saturday. */
export function weekdayOf(dayNumber: number): number {
  return (((dayNumber + 4) % 7) + 7) % 7;
}

/** The first and last day of a month; months past 12 or before 1 run on into other years. */
export function monthRange(year: number, month: number): DayRange {
  const index = year * 12 + month - 1;
  const realYear = Math.floor(index / 12);
  const realMonth = index - realYear * 12 + 1;
  const from = dayNumberOf({ year: realYear, month: realMonth, day: 1 });
  return { from, to: from + daysInMonth(realYear, realMonth) - 1 };
}

/** The first and last day of a run of years. */
export function yearRange(year: number, count = 1): DayRange {
  return {
    from: dayNumberOf({ year, month: 1, day: 1 }),
    to: dayNumberOf({ year: year + count - 1, month: 12, day: 31 }),
  };
}

/** Monday to Sunday of the week that holds a day. */
export function weekRange(dayNumber: number): DayRange {
  const from = dayNumber - ((weekdayOf(dayNumber) + 6) % 7);
  return { from, to: from + 6 };
}

/** The same day some months on, held to the month's end (31 January + 1 month is 28 February). */
export function addMonths(dayNumber: number, months: number): number {
  const { year, month, day } = civilDateOf(dayNumber);
  const { from, to } = monthRange(year, month + months);
  return Math.min(from + day - 1, to);
}

/** Write a day number as an ISO 8601 date. */
export function encodeDate(dayNumber: number): string {
  const { year, month, day } = civilDateOf(dayNumber);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/**
 * Read the date at the head of an ISO 8601 date or date-time.
 * @returns null when there is none or the month has no such day.
 */
export function decodeDate(text: string): number | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(text);
  if (!found) return null;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return dayNumberOf({ year, month, day });
}
