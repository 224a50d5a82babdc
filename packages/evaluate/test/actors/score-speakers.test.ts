/**
 * The judge's measure of speakers: names fold, the unnamed need their last word, open is not right.
 * @module
 */
import { describe, expect, test } from 'vitest';
import { isSameSpeaker, scoreSpeakers } from '../../src/actors/score-speakers.ts';

const CASES: readonly [string, string, string[], boolean][] = [
  ['Orla Vane', 'person', ['Minister Orla Vane'], true],
  ['Orla J. Vane', 'person', ['Orla Vane'], true],
  ['Orla Vane', 'person', ['Vane'], false],
  ['Orla Vane', 'person', ['Someone', 'Orla Vane'], false],
  ['Harbour Board', 'organisation', ['Port Authority', 'the Harbour Board'], true],
  ['senior dock officials', 'unnamed', ['dock officials'], true],
  ['dock officials', 'unnamed', ['officials at the dock'], false],
  ['Orla Vane and Ben Ruiz', 'person', ['Ben Ruiz'], true],
];

describe('speakers', () => {
  for (const [speaker, kind, names, isRight] of CASES)
    test(`${names.join(' / ')} is ${isRight ? '' : 'not '}${speaker}`, () => {
      expect(isSameSpeaker({ speaker, kind }, names)).toBe(isRight);
    });

  test('a speaker left open counts as found and not as answered', () => {
    const text = 'Vane said the harbour would close.';
    const source: [number, number][] = [[0, 4]];
    const content: [number, number][] = [[10, 33]];
    const mark = { source, content, speaker: 'Orla Vane', kind: 'person', represents: null };
    const record = { actors: [], statements: [{ source, content }] };
    const [outcome] = scoreSpeakers({ id: '1', text, speakers: [mark] }, record as never, () => 1);
    expect(outcome).toMatchObject({ isFound: true, isRight: false, isNamed: true });
    expect(outcome?.given).toBeUndefined();
  });
});
