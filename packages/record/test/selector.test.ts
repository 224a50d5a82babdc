/**
 * Selectors: code points at the border, position then quote, never a guess.
 * @module
 */
import {
  codePointOffset,
  describeSpan,
  matchSelector,
  type Span,
  utf16Offset,
} from '@onrecord/record';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const anyText = fc.string({ unit: 'binary', maxLength: 60 });
const anyPlace = anyText.chain((text) =>
  fc.tuple(fc.constant(text), fc.nat([...text].length), fc.nat([...text].length)),
);

test('selectors: match(describe(span)) is the span, for any text and any span on whole letters', () => {
  fc.assert(
    fc.property(anyPlace, ([text, a, b]) => {
      const at: Span = [utf16Offset(text, Math.min(a, b))!, utf16Offset(text, Math.max(a, b))!];
      expect(matchSelector(text, describeSpan(text, at))).toEqual({ kind: 'exact', at });
    }),
    { seed: 2, numRuns: 500 },
  );
});

test('selectors: positions count code points, as the W3C says', () => {
  const text = '😀😀 Oda said so.';
  expect(describeSpan(text, [5, 8]).position).toMatchObject({ start: 3, end: 6 });
  expect(codePointOffset(text, text.length)).toBe(15);
  expect(utf16Offset(text, 16)).toBeNull();
});

test('selectors: a context never cuts a surrogate pair', () => {
  const text = `${'x'.repeat(3)}😀${'y'.repeat(31)}HERE${'z'.repeat(31)}😀`;
  const { quote } = describeSpan(text, [36, 40]);
  expect(quote.prefix).toBe('y'.repeat(31));
  expect(quote.suffix).toBe('z'.repeat(31));
});

test('selectors: after an insertion the quotation is found moved, by its context', () => {
  const text = 'Yes, he said. No, she said.';
  const described = describeSpan(text, [22, 26]);
  const later = `On Monday: ${text}`;
  expect(matchSelector(later, described)).toEqual({ kind: 'moved', at: [33, 37] });
});

test('selectors: words that are gone are lost, not guessed', () => {
  const described = describeSpan('They will sign.', [10, 14]);
  expect(matchSelector('They may.', described)).toEqual({ kind: 'lost' });
});

test('selectors: a span outside the text is a RangeError', () => {
  expect(() => describeSpan('abc', [1, 9])).toThrow(RangeError);
  expect(() => codePointOffset('abc', 4)).toThrow(RangeError);
});
