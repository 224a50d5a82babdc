/**
 * Notes on sentences that were cut at the parser's limit.
 * @module
 */
import { expect, test } from 'vitest';
import { findCutSentences } from '../../src/note/find-cut-sentences.ts';
import { cut } from '../tokenize/cut.ts';

test('notes: a sentence over the limit is told of once, with how many cuts', () => {
  const { tokens, sentences } = cut('ports and rails, '.repeat(200));
  const notes = findCutSentences(tokens, sentences);
  expect(notes).toHaveLength(1);
  expect(notes[0]).toMatchObject({ code: 'sentence-cut' });
  expect(notes[0]!.message).toMatch(/^\d+ sentences are longer than 200 words and cut$/);
});

test('notes: long sentences that end in a stop, or with their paragraph, were not cut', () => {
  const long = `${'ports and rails '.repeat(60)}end.`;
  const { tokens, sentences } = cut(`${long} ${long}\n\n${long}`);
  expect(findCutSentences(tokens, sentences)).toEqual([]);
});
