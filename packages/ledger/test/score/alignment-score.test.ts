/**
 * How well reports of one act of speech are aligned, on the marked pairs: the half that the code
 * was fitted to, and the half held out. Prints its table when ONRECORD_PRINT is set.
 * @module
 */
import { expect, test } from 'vitest';
import { resolveUtterances } from '../../src/utterance/resolve-utterances.ts';
import { readAlignmentPairs, recordOfReport } from '../builder/marked-pairs.ts';
import { describeScore, print, scoreOf } from './score.ts';

const pairs = readAlignmentPairs();

function isAligned(pair: (typeof pairs)[number]): boolean {
  const records = [
    recordOfReport(pair.left, `https://left.example/${pair.id}`),
    recordOfReport(pair.right, `https://right.example/${pair.id}`),
  ];
  return resolveUtterances(records).length === 1;
}

const results = pairs.map((pair) => ({ ...pair, found: isAligned(pair) }));

test('the set has at least 80 pairs, half of them hard negatives', () => {
  expect(pairs.length).toBeGreaterThanOrEqual(80);
  expect(pairs.filter((pair) => !pair.same).length).toBeGreaterThanOrEqual(pairs.length / 2);
});

test.each(['develop', 'held-out'] as const)(
  'alignment: precision at least 95, recall at least 60, %s',
  (half) => {
    const own = results.filter((result) => result.half === half);
    const score = scoreOf({
      right: own.filter((one) => one.found && one.same).length,
      found: own.filter((one) => one.found).length,
      wanted: own.filter((one) => one.same).length,
    });
    print(describeScore(`alignment, ${half}`, score));
    if (half === 'develop')
      for (const { id, note, same, found } of own)
        if (same !== found) print(`  ${id} ${same ? 'missed' : 'wrongly joined'}: ${note}`);
    expect(score.precision).toBeGreaterThanOrEqual(0.95);
    expect(score.recall).toBeGreaterThanOrEqual(0.6);
  },
);
