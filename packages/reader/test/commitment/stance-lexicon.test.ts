/**
 * The stance tables: every row reads, and says only stances and frames that exist.
 * @module
 */
import { STANCES } from '@onrecord/record';
import { expect, test } from 'vitest';
import { turnStance } from '../../src/commitment/candidate.ts';
import { ADJECTIVE_TABLE, NOUN_TABLE, VERB_TABLE } from '../../src/commitment/stance-lexicon.ts';

const FRAME =
  /^(inf|that|np|ing|cop|bare|obj-(?:inf|np|to|that|part)|pp-[a-z]+|[a-z]+-(?:inf|ing))$/;

test('stance tables: every frame and stance is known', () => {
  for (const table of [VERB_TABLE, NOUN_TABLE, ADJECTIVE_TABLE])
    for (const [lemma, frames] of table)
      for (const { frame, stance } of frames) {
        expect(STANCES, lemma).toContain(stance);
        expect(frame, lemma).toMatch(FRAME);
      }
});

test('stance tables: no lemma stands twice with one frame', () => {
  for (const table of [VERB_TABLE, NOUN_TABLE, ADJECTIVE_TABLE])
    for (const [lemma, frames] of table)
      expect(new Set(frames.map(({ frame }) => frame)).size, lemma).toBe(frames.length);
});

test('negation: a promise becomes a refusal, support an objection, a refusal is weighed', () => {
  expect(turnStance('commits', true)).toBe('refuses');
  expect(turnStance('accepts', true)).toBe('rejects');
  expect(turnStance('refuses', true)).toBe('considers');
  expect(turnStance('demands', true)).toBe('demands');
  expect(turnStance('commits', false)).toBe('commits');
});
