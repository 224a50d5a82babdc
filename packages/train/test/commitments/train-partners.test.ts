/**
 * The trainer of partners on a toy: it learns whom a feature speaks for, and repeats itself.
 * @module
 */
import { PartnerColumn } from '@onrecord/reader';
import { expect, test } from 'vitest';
import { trainPartners } from '../../src/commitments/train-partners.ts';

const OPTIONS = { rowCount: 4, epochs: 30, rate: 0.1, decay: 0.001, seed: 1 };
const subject = { rows: Int32Array.of(0, 1), isParty: true, isCounterparty: false };
const object = { rows: Int32Array.of(0, 2), isParty: false, isCounterparty: true };
const EXAMPLES = [{ options: [subject, object] }, { options: [object, subject] }];

test('partners: the feature of the party gets the weight, that of the other one the other', () => {
  const weights = trainPartners(EXAMPLES, OPTIONS);
  const at = (row: number, column: number) => weights[row * PartnerColumn.Size + column]!;
  expect(at(1, PartnerColumn.Party)).toBeGreaterThan(at(2, PartnerColumn.Party));
  expect(at(2, PartnerColumn.Counterparty)).toBeGreaterThan(at(1, PartnerColumn.Counterparty));
});

test('partners: the same examples and seed give the same weights', () => {
  expect(trainPartners(EXAMPLES, OPTIONS)).toEqual(trainPartners(EXAMPLES, OPTIONS));
});
