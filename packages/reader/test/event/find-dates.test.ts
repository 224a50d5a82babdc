/**
 * Dates in the text: what is read, how a missing year is settled, and what is no date.
 * @module
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDates } from '../../src/event/find-dates.ts';
import { layersOf } from './layer-builder.ts';

/** A Friday. */
const REFERENCE = '2025-09-05';

function read(text: string, reference: string | undefined = REFERENCE) {
  return findDates(layersOf(text), reference).map((date) => ({
    words: text.slice(...date.span),
    days: date.from === undefined ? undefined : `${date.from}/${date.to}`,
    within: date.within,
    limit: date.limit,
    precision: date.precision,
  }));
}

const DAYS: [text: string, words: string, days: string, limit?: string][] = [
  ['The minister spoke on Sept. 5 in Velm.', 'Sept. 5', '2025-09-05/2025-09-05', 'at'],
  ['A photo from Aug. 14, 2025, shows it.', 'Aug. 14, 2025', '2025-08-14/2025-08-14', 'since'],
  ['It was signed on 5 September 2021.', '5 September 2021', '2021-09-05/2021-09-05', 'at'],
  ['It falls on the fifth of May.', 'fifth of May', '2025-05-05/2025-05-05', 'at'],
  ['Talks run March 3 to 8, 2022.', 'March 3 to 8, 2022', '2022-03-03/2022-03-08'],
  ['She travels May 30 to June 2.', 'May 30 to June 2', '2025-05-30/2025-06-02'],
  ['The Dec. 28-30 visit is off.', 'Dec. 28-30', '2025-12-28/2025-12-30'],
  ['The deal takes effect Jan. 3.', 'Jan. 3', '2026-01-03/2026-01-03'],
  ['He resigned in July 2019.', 'July 2019', '2019-07-01/2019-07-31', 'at'],
  ['It ends in February 2024.', 'February 2024', '2024-02-01/2024-02-29', 'at'],
  ['Work began in late March.', 'March', '2025-03-01/2025-03-31', 'at'],
  ['They will halve it by 2030.', '2030', '2030-01-01/2030-12-31', 'by'],
  ['That was in the 1990s.', '1990s', '1990-01-01/1999-12-31', 'at'],
  ['Filed 2025-02-11 at noon.', '2025-02-11', '2025-02-11/2025-02-11'],
  ['Filed 2/11/2025 at noon.', '2/11/2025', '2025-02-11/2025-02-11'],
  ['She said Tuesday it was over.', 'Tuesday', '2025-09-02/2025-09-02'],
  ['They will meet on Tuesday.', 'Tuesday', '2025-09-09/2025-09-09', 'at'],
  ['He told aides on Friday.', 'Friday', '2025-09-05/2025-09-05', 'at'],
  ['It failed last Friday.', 'last Friday', '2025-08-29/2025-08-29'],
  ['It opens next Monday.', 'next Monday', '2025-09-08/2025-09-08'],
  ['Monday, September 8, is a holiday.', 'Monday, September 8', '2025-09-08/2025-09-08'],
  ['He left yesterday.', 'yesterday', '2025-09-04/2025-09-04'],
  ['We decide tomorrow morning.', 'tomorrow morning', '2025-09-06/2025-09-06'],
  ['A vote comes next week.', 'next week', '2025-09-08/2025-09-14'],
  ['A vote came last month.', 'last month', '2025-08-01/2025-08-31'],
  ['It ends this quarter.', 'this quarter', '2025-07-01/2025-09-30'],
  ['Aid goes out later this month.', 'later this month', '2025-09-05/2025-09-30'],
  ['He said so earlier this week.', 'earlier this week', '2025-09-01/2025-09-05'],
  ['They met last July.', 'last July', '2025-07-01/2025-07-31'],
  ['They meet next spring.', 'next spring', '2026-03-01/2026-05-31'],
  ['by the end of the year', 'the end of the year', '2025-12-31/2025-12-31', 'by'],
  ['by the end of 2030', 'the end of 2030', '2030-12-31/2030-12-31', 'by'],
  ['at the beginning of next month', 'the beginning of next month', '2025-10-01/2025-10-01', 'at'],
  ["before year's end", "year's end", '2025-12-31/2025-12-31', 'before'],
  ['It began two weeks ago.', 'two weeks ago', '2025-08-18/2025-08-24'],
  ['It began 3 days ago.', '3 days ago', '2025-09-02/2025-09-02'],
  ['in the next 30 days', 'the next 30 days', '2025-09-05/2025-10-05', 'at'],
];

describe('dates: the days that words cover', () => {
  test.each(DAYS)('%s', (text, words, days, limit) => {
    const found = read(text);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ words, days, limit });
  });
});

const LENGTHS: [text: string, words: string, within: string | undefined, limit?: string][] = [
  ['to end it in 24 hours', '24 hours', 'PT24H', 'at'],
  ['within two weeks of the vote', 'two weeks', 'P2W', 'within'],
  ['over a period of four years', 'four years', 'P4Y', 'within'],
  ['in at least ten days', 'ten days', 'P10D', 'at'],
  ['for a decade', 'a decade', 'P10Y', 'for'],
  ['in a few days', 'a few days', undefined, 'at'],
  ['in the coming weeks', 'the coming weeks', undefined, 'at'],
  ['a couple of months', 'a couple of months', undefined],
];

test.each(LENGTHS)(
  'durations: "%s" is an ISO 8601 duration, or open',
  (text, words, within, limit) => {
    expect(read(text)).toMatchObject([{ words, within, limit }]);
  },
);

const NEGATIVES = [
  'They may 5 times refuse.',
  'The march began.',
  'It costs $5 a year.',
  'About 2000 people came.',
  'The Sun reported it.',
  'A second vote failed.',
  'They sat down in fall.',
];

test.each(NEGATIVES)('dates: none in "%s"', (text) => {
  expect(read(text)).toEqual([]);
});

describe('dates: what the words leave open', () => {
  test('a year is taken from the nearest full date where publication is unknown', () => {
    const text =
      'On March 2, 2019, it began. It went on until April 7, and with that the long quarrel over the bridge and its tolls was over for good. By May 1, 2022, it was over.';
    expect(read(text, '').map(({ days }) => days)).toEqual([
      '2019-03-02/2019-03-02',
      '2019-04-07/2019-04-07',
      '2022-05-01/2022-05-01',
    ]);
  });
  test('without any anchor the days stay open and the precision stands', () => {
    expect(read('It opens on April 7.', '')).toMatchObject([{ days: undefined, precision: 'day' }]);
    expect(read('It opens next week.', '')).toMatchObject([{ days: undefined, precision: 'week' }]);
  });
});

test('dates: any text gives ordered spans that do not overlap', () => {
  const word = fc.constantFrom(
    ..."the end of May 5 , 2025 . next week on Tuesday in 24 hours by year 's a few Sept. to".split(
      ' ',
    ),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), (words) => {
      const text = words.join(' ');
      let last = 0;
      for (const { span, from, to } of findDates(layersOf(text), REFERENCE)) {
        expect(span[0]).toBeGreaterThanOrEqual(last);
        expect(span[1]).toBeGreaterThan(span[0]);
        if (from !== undefined) expect((to ?? '') >= from).toBe(true);
        last = span[1];
      }
    }),
    { seed: 6, numRuns: 300 },
  );
});
