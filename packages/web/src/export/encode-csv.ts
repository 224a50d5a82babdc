/**
 * Tables as CSV (RFC 4180, UTF-8) with a codebook beside them, and rows as JSON lines.
 * @module
 */
import type { Column } from './column.ts';

// A spreadsheet runs a cell that begins with one of these; an apostrophe before it makes it text.
const RUNS_IN_SPREADSHEETS = /^[=+\-@\t\r]/;

function encodeCell(value: string | number | boolean | undefined): string {
  if (value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const safe = RUNS_IN_SPREADSHEETS.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const encodeLines = (rows: readonly (readonly (string | number | boolean | undefined)[])[]) =>
  rows.map((row) => `${row.map(encodeCell).join(',')}\r\n`).join('');

/** Encode rows as CSV with a header line. */
export function encodeCsv<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  return encodeLines([
    columns.map(({ name }) => name),
    ...rows.map((row) => columns.map(({ get }) => get(row))),
  ]);
}

/** Encode the codebook of a table: each column's name, type and meaning, as CSV. */
export function encodeCodebook<Row>(columns: readonly Column<Row>[]): string {
  return encodeLines([
    ['column', 'type', 'meaning'],
    ...columns.map(({ name, type, description }) => [name, type, description]),
    [
      '(all)',
      'string',
      'A text that a spreadsheet would run as a formula has an apostrophe before it',
    ],
  ]);
}

/** Encode rows as JSON, one a line. */
export function encodeJsonLines(rows: readonly unknown[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}
