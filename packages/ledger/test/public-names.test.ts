/**
 * What the ledger shows: a name that comes or goes is a change for everyone who uses it.
 * @module
 */
import { expect, test } from 'vitest';
import * as ledger from '../src/index.ts';

test('the public names', () => {
  expect(Object.keys(ledger).sort()).toEqual([
    'CONDITION_STATES',
    'FULL_FACT',
    'IATI_ACTIVITY',
    'IATI_TRANSACTION',
    'KIEL',
    'PARTS',
    'POLIMETER',
    'POLITIFACT',
    'REVIEWS',
    'STATUS_SCALES',
    'assembleBoard',
    'assumeStates',
    'findShifts',
    'latestVersions',
    'listPositions',
    'listScales',
    'matchConditionName',
    'openLedger',
    'rateCommitment',
    'resolveOrigins',
    'resolveParties',
    'resolveUtterances',
    'restoreLedger',
  ]);
});
