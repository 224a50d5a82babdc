/**
 * Word features: the same hashes as the trainer's `features.py` computes.
 * @module
 */
import { expect, test } from 'vitest';
import { findWordFeatures, normalForm } from '../../src/tag/word-features.ts';

test.each([
  ['Zembla', 'zembla'],
  ['B-52', 'b-00'],
  ['don’t', "don't"],
  ['’', '’'],
  ['İzmir', 'İzmir'],
])('normal form: %s is %s', (form, normal) => expect(normalForm(form)).toBe(normal));

test('features: the trainer hashes "U.S.-led" and "Ostravë" to the same numbers', () => {
  const { word, affixes, grams } = findWordFeatures('U.S.-led');
  expect([word, affixes.length, grams.length]).toEqual(EXPECTED_LED);
  expect(findWordFeatures('Ostravë').affixes).toEqual(EXPECTED_CITY);
});

test.each([
  ['AAAA1111bbbbCCCC....-XyZ22x', 2571588733, 3898787944, 3354316927],
  ['a', 3826114868, 1032155828, 1537265891],
])(
  'features: the trainer sums the hashes of "%s" to the same numbers',
  (form, word, affix, gram) => {
    const sum = (hashes: readonly number[]): number =>
      hashes.reduce((total, hash) => (total + hash) % 2 ** 32, 0);
    const found = findWordFeatures(form);
    expect([found.word, sum(found.affixes), sum(found.grams)]).toEqual([word, affix, gram]);
  },
);

// python3 -c "from features import *; print(features_of('U.S.-led'), features_of('Ostravë'))"
const EXPECTED_LED: number[] = [1392355061, 8, 8];
const EXPECTED_CITY: number[] = [
  756567217, 4008559406, 2679454158, 2267197411, 90340604, 2232044851, 2499803536, 1438384527,
];
