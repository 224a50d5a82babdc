/**
 * Pages: their length, and the cursors by which they go on. A cursor is a key in base 36.
 * @module
 */

/** No page is longer, whatever is asked for. */
const MOST = 500;

/** The length of a page. @throws RangeError when a length is given that is none */
export function pageLimit(asked: number | undefined, otherwise: number): number {
  if (asked === undefined) return otherwise;
  if (!Number.isInteger(asked) || asked < 1)
    throw new RangeError(`a page has at least one entry, got ${asked}`);
  return Math.min(asked, MOST);
}

/** The cursor after a key. */
export const cursorAfter = (key: number): string => key.toString(36);

/** The key in a cursor. @throws RangeError when it is none */
export function readCursor(cursor: string): number {
  const key = Number.parseInt(cursor, 36);
  if (!/^[0-9a-z]+$/.test(cursor) || !Number.isSafeInteger(key))
    throw new RangeError(`not a cursor of this ledger: ${cursor}`);
  return key;
}
