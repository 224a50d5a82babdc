/**
 * The public names of @onrecord/record: a change here is a change of the contract.
 * @module
 */
import * as record from '@onrecord/record';
import * as decoding from '@onrecord/record/decode';
import { expect, test } from 'vitest';

test('record: the public names of decoding', () => {
  expect(Object.keys(decoding).sort()).toEqual(['decodeRecord', 'findProblems', 'recordSchema']);
});

test('record: the public names', () => {
  expect(Object.keys(record).sort()).toEqual([
    'ACTOR_KINDS',
    'BASES',
    'COMMITMENT_STATUSES',
    'CONDITION_TYPES',
    'CONNECTIVES',
    'CodedError',
    'MENTION_FORMS',
    'PART_KINDS',
    'SCHEMA',
    'STANCES',
    'STATEMENT_ACTS',
    'STATEMENT_KINDS',
    'actorId',
    'articleId',
    'codePointOffset',
    'commitmentId',
    'conditionId',
    'describeReports',
    'describeSpan',
    'encodeRecord',
    'eventId',
    'findOutcome',
    'isWaitingNo',
    'listReasons',
    'matchSelector',
    'quoteOf',
    'span',
    'statementId',
    'textHashOf',
    'utf16Offset',
  ]);
});
