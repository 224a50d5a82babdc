/**
 * ISO dates moved by days, without a clock and without a time zone.
 * @module
 */

const DAY_MS = 86_400_000;

/**
 * Move an ISO date by days.
 * @example
 * moveDate('2027-03-01', -1) // '2027-02-28'
 */
export const moveDate = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
