/**
 * Count the sentences of an article for the counter above it. A figure of orientation only: no
 * record rests on it. Parts are counted apart, since a title ends without a full stop.
 * @module
 */
import type { Article } from '@onrecord/record';

/** Count the sentences of an article's title, headings and paragraphs. */
export function countSentences(article: Article): number {
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
  let count = 0;
  const spans =
    0 < article.parts.length ? article.parts.map((part) => part.span) : [[0, article.text.length]];
  for (const [start, end] of spans) {
    const words = article.text.slice(start, end);
    for (const { segment } of segmenter.segment(words)) if (/\p{L}/u.test(segment)) count += 1;
  }
  return count;
}
