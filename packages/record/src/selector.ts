/**
 * W3C Web Annotation selectors: describe a place in a text, and find it again. Offsets count
 * Unicode code points there (Web Annotation Data Model, 4.2.4 and 4.2.5) and UTF-16 units here;
 * this file is the border. Looking is position first, then quote, checked against the text.
 * @module
 */
import type { Span } from './span.ts';

/** A quotation with the words around it. */
export interface TextQuoteSelector {
  type: 'TextQuoteSelector';
  exact: string;
  prefix?: string;
  suffix?: string;
}

/** A place in code points, `[start, end)`. */
export interface TextPositionSelector {
  type: 'TextPositionSelector';
  start: number;
  end: number;
}

/** Where a description was found: at its position, elsewhere, or nowhere. */
export type Anchored = { kind: 'exact'; at: Span } | { kind: 'moved'; at: Span } | { kind: 'lost' };

/** UTF-16 units of context on either side: a dozen words tell two equal quotations apart. */
const CONTEXT_LENGTH = 32;

const isHigh = (unit: number): boolean => 0xd800 <= unit && unit <= 0xdbff;
const isLow = (unit: number): boolean => 0xdc00 <= unit && unit <= 0xdfff;
const splitsPair = (text: string, offset: number): boolean =>
  0 < offset &&
  offset < text.length &&
  isHigh(text.charCodeAt(offset - 1)) &&
  isLow(text.charCodeAt(offset));

/**
 * Code points before a UTF-16 offset; an offset inside a surrogate pair counts the pair.
 * @throws RangeError when the offset lies outside the text.
 * @example
 * codePointOffset('😀a', 2) // 1
 */
export function codePointOffset(text: string, offset: number): number {
  if (offset < 0 || text.length < offset)
    throw new RangeError(`offset ${offset} is outside 0..${text.length}`);
  let points = 0;
  for (let i = 0; i < offset; i++) {
    if (isHigh(text.charCodeAt(i)) && i + 1 < text.length && isLow(text.charCodeAt(i + 1))) i++;
    points++;
  }
  return points;
}

/**
 * The UTF-16 offset after a number of code points.
 * @returns null when the text has fewer.
 * @example
 * utf16Offset('😀a', 1) // 2
 */
export function utf16Offset(text: string, points: number): number | null {
  let offset = 0;
  for (let seen = 0; seen < points; seen++) {
    if (text.length <= offset) return null;
    offset += splitsPair(text, offset + 1) ? 2 : 1;
  }
  return offset;
}

/**
 * Describe a span: its position in code points, its words, and the words around it.
 * @throws RangeError when the span does not lie in the text.
 */
export function describeSpan(
  text: string,
  at: Span,
): { quote: TextQuoteSelector; position: TextPositionSelector } {
  const [start, end] = at;
  if (start < 0 || end < start || text.length < end)
    throw new RangeError(`span [${start}, ${end}) is outside a text of ${text.length}`);
  let from = Math.max(0, start - CONTEXT_LENGTH);
  let to = Math.min(text.length, end + CONTEXT_LENGTH);
  if (splitsPair(text, from)) from++;
  if (splitsPair(text, to)) to--;
  const first = codePointOffset(text, start);
  return {
    quote: {
      type: 'TextQuoteSelector',
      exact: text.slice(start, end),
      prefix: text.slice(Math.min(from, start), start),
      suffix: text.slice(end, Math.max(to, end)),
    },
    position: {
      type: 'TextPositionSelector',
      start: first,
      end: first + codePointOffset(text.slice(start, end), end - start),
    },
  };
}

/**
 * Find a described place again. At its position with its words: exact. Else the occurrence of
 * its words with the most context in common, the nearest on a tie: moved. Else lost; never a guess.
 */
export function matchSelector(
  text: string,
  selector: { quote: TextQuoteSelector; position?: TextPositionSelector },
): Anchored {
  const { exact, prefix = '', suffix = '' } = selector.quote;
  const start = selector.position ? utf16Offset(text, selector.position.start) : null;
  if (start !== null && text.startsWith(exact, start))
    return { kind: 'exact', at: [start, start + exact.length] };
  if (exact === '') return { kind: 'lost' };
  let best: { at: number; context: number; distance: number } | null = null;
  for (let at = text.indexOf(exact); at !== -1; at = text.indexOf(exact, at + 1)) {
    const context =
      commonEnd(text.slice(Math.max(0, at - prefix.length), at), prefix) +
      commonStart(text.slice(at + exact.length, at + exact.length + suffix.length), suffix);
    const distance = Math.abs(at - (start ?? 0));
    if (!best || best.context < context || (best.context === context && distance < best.distance))
      best = { at, context, distance };
  }
  return best ? { kind: 'moved', at: [best.at, best.at + exact.length] } : { kind: 'lost' };
}

function commonStart(a: string, b: string): number {
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  return i;
}

function commonEnd(a: string, b: string): number {
  let i = 0;
  while (i < a.length && i < b.length && a[a.length - 1 - i] === b[b.length - 1 - i]) i++;
  return i;
}
