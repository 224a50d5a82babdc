/** The public names of the package. @module */
import { expect, test } from 'vitest';
import * as server from '../src/index.ts';
import * as reading from '../src/reading/index.ts';

test('surface: the sorted lists of public names', () => {
  expect(Object.keys(server).sort()).toEqual(['createApp', 'openAnsweringThread', 'serveApp']);
  expect(Object.keys(reading).sort()).toEqual([
    'modelFolder',
    'openLocalReader',
    'openNodeReader',
    'openReadingPool',
    'readInput',
    'resolveArticle',
  ]);
});
