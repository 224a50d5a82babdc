/**
 * How well shifts are found, on the marked pairs: a found type is right when the pair is marked
 * with it. Prints its table when ONRECORD_PRINT is set.
 * @module
 */
import { expect, test } from 'vitest';
import { findShifts } from '../../src/position/find-shifts.ts';
import { readShiftPairs, recordOfPosition } from '../builder/marked-pairs.ts';
import { describeScore, print, scoreOf } from './score.ts';

const pairs = readShiftPairs();

const results = pairs.map((pair) => {
  const records = [
    recordOfPosition(pair.earlier, `https://earlier.example/${pair.id}`),
    recordOfPosition(pair.later, `https://later.example/${pair.id}`),
  ];
  const shifts = findShifts(records, { showNotComparable: true });
  const found = shifts.flatMap(({ comparison }) =>
    comparison.kind === 'shift' ? comparison.types : [],
  );
  const because = shifts.map(({ comparison }) =>
    comparison.kind === 'shift' ? comparison.because.join('; ') : comparison.reason,
  );
  return { ...pair, found, because };
});

test('the set has at least 80 pairs, half of them hard negatives', () => {
  expect(pairs.length).toBeGreaterThanOrEqual(80);
  expect(pairs.filter((pair) => pair.shifts.length === 0).length * 2).toBeGreaterThanOrEqual(
    pairs.length,
  );
});

test.each(['develop', 'held-out'] as const)('shifts: precision at least 95, %s', (half) => {
  const own = results.filter((result) => result.half === half);
  const sum = (count: (one: (typeof own)[number]) => number) =>
    own.reduce((total, one) => total + count(one), 0);
  const isRight = (one: (typeof own)[number], type: string) =>
    one.shifts.includes(type) || (one.also ?? []).includes(type);
  const score = scoreOf({
    right: sum((one) => one.found.filter((type) => isRight(one, type)).length),
    found: sum((one) => one.found.length),
    met: sum((one) => one.shifts.filter((type) => one.found.join(' ').includes(type)).length),
    wanted: sum((one) => one.shifts.length),
  });
  print(describeScore(`shifts, ${half}`, score));
  if (half === 'develop')
    for (const { id, note, shifts, found, because } of own)
      if (shifts.join() !== found.join())
        print(`  ${id} wanted ${shifts}, found ${found} (${because}): ${note}`);
  expect(score.precision).toBeGreaterThanOrEqual(0.95);
  // Low recall would make the precision worth little.
  expect(score.recall).toBeGreaterThanOrEqual(0.6);
});
