/**
 * The date inside what pages and feeds write for one: ISO 8601 with or without a time, RFC 5322
 * ("Fri, 05 Sep 2025 …"), and the two orders with a month's name. Components only, never a
 * local-time Date: the day is the one that the publisher wrote.
 * @module
 */

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const ISO = /^\s*(\d{4})-?(\d{2})-?(\d{2})(?!\d)/;
const DAY_FIRST = /\b(\d{1,2})(?:st|nd|rd|th)?[ -]([A-Za-z]{3})[a-z]*\.?,?[ -](\d{4})\b/;
const MONTH_FIRST = /\b([A-Za-z]{3})[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b/;

/**
 * Find the calendar date that a string names.
 * @returns `YYYY-MM-DD`, or null when there is none or it is no day of the calendar.
 * @example
 * isoDate('Fri, 05 Sep 2025 10:00:00 GMT') // '2025-09-05'
 */
export function isoDate(written: string): string | null {
  const iso = ISO.exec(written);
  if (iso) return dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const dayFirst = DAY_FIRST.exec(written);
  if (dayFirst) return dateOf(Number(dayFirst[3]), monthOf(dayFirst[2]), Number(dayFirst[1]));
  const monthFirst = MONTH_FIRST.exec(written);
  if (monthFirst)
    return dateOf(Number(monthFirst[3]), monthOf(monthFirst[1]), Number(monthFirst[2]));
  return null;
}

function monthOf(name: string | undefined): number {
  return MONTHS.indexOf((name ?? '').toLowerCase()) + 1;
}

function dateOf(year: number, month: number, day: number): string | null {
  if (month < 1 || 12 < month || day < 1 || daysIn(year, month) < day) return null;
  const pad = (value: number, width: number) => String(value).padStart(width, '0');
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

function daysIn(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2) return isLeap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
