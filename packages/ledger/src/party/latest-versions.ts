/**
 * Of an article that changed at its address, only the newest version counts.
 * @module
 */
import type { ArticleRecord } from '@onrecord/record';

/** Of several versions at one address, the last in the list. */
export function latestVersions(records: readonly ArticleRecord[]): ArticleRecord[] {
  const lastAt = new Map<string, string>();
  for (const { article } of records)
    if (article.url !== undefined) lastAt.set(article.url, article.id);
  return records.filter(
    ({ article }) => article.url === undefined || lastAt.get(article.url) === article.id,
  );
}
