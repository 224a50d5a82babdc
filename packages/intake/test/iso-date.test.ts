/** Dates as pages and feeds write them. @module */
import { expect, test } from 'vitest';
import { isoDate } from '../src/index.ts';

const cases: [written: string, date: string | null][] = [
  ['2025-09-05', '2025-09-05'],
  ['20250905', '2025-09-05'],
  ['2025-09-05T23:30:00-11:00', '2025-09-05'],
  ['Fri, 05 Sep 2025 10:00:00 GMT', '2025-09-05'],
  ['5 September 2025', '2025-09-05'],
  ['September 5th, 2025', '2025-09-05'],
  ['Sept. 5, 2025', '2025-09-05'],
  ['29 February 2024', '2024-02-29'],
  ['29 February 2025', null],
  ['2025-13-01', null],
  ['yesterday', null],
  ['', null],
];
test.each(cases)('dates: %j is %j', (written, date) => {
  expect(isoDate(written)).toBe(date);
});
