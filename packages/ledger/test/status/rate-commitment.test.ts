/**
 * Status from evidence: what moves it, what does not, and when there is no verdict.
 * @module
 */
import { describe, expect, test } from 'vitest';
import { STATUS_SCALES } from '../../src/status/mappings.ts';
import { rateCommitment } from '../../src/status/rate-commitment.ts';
import { type MarkedLine, recordOf } from '../builder/marked-record.ts';

const pledge: MarkedLine = {
  party: 'Skarland',
  by: 'Tove Rasmark',
  on: '2027-04-20',
  text: '{p|Skarland} {c|will} {a|deliver {q=6 batteries|six batteries} to Tavria} {d=2027-09-30|by Sept. 30}.',
};
/** A line without marks: news that tells something. */
const tells = (text: string): MarkedLine => ({ party: 'Skarland', act: 'shows', text });

const rate = (later: MarkedLine | null, options = {}, first = pledge) => {
  const own = recordOf({ lines: [first], publishedOn: '2027-04-20' });
  const records =
    later === null ? [own] : [own, recordOf({ lines: [later], publishedOn: '2027-07-02' })];
  return rateCommitment(records, own.commitments[0]?.id ?? '', options);
};

describe('status', () => {
  test.each([
    ['considers', 'floated'],
    ['offers', 'offered'],
    ['commits', 'pledged'],
    ['accepts', 'agreed'],
  ] as const)('a party that %s has %s', (stance, status) => {
    expect(rate(null, {}, { ...pledge, stance })).toMatchObject({ kind: 'rated', status });
  });

  test.each([
    ['Skarland delivered six batteries to Tavria on Friday.', 'delivered'],
    ['The six batteries that Skarland promised Tavria were delivered on Friday.', 'delivered'],
    ["Skarland's first battery was delivered to Tavria on Friday.", 'delivering'],
    ['Skarland delivered two batteries to Tavria.', 'delivering'],
    ['Skarland has failed to deliver the batteries to Tavria.', 'broken'],
    ['Skarland suspended the delivery of batteries to Tavria.', 'suspended'],
    ['Delivery of the batteries to Tavria is delayed, Skarland said.', 'stalled'],
    ["Skarland's parliament approved the bill to deliver batteries to Tavria.", 'legislated'],
  ])('deeds: "%s" is %s', (text, status) => {
    expect(rate(tells(text))).toMatchObject({ kind: 'rated', status });
  });

  test.each([
    'Skarland will deliver the batteries to Tavria in August.',
    'Skarland promised that six batteries would be delivered to Tavria.',
    'Breland delivered six batteries to Tavria.',
    'Skarland delivered six tents to Orsia.',
    'If Skarland delivered the batteries, Tavria would be safer.',
  ])('no deed: "%s"', (text) => {
    expect(rate(tells(text))).toMatchObject({ kind: 'rated', status: 'pledged' });
  });

  test('a later refusal on the same matter withdraws it', () => {
    const refusal: MarkedLine = {
      ...pledge,
      stance: 'refuses',
      on: '2027-07-01',
      text: '{p|Skarland} {c|will not} {a|deliver batteries to Tavria}.',
    };
    expect(rate(refusal)).toMatchObject({ kind: 'rated', status: 'withdrawn' });
  });

  test('a later pledge with another number supersedes it', () => {
    const fewer: MarkedLine = {
      ...pledge,
      on: '2027-07-01',
      text: '{p|Skarland} {c|will} {a|deliver {q=4 batteries|four batteries} to Tavria}.',
    };
    expect(rate(fewer)).toMatchObject({ kind: 'rated', status: 'superseded' });
  });

  test('a pledge of one word is not taken for every deed with that word', () => {
    const vague: MarkedLine = {
      ...pledge,
      stance: 'accepts',
      text: '{p|Skarland} {c|accepts} {a|the date}.',
    };
    const told = tells('Skarland said that the date went by without an exchange.');
    expect(rate(told, {}, vague)).toMatchObject({ kind: 'rated', status: 'agreed' });
  });

  test('each step of the history names its words', () => {
    const rating = rate(tells('Skarland delivered six batteries to Tavria on Friday.'));
    expect(rating.history.map((step) => [step.status, step.on, step.because])).toEqual([
      ['pledged', '2027-04-20', '"will"'],
      ['delivered', '2027-07-02', '"delivered"'],
    ]);
  });
});

describe('cannot be rated, because …', () => {
  test('a demand promises nothing', () => {
    expect(rate(null, {}, { ...pledge, stance: 'demands' })).toMatchObject({ kind: 'not-rated' });
  });
  test('only an unnamed source said so', () => {
    expect(rate(null, {}, { ...pledge, basis: 'unnamed-source' })).toMatchObject({
      kind: 'not-rated',
    });
  });
  test('the date has passed and nothing is known', () => {
    expect(rate(null, { asOf: '2027-10-01' })).toMatchObject({
      kind: 'not-rated',
      because: expect.stringContaining('2027-09-30'),
    });
    expect(rate(null, { asOf: '2027-09-01' })).toMatchObject({ kind: 'rated', status: 'pledged' });
  });
  test('the party denies it', () => {
    const denial: MarkedLine = {
      party: 'Skarland',
      by: 'Tove Rasmark',
      on: '2027-07-01',
      act: 'says',
      text: 'Rasmark {c|denied} that Skarland had promised to deliver batteries to Tavria.',
    };
    expect(rate(denial)).toMatchObject({
      kind: 'not-rated',
      because: 'the party denies having promised it',
    });
  });
  test('an id that no record has is a mistake of the caller', () => {
    expect(() => rateCommitment([], 'c_none')).toThrow(RangeError);
  });
});

test('every scale has a label for every status', () => {
  for (const scale of STATUS_SCALES) expect(Object.keys(scale.labels)).toHaveLength(14);
});
