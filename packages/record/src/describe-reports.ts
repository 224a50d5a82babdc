/**
 * How often something is told, in words. An article can tell it in two places: what it says there
 * are two reports in one article, and copies of one article go back to one origin.
 * @module
 */

const countOf = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** How many places tell of one thing, in how many articles, and to how many origins these go back. */
export interface ReportCounts {
  placeCount: number;
  articleCount: number;
  originCount: number;
}

/** Describe how often something is told: "3 reports in 2 articles, 1 origin". */
export function describeReports({ placeCount, articleCount, originCount }: ReportCounts): string {
  const where = placeCount === articleCount ? '' : ` in ${countOf(articleCount, 'article')}`;
  return `${countOf(placeCount, 'report')}${where}, ${countOf(originCount, 'origin')}`;
}
