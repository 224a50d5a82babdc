/**
 * The public names of @onrecord/record: a change here is a change of the contract.
 * @module
 */
import * as record from '@onrecord/record';
import { expect, test } from 'vitest';

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
    'decodeRecord',
    'describeSpan',
    'encodeRecord',
    'eventId',
    'findOutcome',
    'findProblems',
    'isWaitingNo',
    'matchSelector',
    'quoteOf',
    'recordSchema',
    'span',
    'statementId',
    'textHashOf',
    'utf16Offset',
  ]);
});
