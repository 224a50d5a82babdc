/**
 * Spans: half-open ranges of UTF-16 code units into an article's text. Every record rests on them.
 * Counting in code points is W3C's and brat's way; `selector.ts` converts at that border only.
 * @module
 */

/** A half-open range `[start, end)` in UTF-16 code units of `article.text`. */
export type Span = [start: number, end: number];

/**
 * Make a span, checked.
 * @throws RangeError when an offset is negative or no integer, or `end` is before `start`.
 * @example
 * span(2, 5) // [2, 5]
 */
export function span(start: number, end: number): Span {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end < start)
    throw new RangeError(`a span needs 0 <= start <= end as integers, got [${start}, ${end})`);
  return [start, end];
}

/**
 * The words that a list of spans cuts out of the text, pieces joined by " … ".
 * @example
 * quoteOf('We will help them.', [[0, 7]]) // 'We will'
 */
export function quoteOf(text: string, spans: readonly Span[]): string {
  return spans.map(([start, end]) => text.slice(start, end)).join(' … ');
}
