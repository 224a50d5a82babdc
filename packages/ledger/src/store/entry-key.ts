/**
 * Keys of entries: the day on which something was said, then a number. Descending keys are newest
 * first on both engines, full-text indexes included, with no sorting; and a key is a page's cursor.
 * @module
 */

/** 2^34 entries in a ledger's life; above them 17 bits of day, together under 2^53. */
const NUMBERS = 2 ** 34;
/** Days count from here: early enough for archives, and 17 bits reach to the year 2158. */
const FIRST_DAY = Date.UTC(1800, 0, 1);
const DAY_MS = 86_400_000;
const LAST_DAY = 2 ** 17 - 1;

/** Days since 1800; 0 for no date, so that the undated come last. */
export function dayOf(date: string | undefined | null): number {
  if (date === undefined || date === null) return 0;
  const at = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(at)) return 0;
  return Math.min(LAST_DAY, Math.max(0, Math.floor((at - FIRST_DAY) / DAY_MS)));
}

/** The key of the entry with this number, said on this day. */
export const entryKey = (day: number, number: number): number => day * NUMBERS + (number % NUMBERS);

/** The day of a key. */
export const dayOfKey = (key: number): number => Math.floor(key / NUMBERS);
