/**
 * Decoding: the round trip, and every problem with its path.
 * @module
 */
import { CodedError, encodeRecord } from '@onrecord/record';
import { decodeRecord, findProblems } from '@onrecord/record/decode';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyRecord, sampleRecord } from './sample-record.ts';

test('decode: what was encoded comes back, for any record', () => {
  fc.assert(
    fc.property(anyRecord, (record) => {
      expect(decodeRecord(encodeRecord(record))).toEqual(record);
    }),
    { seed: 1, numRuns: 200 },
  );
});

test('decode: every problem is told at once, each with its path', () => {
  // biome-ignore lint/suspicious/noExplicitAny: the test breaks the record on purpose
  const record = sampleRecord() as any;
  record.statements[0].kind = 'loud';
  record.commitments[0].conditions[0].span = [9, 3];
  delete record.article.text;
  expect(findProblems(record).map((problem) => problem.path)).toEqual([
    'article.text',
    'statements[0].kind',
    'commitments[0].conditions[0].span',
  ]);
});

test('decode: a span past the end of the text is a problem', () => {
  const record = sampleRecord();
  record.statements[0]!.cue = [[62, 6000]];
  expect(findProblems(record)).toEqual([
    { path: 'statements[0].cue[0]', message: 'ends at 6000, the text at 77' },
  ]);
});

test('decode: an id that no entry has is a problem', () => {
  const record = sampleRecord();
  record.statements[0]!.speaker = 'p_9';
  record.commitments[0]!.parties = ['p_2', 'p_8'];
  expect(findProblems(record).map((problem) => problem.path)).toEqual([
    'statements[0].speaker',
    'commitments[0].parties[1]',
  ]);
});

test('decode: a wrong record throws record-invalid, a broken line json-invalid, with a remedy', () => {
  for (const [json, code] of [
    ['{}', 'record-invalid'],
    ['{"schema":', 'json-invalid'],
  ] as const) {
    const caught = thrownBy(() => decodeRecord(json));
    expect(caught).toBeInstanceOf(CodedError);
    expect((caught as CodedError).code).toBe(code);
    expect((caught as CodedError).remedy).toBeTruthy();
  }
});

function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return undefined;
}
