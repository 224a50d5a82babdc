/**
 * A board on a terminal: a row a position, its conditions with their states, how well it is
 * reported; then the three blanks, the conditions, and what assumed states would change.
 * @module
 */
import {
  type AmountTotal,
  type Board,
  type BoardCell,
  type BoardEntry,
  type BoardRow,
  type ConditionChip,
  type DateRange,
  describeReports,
  type WhatIf,
  type WhatIfEntry,
} from '@onrecord/record';
import { cleanText, clipText, countOf } from '../output/clean-text.ts';
import { type Colours, openColours } from '../output/colours.ts';
import { type Column, formatTable, widthOf } from '../output/table.ts';
import type { World } from '../world.ts';

const COLUMNS: readonly Column[] = [
  { head: 'Party', share: 2, least: 10 },
  { head: 'Position', share: 5, least: 20 },
  { head: 'Condition', share: 4, least: 14 },
  { head: 'Reported', share: 2, least: 14 },
];
const OUTCOME: Column = { head: 'Then', share: 2, least: 14 };
const MOST_WORDS = 200;

interface BoardContext {
  paint: Colours;
  outcomes: ReadonlyMap<string, WhatIfEntry>;
  hasOutcomes: boolean;
}

/** Format a board, and what follows from assumed states where some were given. */
export function formatBoard(board: Board, whatIf: WhatIf | undefined, world: World): string {
  const paint = openColours(world.stdout, world.env);
  const outcomes = new Map((whatIf?.entries ?? []).map((one) => [one.entry.id, one]));
  const context = { paint, outcomes, hasOutcomes: whatIf !== undefined };
  const rows = board.rows.flatMap((row) => partyRows(row, context));
  const columns = whatIf ? [...COLUMNS, OUTCOME] : COLUMNS;
  const table =
    rows.length === 0
      ? 'Nobody takes a position here.'
      : formatTable(columns, rows, widthOf(world));
  const parts = [
    headOf(board, paint),
    table,
    blanksOf(board),
    conditionsOf(board),
    whatIf ? whatIfOf(whatIf, board, paint) : '',
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function headOf(board: Board, paint: Colours): string {
  const searched = [
    countOf(board.articleCount, 'article'),
    countOf(board.originCount, 'independent origin'),
    board.between ? rangeOf(board.between) : '',
  ];
  return [
    paint.bold(cleanText(board.question ?? 'Who stands where')),
    paint.dim(searched.filter(Boolean).join(' · ')),
  ].join('\n');
}

function partyRows(row: BoardRow, context: BoardContext): string[][] {
  const entries = row.cells.flatMap((cell) => cell.entries);
  return entries.map((entry, index) => [
    index === 0 ? context.paint.bold(cleanText(row.party.name)) : '',
    positionOf(entry, context.paint),
    entry.conditions
      .map((chip, at) => {
        const assumed = context.outcomes.get(entry.id)?.entry.conditions[at]?.state ?? chip.state;
        const state = assumed === chip.state ? chip.state : `${assumed}, assumed`;
        return `${clipText(chip.quote, MOST_WORDS)} ${context.paint.dim(`[${state}]`)}`;
      })
      .concat(entry.exceptions.map((words) => `except ${clipText(words, MOST_WORDS)}`))
      .join('\n'),
    reportedOf(entry, context.paint),
    ...(context.hasOutcomes ? [outcomeOf(entry, context)] : []),
  ]);
}

function positionOf(entry: BoardEntry, paint: Colours): string {
  const marks = [
    entry.role ?? '',
    entry.isHedged ? 'hedged' : '',
    entry.isRepeated ? 'again' : '',
    entry.supersededBy === undefined ? '' : 'since replaced',
  ].filter(Boolean);
  const note = marks.length === 0 ? '' : paint.dim(` (${marks.join('; ')})`);
  return `${paint.bold(entry.stance)} ${clipText(entry.action, MOST_WORDS)}${note}`;
}

function reportedOf(entry: BoardEntry, paint: Colours): string {
  const { evidence, reportCount, originCount } = entry;
  const reports =
    evidence.length === 1
      ? '1 report'
      : describeReports({ placeCount: evidence.length, articleCount: reportCount, originCount });
  const by = entry.assertedBy ? `by ${cleanText(entry.assertedBy.name)}` : entry.basis;
  return [by, entry.saidOn ? rangeOf(entry.saidOn) : '', paint.dim(reports)]
    .filter(Boolean)
    .join('\n');
}

function outcomeOf(entry: BoardEntry, { outcomes, paint }: BoardContext): string {
  const found = outcomes.get(entry.id);
  if (!found) return '';
  const words = {
    live: paint.green('live'),
    waiting: paint.yellow(
      `waits for ${found.waitsFor.map((one) => nameOf(one.condition)).join(', ')}`,
    ),
    contested: paint.magenta(
      `contested by ${found.contestedBy.map((one) => one.party.name).join(', ')}`,
    ),
    void: paint.dim(`void: ${found.voidBy.map(nameOf).join(', ')}`),
    refused: paint.red('refused'),
  };
  const ends = found.endsIf.length === 0 ? '' : `\nends if ${found.endsIf.map(nameOf).join(', ')}`;
  return `${words[found.outcome]}${ends}`;
}

/** An event that everybody means by one name is called by it; others by their own words. */
const nameOf = ({ key, type, trigger, quote }: ConditionChip): string =>
  key === type ? trigger : `“${clipText(quote, MOST_WORDS)}”`;

/** The three blanks, each with the parties that it is said of. */
function blanksOf(board: Board): string {
  const said = new Map<string, string[]>();
  for (const row of board.rows) {
    const blank = blankOf(row.cells, board);
    if (blank) said.set(blank, [...(said.get(blank) ?? []), cleanText(row.party.name)]);
  }
  return [...said].map(([blank, names]) => `${blank}: ${names.join(', ')}`).join('\n');
}

function blankOf(cells: readonly BoardCell[], { articleCount }: Board): string | null {
  if (cells.some((cell) => 0 < cell.entries.length)) return null;
  const blank = cells.find((cell) => cell.blank)?.blank;
  if (!blank) return null;
  if (blank === 'declined') return 'Asked and declined';
  if (blank === 'refused') return 'Refused';
  return `Nothing found in ${countOf(articleCount, 'article')}`;
}

function conditionsOf(board: Board): string {
  if (board.conditions.length === 0) return '';
  const lines = board.conditions.map(
    ({ key, state, entryIds }) =>
      `  ${key}: ${state}, under ${entryIds.length} position${entryIds.length === 1 ? '' : 's'}`,
  );
  return ['Conditions (what --if names):', ...lines].join('\n');
}

function whatIfOf(whatIf: WhatIf, board: Board, paint: Colours): string {
  const assumed = Object.entries(whatIf.assumed).map(([name, state]) => `${name} ${state}`);
  const counts = new Map<string, number>();
  for (const { outcome } of whatIf.entries) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  const names = new Map(
    board.rows
      .flatMap((row) => row.cells.flatMap((cell) => cell.entries))
      .map((entry) => [entry.id, entry.party.name]),
  );
  const loops = whatIf.loops.map(
    (loop) =>
      `Each waits for the next: ${loop.links.map((link) => names.get(link.entryId) ?? '?').join(' → ')}`,
  );
  const lines = [
    paint.underline(`If ${assumed.join(', ')}`),
    [...counts].map(([outcome, count]) => `${count} ${outcome}`).join(', '),
    ...whatIf.totals.map(totalOf),
    ...whatIf.unknown.map(
      ({ outcome, entryIds }) => `${outcome}, of unknown size: ${entryIds.length}`,
    ),
    ...loops,
    ...whatIf.unmatched.map((name) => paint.yellow(`no condition here is called ${name}`)),
    paint.dim('A reading of stated conditions, not a forecast.'),
  ];
  return lines.filter(Boolean).join('\n');
}

function totalOf({ outcome, unit, from, to }: AmountTotal): string {
  const amount =
    to === undefined ? `at least ${from}` : from === to ? `${from}` : `${from} to ${to}`;
  return `${outcome}: ${amount} ${unit}`;
}

function rangeOf({ from, to }: DateRange): string {
  return from === to ? from : `${from} – ${to}`;
}
