/**
 * The measure for commitments: what counts as the same position.
 * @module
 */
import type { Span } from '@onrecord/record';
import { describe, expect, test } from 'vitest';
import {
  countPaired,
  f1OfTally,
  listWords,
  makeCommitmentTallies,
  matchCommitments,
  scoreCommitments,
  viewMark,
  wordsIn,
} from '../../src/commitments/score-commitments.ts';

const TEXT = 'Norland pledged to send ten ships if the straits stay open, but Sudland refused to.';
const at = (words: string): Span => {
  const start = TEXT.indexOf(words);
  return [start, start + words.length];
};
const words = listWords(TEXT);
const mark = (stance: 'commits' | 'refuses', party: string, action: string, condition?: string) =>
  viewMark(
    {
      stance,
      party: [at(party)],
      cue: [at(stance === 'commits' ? 'pledged to' : 'refused to')],
      action: [at(action)],
      condition: condition === undefined ? [] : [at(condition)],
      deadline: [],
      counterparty: [],
      hedge: [],
      exception: [],
      assertedBy: 'self',
    },
    words,
  );

describe('commitments: the judge’s measure', () => {
  test('words are letters and digits with inner points', () => {
    expect(
      listWords('U.S. aid, ten-year').map(([a, b]) => 'U.S. aid, ten-year'.slice(a, b)),
    ).toEqual(['U.S', 'aid', 'ten-year']);
    expect([...wordsIn([at('ten ships')], words)]).toHaveLength(2);
  });

  test('half of an action is the same position, a quarter only with the same cue', () => {
    const whole = mark('commits', 'Norland', 'send ten ships');
    const half = mark('commits', 'Norland', 'send ten');
    const other = mark('refuses', 'Sudland', 'ships if the straits stay open');
    expect(matchCommitments([whole], [half])).toHaveLength(1);
    expect(matchCommitments([whole], [other])).toHaveLength(0);
  });

  test('each mark and each finding is used once', () => {
    const whole = mark('commits', 'Norland', 'send ten ships');
    expect(matchCommitments([whole], [whole, whole])).toHaveLength(1);
  });

  test('full needs stance and party; conditions are paired', () => {
    const tallies = makeCommitmentTallies();
    const gold = mark('commits', 'Norland', 'send ten ships', 'if the straits stay open');
    const wrong = mark('commits', 'Sudland', 'send ten ships');
    scoreCommitments(tallies, [gold], [wrong]);
    expect(f1OfTally(tallies.found)).toBe(100);
    expect(f1OfTally(tallies['found + stance'])).toBe(100);
    expect(f1OfTally(tallies.full)).toBe(0);
    expect(tallies.condition).toEqual({ hit: 0, found: 0, marked: 1 });
  });

  test('a span pairs with one span only', () => {
    const one = new Set([1, 2]);
    expect(countPaired([one, one], [one])).toBe(1);
  });
});
