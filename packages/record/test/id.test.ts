/**
 * Ids come from content alone.
 * @module
 */
import { createHash } from 'node:crypto';
import {
  articleId,
  commitmentId,
  conditionId,
  span,
  statementId,
  textHashOf,
} from '@onrecord/record';
import { expect, test } from 'vitest';
import { sampleRecord } from './sample-record.ts';

test('ids: a text hash is SHA-256 of the UTF-8 bytes', () => {
  expect(textHashOf('abc')).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});

test('ids: a long text, one with other letters and a short one after them hash as alone', () => {
  const alone = ['abc', 'a'.repeat(3000), 'Größe – 漢字 😀', ''].map((text) => [
    text,
    createHash('sha256').update(text, 'utf8').digest('hex'),
  ]);
  for (const [text, hash] of [...alone, ...alone]) expect(textHashOf(text!)).toBe(hash);
  const known = createHash('sha256')
    .update(JSON.stringify(['p_1', [3, 9]]), 'utf8')
    .digest('hex');
  expect(conditionId('p_1', [3, 9])).toBe(`k_${known.slice(0, 20)}`);
});

test('ids: rule and score do not count, spans and kind do', () => {
  const [statement] = sampleRecord().statements;
  const id = statementId('a_1', statement!);
  expect(statementId('a_1', { ...statement!, rule: 'other', score: 0.2 } as never)).toBe(id);
  expect(statementId('a_1', { ...statement!, kind: 'direct' })).not.toBe(id);
  expect(statementId('a_1', { ...statement!, cue: [[62, 67]] })).not.toBe(id);
  expect(statementId('a_2', statement!)).not.toBe(id);
});

test('ids: another stance is another commitment', () => {
  const [commitment] = sampleRecord().commitments;
  expect(commitmentId('a_1', { ...commitment!, stance: 'offers' })).not.toBe(
    commitmentId('a_1', commitment!),
  );
});

test('ids: the same text at another address is another article', () => {
  const hash = textHashOf('abc');
  expect(articleId(hash, 'https://a.example/')).not.toBe(articleId(hash));
});

test('spans: an end before its start is a RangeError with both numbers', () => {
  expect(span(2, 5)).toEqual([2, 5]);
  expect(() => span(5, 2)).toThrow('[5, 2)');
});
