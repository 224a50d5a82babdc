/** The public names of the package. @module */
import { expect, test } from 'vitest';
import * as intake from '../src/index.ts';
import * as page from '../src/page/index.ts';

test('surface: the sorted list of public names', () => {
  expect(Object.keys(intake).sort()).toEqual([
    'MOST_LINE_LENGTH',
    'decodeLine',
    'decodeText',
    'fetchPage',
    'isAddress',
    'isoDate',
    'looksLikePage',
    'mergeOrigins',
    'privateAddress',
    'readLines',
  ]);
  expect(Object.keys(page)).toEqual(['readPage']);
});
