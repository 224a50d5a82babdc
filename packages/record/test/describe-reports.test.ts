import { expect, test } from 'vitest';
import { describeReports } from '../src/index.ts';

test.each([
  [[2, 2, 2], '2 reports, 2 origins'],
  [[2, 2, 1], '2 reports, 1 origin'],
  [[3, 2, 1], '3 reports in 2 articles, 1 origin'],
  [[2, 1, 1], '2 reports in 1 article, 1 origin'],
  [[1, 1, 1], '1 report, 1 origin'],
] as const)('reports: %j places, articles and origins are "%s"', (counts, words) => {
  const [placeCount, articleCount, originCount] = counts;
  expect(describeReports({ placeCount, articleCount, originCount })).toBe(words);
});
