import { dateOfDay, findDay, findTicks } from '@onrecord/web';
import { describe, expect, test } from 'vitest';

describe('days', () => {
  test.each(['1970-01-01', '2027-04-12', '2000-02-29'])('%s comes back as it went', (iso) => {
    expect(dateOfDay(findDay(iso) ?? Number.NaN)).toBe(iso);
  });

  test('what is no date has no day', () => {
    expect(findDay('soon')).toBeNull();
    expect(findDay(undefined)).toBeNull();
  });
});

describe('ticks', () => {
  const ticks = (from: string, to: string) => findTicks(findDay(from) ?? 0, findDay(to) ?? 0);

  test('over half a year there is one a month', () => {
    expect(ticks('2027-01-15', '2027-06-15').map(({ label }) => label)).toEqual([
      'Feb 2027',
      'Mar 2027',
      'Apr 2027',
      'May 2027',
      'Jun 2027',
    ]);
  });

  test('over ten years there is one a year', () => {
    expect(ticks('2017-05-01', '2027-05-01').map(({ label }) => label)).toEqual(
      Array.from({ length: 10 }, (_, at) => String(2018 + at)),
    );
  });

  test('over three weeks there is one a week', () => {
    const days = ticks('2027-04-01', '2027-04-22').map(({ day }) => day);
    expect(days.map((day) => day - (days[0] ?? 0))).toEqual([0, 7, 14, 21]);
  });

  test('each lies inside the span', () => {
    for (const [from, to] of [
      ['2027-01-01', '2027-01-02'],
      ['2020-02-29', '2027-03-01'],
    ] as const)
      for (const { day } of ticks(from, to)) {
        expect(day).toBeGreaterThanOrEqual(findDay(from) ?? 0);
        expect(day).toBeLessThanOrEqual(findDay(to) ?? 0);
      }
  });
});
