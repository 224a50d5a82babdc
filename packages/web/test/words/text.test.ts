import {
  describeDate,
  describeDuration,
  describeFragment,
  describeRange,
  shortenText,
  splitControl,
} from '@onrecord/web';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

describe('unseen characters', () => {
  test.each([
    ['a bidi override', 'abc\u202Edef', ['abc', 'U+202E', 'def']],
    ['a zero-width space', 'pay\u200Bments', ['pay', 'U+200B', 'ments']],
    ['a soft hyphen', 'com\u00ADmit', ['com', 'U+00AD', 'mit']],
    ['a tag character', 'x\u{E0041}y', ['x', 'U+E0041', 'y']],
    ['a null', 'x\u0000y', ['x', 'U+0000', 'y']],
    ['a zero-width joiner between letters', 'a\u200Db', ['a', 'U+200D', 'b']],
  ])('%s becomes a sign with its number', (_, text, expected) => {
    expect(splitControl(text).map((run) => run.code ?? run.text)).toEqual(expected);
  });

  test.each([
    ['line breaks and tabs', 'one\n\ttwo'],
    ['a joiner inside an emoji', '👩\u200D🌾'],
    ['right-to-left letters', 'שלום'],
    ['a non-joiner in Persian', 'می\u200Cخواهم'],
  ])('%s stay as they are', (_, text) => {
    expect(splitControl(text)).toEqual([{ text }]);
  });

  test('joined, the runs give back any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(
          splitControl(text)
            .map((run) => run.text)
            .join(''),
        ).toBe(text);
      }),
      { seed: 8 },
    );
  });
});

describe('dates', () => {
  test.each([
    ['2025-09-05', '5 Sep 2025'],
    ['2025-09', 'Sep 2025'],
    ['2025', '2025'],
    ['soon', 'soon'],
  ])('%s is %s', (iso, expected) => expect(describeDate(iso)).toBe(expected));

  test.each([
    ['2025-09-04', '2025-09-04', '4 Sep 2025'],
    ['2025-09-04', '2025-09-06', '4–6 Sep 2025'],
    ['2025-09-29', '2025-10-02', '29 Sep – 2 Oct 2025'],
    ['2024-12-30', '2025-01-02', '30 Dec 2024 – 2 Jan 2025'],
  ])('%s to %s is %s', (from, to, expected) => expect(describeRange(from, to)).toBe(expected));

  test.each([
    ['P30D', '30 days'],
    ['PT24H', '24 hours'],
    ['P1M', '1 month'],
    ['PT1M', '1 minute'],
    ['P1Y2M', 'P1Y2M'],
  ])('%s is %s', (iso, expected) => expect(describeDuration(iso)).toBe(expected));
});

describe('text fragments', () => {
  test('a short quotation stands whole, between the words around it', () => {
    const text = 'He said that help, in part, would come soon enough.';
    const fragment = describeFragment(text, [13, 26]);
    expect(fragment).toBe(':~:text=He%20said%20that-,help%2C%20in%20part,-%2C%20would%20come');
  });

  test('a dash inside the words is encoded, since it ends a prefix', () => {
    expect(describeFragment('far-off', [0, 7])).toBe(':~:text=far%2Doff');
  });

  test('a long quotation is named by its first and last words', () => {
    const text = Array.from({ length: 40 }, (_, at) => `word${at}`).join(' ');
    expect(describeFragment(text, [0, text.length])).toBe(
      ':~:text=word0%20word1%20word2%20word3%20word4,word35%20word36%20word37%20word38%20word39',
    );
  });
});

test('a long text is cut at a word’s end', () => {
  expect(shortenText('one two three four', 10)).toBe('one two …');
  expect(shortenText('short', 10)).toBe('short');
});
