/**
 * The board from records: cells, the three blanks, reports against origins, later positions.
 * @module
 */
import { type BoardCell, type BoardRow, listReasons, type Stance } from '@onrecord/record';
import { describe, expect, test } from 'vitest';
import { assembleBoard } from '../../src/board/assemble-board.ts';
import { recordOf } from '../builder/marked-record.ts';

const pledge = {
  party: 'Valdoria',
  by: 'Lucan Hadrel',
  stance: 'offers',
  text: '{p|Valdoria} {c|is ready to} {a|send {q=3000 soldiers|up to 3,000 soldiers}}, but {only-after/ceasefire/ceasefire|only after a ceasefire}.',
} as const;
const refusal = {
  party: 'Breland',
  by: 'Otto Lindqvar',
  stance: 'refuses',
  text: '{p|Breland} {c|will not} {a|send soldiers to the valley}.',
} as const;
const silence = {
  party: 'Skarland',
  by: 'Tove Rasmark',
  act: 'declines',
  text: '{s|Rasmark} {c|declined to comment} on the sum.',
} as const;
const first = recordOf({
  lines: [pledge, refusal, silence],
  publishedOn: '2027-04-12',
  publisher: 'A',
});

function cellOf(board: ReturnType<typeof assembleBoard>, name: string, stance: Stance): BoardCell {
  const row = board.rows.find((one) => one.party.name === name);
  const cell = row?.cells.find((one) => one.stance === stance);
  if (cell === undefined) throw new Error(`no cell ${name} × ${stance}`);
  return cell;
}

describe('board', () => {
  test('a pledge stands in the row of its party with condition, amount and words', () => {
    const [entry] = cellOf(assembleBoard([first]), 'Valdoria', 'offers').entries;
    expect(entry?.conditions.map((chip) => `${chip.key} ${chip.connective} ${chip.state}`)).toEqual(
      ['ceasefire only-after open'],
    );
    expect(entry?.amount).toEqual({ unit: 'soldier', from: 0, to: 3000 });
    expect(entry?.evidence[0]?.quote).toBe(
      'Valdoria is ready to send up to 3,000 soldiers, but only after a ceasefire',
    );
    expect(entry?.assertedBy?.name).toBe('Lucan Hadrel');
  });

  test('the three blanks are kept apart: refused, asked and declined, nothing found', () => {
    const board = assembleBoard([first]);
    expect(cellOf(board, 'Breland', 'commits').blank).toBe('refused');
    expect(cellOf(board, 'Skarland', 'commits').blank).toBe('declined');
    expect(cellOf(board, 'Valdoria', 'commits').blank).toBe('nothing-found');
    expect(board).toMatchObject({
      articleCount: 1,
      between: { from: '2027-04-12', to: '2027-04-12' },
    });
  });

  test('a blank rests on words that stand once in the row: what it refuses, or that it was asked', () => {
    const board = assembleBoard([first]);
    const rowOf = (name: string) => board.rows.find(({ party }) => party.name === name) as BoardRow;
    const breland = rowOf('Breland');
    const refusals = cellOf(board, 'Breland', 'refuses').entries;
    expect(refusals.length).toBeGreaterThan(0);
    expect(listReasons(breland, 'refused')).toEqual(refusals.flatMap(({ evidence }) => evidence));
    const [asked] = listReasons(rowOf('Skarland'), 'declined');
    expect(asked?.quote).toMatch(/declined/);
    expect(listReasons(rowOf('Valdoria'), 'nothing-found')).toEqual([]);
  });

  test('a watched party of which nothing is said has a row of blanks', () => {
    const orsia = { key: 'government:orsia', name: 'Orsia', kind: 'government' } as const;
    const board = assembleBoard([first], { watched: [orsia] });
    expect(cellOf(board, 'Orsia', 'commits').blank).toBe('nothing-found');
  });

  test('a reprint adds a report and no origin; another outlet adds both', () => {
    const long = {
      ...pledge,
      text: `${pledge.text} That was said at the end of a long day in the harbour palace.`,
    };
    const wire = recordOf({ lines: [long], publisher: 'Wire', publishedOn: '2027-04-12' });
    const reprint = recordOf({ lines: [long], publisher: 'Paper', publishedOn: '2027-04-13' });
    const own = recordOf({
      lines: [{ ...pledge, text: `In Cardenne, ${pledge.text.replace('is ready', 'was ready')}` }],
      publisher: 'Own',
      publishedOn: '2027-04-13',
    });
    const [entry] = cellOf(assembleBoard([wire, reprint, own]), 'Valdoria', 'offers').entries;
    expect([entry?.reportCount, entry?.originCount]).toEqual([3, 2]);
  });

  test('a report that leaves the condition out joins the entry that has it', () => {
    const short = { ...pledge, text: '{p|Valdoria} {c|is ready to} {a|send soldiers}.' };
    const later = recordOf({ lines: [short], publisher: 'B', publishedOn: '2027-04-13' });
    const { entries } = cellOf(assembleBoard([first, later]), 'Valdoria', 'offers');
    expect(entries.map((entry) => entry.conditions.length)).toEqual([1]);
  });

  test('words that waive the condition make an entry of their own', () => {
    const waived = {
      ...pledge,
      text: '{p|Valdoria} {c|is ready to} {a|send {q=3000 soldiers|up to 3,000 soldiers}}, whether or not there is a ceasefire.',
    };
    const later = recordOf({ lines: [waived], publisher: 'B', publishedOn: '2027-05-20' });
    const { entries } = cellOf(assembleBoard([first, later]), 'Valdoria', 'offers');
    expect(entries.map((entry) => entry.conditions.length)).toEqual([0, 1]);
    expect(entries[1]?.supersededBy).toBe(entries[0]?.id);
  });

  test('a changed text at the same address replaces the earlier version', () => {
    const url = 'https://paper.example/1';
    const before = recordOf({ lines: [pledge], url });
    const after = recordOf({
      lines: [{ ...pledge, stance: 'commits', text: pledge.text.replace('is ready to', 'will') }],
      url,
    });
    const board = assembleBoard([before, after]);
    expect(board.articleCount).toBe(1);
    expect(cellOf(board, 'Valdoria', 'offers').entries).toEqual([]);
  });

  test('the approval of a parliament belongs to the state that is bound by it', () => {
    const approval = '{only-if/approval-of/approval of parliament|provided parliament approves}';
    const board = assembleBoard([
      recordOf({
        lines: [
          { party: 'Valdoria', text: `{p|Valdoria} {c|will} {a|send boats} ${approval}.` },
          { party: 'Skarland', text: `{p|Skarland} {c|will} {a|send trucks} ${approval}.` },
        ],
      }),
    ]);
    expect(board.conditions.map((condition) => condition.key)).toEqual([
      'approval-of:approval-of-parliament@skarland',
      'approval-of:approval-of-parliament@valdoria',
    ]);
  });
});
