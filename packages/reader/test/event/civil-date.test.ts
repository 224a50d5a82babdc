/**
 * Calendar arithmetic: known days, and laws that hold for every day.
 * @module
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addMonths,
  civilDateOf,
  dayNumberOf,
  decodeDate,
  encodeDate,
  weekdayOf,
} from '../../src/event/civil-date.ts';

test('civil dates: known days', () => {
  expect(dayNumberOf({ year: 1970, month: 1, day: 1 })).toBe(0);
  expect(decodeDate('2000-03-01')).toBe(11_017);
  expect(weekdayOf(decodeDate('2025-09-05') ?? 0)).toBe(5);
  expect(encodeDate(addMonths(decodeDate('2024-01-31') ?? 0, 1))).toBe('2024-02-29');
});

test('civil dates: a day that the month does not have is refused', () => {
  expect(decodeDate('2025-02-29')).toBeNull();
  expect(decodeDate('2025-13-01')).toBeNull();
  expect(decodeDate('soon')).toBeNull();
});

test('civil dates: day numbers and dates go over into each other', () => {
  fc.assert(
    fc.property(fc.integer({ min: -500_000, max: 500_000 }), (day) => {
      expect(dayNumberOf(civilDateOf(day))).toBe(day);
    }),
    { seed: 6 },
  );
});
