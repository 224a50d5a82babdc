/**
 * Tables that wrap to the terminal: a head, a rule, rows with air between. No frames: they cost
 * width and say nothing.
 * @module
 */
import Table from 'cli-table3';
import type { World } from '../world.ts';

/** A column: its head, its share of the width, and the least it can do with. */
export interface Column {
  head: string;
  share: number;
  least: number;
}

const DEFAULT_WIDTH = 100;
const MOST_WIDTH = 180;
const LEAST_WIDTH = 60;
/** Blank columns between two columns. */
const GAP = 2;

const NO_FRAME = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  right: '',
  'right-mid': '',
  mid: '',
  'mid-mid': '',
  middle: '',
} as const;

/** The width to write to. */
export function widthOf(world: World): number {
  const told = world.stdout.columns ?? Number(world.env.COLUMNS ?? DEFAULT_WIDTH);
  const width = Number.isFinite(told) && 0 < told ? told : DEFAULT_WIDTH;
  return Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, width));
}

/** Lay rows out in columns. Columns that are empty in every row are left out. */
export function formatTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number,
): string {
  const used = columns.map((_, index) => rows.some((row) => row[index]));
  const kept = columns.filter((_, index) => used[index]);
  const widths = shareWidth(kept, width);
  const table = new Table({
    head: kept.map((column) => column.head),
    chars: NO_FRAME,
    colWidths: widths,
    wordWrap: true,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': GAP },
  });
  const laid = rows.map((row) => row.filter((_, index) => used[index]));
  const isWrapped = laid.some((row) =>
    row.some((cell, index) => cell.includes('\n') || (widths[index] ?? 0) - GAP < cell.length),
  );
  const air = kept.map(() => '');
  // Rows of more than one line are told apart by a blank one.
  table.push(...laid.flatMap((row, index) => (isWrapped && 0 < index ? [air, row] : [row])));
  const lines = table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd());
  const isHeadWrapped = kept.some(
    ({ head }, index) => head.includes(' ') && (widths[index] ?? 0) - GAP < head.length,
  );
  return airOut(lines, { headLines: isHeadWrapped ? 2 : 1, rowCount: rows.length, width });
}

function shareWidth(columns: readonly Column[], width: number): number[] {
  const total = columns.reduce((sum, { share }) => sum + share, 0);
  const least = columns.reduce((sum, column) => sum + column.least + GAP, 0);
  const free = Math.max(0, width - least);
  // Five columns on sixty characters: each gives way by the same part.
  const part = Math.min(1, width / least);
  return columns.map((column) =>
    Math.floor((column.least + GAP) * part + (free * column.share) / total),
  );
}

interface Laid {
  headLines: number;
  rowCount: number;
  width: number;
}

/** Puts a rule under the head. */
function airOut(lines: string[], { headLines, rowCount, width }: Laid): string {
  const told = lines.filter((line, index) => line !== '' || 0 < index);
  const body = rowCount === 0 ? [] : told.slice(headLines);
  return [...told.slice(0, headLines), '─'.repeat(Math.min(width, 200)), ...body].join('\n');
}
