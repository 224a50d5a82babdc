/**
 * What holds for any board: every entry has one outcome, loops close, totals are of entries.
 * @module
 */
import type { ConditionState } from '@onrecord/record';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assembleBoard } from '../../src/board/assemble-board.ts';
import { assumeStates } from '../../src/what-if/assume-states.ts';
import { type MarkedLine, recordOf } from '../builder/marked-record.ts';

const parties = ['Tavria', 'Kessland', 'Orsia', 'Breland'];
const actions = ['lift the blockade', 'withdraw the guns', 'open the port', 'free the prisoners'];
const stances = ['commits', 'offers', 'refuses', 'rejects', 'considers'] as const;
const connectives = ['only-after', 'if', 'unless', 'until', 'as-long-as'];
const states: ConditionState[] = ['open', 'met', 'failed', 'disputed'];

const line = fc
  .record({
    party: fc.constantFrom(...parties),
    stance: fc.constantFrom(...stances),
    action: fc.constantFrom(...actions),
    connective: fc.option(fc.constantFrom(...connectives)),
    waitsFor: fc.constantFrom(...parties),
    trigger: fc.constantFrom(...actions),
  })
  .map(({ party, stance, action, connective, waitsFor, trigger }): MarkedLine => {
    const condition =
      connective === null
        ? ''
        : ` {${connective}/other/${trigger}/${waitsFor}|${connective} ${waitsFor} will ${trigger}}`;
    return { party, stance, text: `{p|${party}} {c|would} {a|${action}}${condition}.` };
  });

test('every current entry has one outcome, loops are closed walks, and nothing is lost', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), fc.constantFrom(...states), (lines, state) => {
      const board = assembleBoard([recordOf({ lines, publishedOn: '2027-04-12' })]);
      const entries = board.rows.flatMap((row) => row.cells.flatMap((cell) => cell.entries));
      const result = assumeStates(board, { blockade: state });
      expect(result.entries.map((one) => one.entry.id).sort()).toEqual(
        entries.map((one) => one.id).sort(),
      );
      expect(new Set(entries.map((one) => one.id)).size).toBe(entries.length);
      for (const { links } of result.loops)
        for (const [index, link] of links.entries())
          expect(links[(index + 1) % links.length]?.entryId).toBe(link.waitsForEntryId);
      for (const one of result.entries) {
        if (one.outcome === 'waiting') expect(one.waitsFor.length).toBeGreaterThan(0);
        if (one.outcome === 'void') expect(one.voidBy.length).toBeGreaterThan(0);
        if (one.outcome === 'contested') expect(one.contestedBy.length).toBeGreaterThan(0);
      }
    }),
    { seed: 11, numRuns: 150 },
  );
});

test('assuming what is already known changes nothing', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
      const board = assembleBoard([recordOf({ lines, publishedOn: '2027-04-12' })]);
      const known = Object.fromEntries(board.conditions.map(({ key, state }) => [key, state]));
      expect(assumeStates(board, known).entries).toEqual(assumeStates(board, {}).entries);
    }),
    { seed: 12, numRuns: 60 },
  );
});
