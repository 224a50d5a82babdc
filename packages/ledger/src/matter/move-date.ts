/**
 * ISO dates moved by days, without a clock and without a time zone.
 * @module
 */

const DAY_MS = 86_400_000;

/** Dates moved lately: comparing positions asks for the same few again and again. */
const kept = new Map<string, string>();
/** Three years of days, by a few distances. */
const DATES_KEPT = 5000;

/**
 * Move an ISO date by days.
 * @example
 * moveDate('2027-03-01', -1) // '2027-02-28'
 */
export function moveDate(date: string, days: number): string {
  const place = `${date} ${days}`;
  const known = kept.get(place);
  if (known !== undefined) return known;
  const at = Date.parse(`${date}T00:00:00Z`) + days * DAY_MS;
  const moved = new Date(at).toISOString().slice(0, 10);
  if (kept.size >= DATES_KEPT) kept.clear();
  kept.set(place, moved);
  return moved;
}
