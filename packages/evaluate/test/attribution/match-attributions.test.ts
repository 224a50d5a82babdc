/**
 * Our measures against the judge's own, on made-up articles.
 * @module
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Span } from '@onrecord/record';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  matchAttributions,
  ratesOf,
  type Triple,
} from '../../src/attribution/match-attributions.ts';

const JUDGE = fileURLToPath(
  new URL('../../../../../shared/score/attribution.mjs', import.meta.url),
);

const TEXT =
  '“We will stay,” Ilse Brandt said on Monday. “All of us.”\n\nThe ministry of Orvia rejected the ' +
  'plan, calling it "a trap" for small states.\n\nBrandt plans to resign.';

function span(part: string): Span {
  const start = TEXT.indexOf(part);
  return [start, start + part.length];
}

const MARKED: Triple[] = [
  {
    source: [span('Ilse Brandt')],
    cue: [span('said')],
    content: [span('“We will stay,”'), span('“All of us.”')],
  },
  {
    source: [span('The ministry of Orvia')],
    cue: [span('rejected')],
    content: [span('the plan')],
  },
  { source: [span('Brandt plans')], cue: [span('plans')], content: [span('to resign')] },
];

describe('attribution measures', () => {
  test('the marks against themselves are all right, by every measure', () => {
    const { tallies } = matchAttributions(TEXT, MARKED, MARKED);
    for (const tally of Object.values(tallies))
      if (tally.marked) expect(ratesOf(tally).f1).toBe(100);
  });

  test('a source that does not overlap makes an attribution wrong, and a missing mark of a source does not', () => {
    const wrong = [{ ...MARKED[1]!, source: [span('small states')] }];
    expect(matchAttributions(TEXT, [MARKED[1]!], wrong).tallies.attribution?.found).toBe(0);
    const open = [{ ...MARKED[1]!, source: [] }];
    expect(matchAttributions(TEXT, open, wrong).tallies.attribution?.found).toBe(1);
  });

  test.skipIf(!existsSync(JUDGE))('the figures are those of the judge', async () => {
    const judge = await import(JUDGE);
    const piece = fc
      .tuple(fc.nat(TEXT.length - 1), fc.integer({ min: 1, max: 40 }))
      .map(([start, size]): Span => [start, Math.min(TEXT.length, start + size)]);
    const pieces = fc.array(piece, { maxLength: 2 });
    const triple = fc.record({ source: pieces, cue: pieces, content: pieces });
    fc.assert(
      fc.property(
        fc.array(triple, { maxLength: 6 }),
        fc.array(triple, { maxLength: 6 }),
        (a, b) => {
          const tally = new judge.Tally();
          judge.scoreDocument(tally, TEXT, a, b, null);
          const report = tally.report();
          for (const [name, ours] of Object.entries(matchAttributions(TEXT, a, b).tallies))
            expect([name, ratesOf(ours).f1]).toEqual([
              name,
              expect.closeTo(100 * report[name].f1, 9),
            ]);
        },
      ),
      { seed: 4, numRuns: 300 },
    );
  });
});
