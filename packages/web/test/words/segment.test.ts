import type { Span } from '@onrecord/record';
import { FIELDS, type FieldSpan, findSegments } from '@onrecord/web';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const fieldSpan = (length: number) =>
  fc
    .tuple(fc.constantFrom(...FIELDS), fc.nat(length), fc.nat(length))
    .map(([field, a, b]): FieldSpan => ({ field, span: [Math.min(a, b), Math.max(a, b)] as Span }))
    .filter(({ span }) => span[0] < span[1]);

const entries = fc.array(fc.record({ fields: fc.array(fieldSpan(80), { maxLength: 6 }) }), {
  maxLength: 8,
});

describe('segments', () => {
  test('joined, they give back the text, in order and without gaps', () => {
    fc.assert(
      fc.property(entries, fc.array(fc.nat(80)), (list, boundaries) => {
        const segments = findSegments(80, list, boundaries);
        let at = 0;
        for (const { span } of segments) {
          expect(span[0]).toBe(at);
          expect(span[1]).toBeGreaterThan(span[0]);
          at = span[1];
        }
        expect(at).toBe(80);
      }),
      { seed: 8 },
    );
  });

  test('each carries exactly the marks whose spans cover it', () => {
    fc.assert(
      fc.property(entries, (list) => {
        for (const { span, marks } of findSegments(80, list)) {
          const covering = list.flatMap(({ fields }, entry) =>
            fields
              .filter((field) => field.span[0] <= span[0] && span[1] <= field.span[1])
              .map(({ field }) => `${entry} ${field}`),
          );
          expect(marks.map(({ entry, field }) => `${entry} ${field}`).sort()).toEqual(
            covering.sort(),
          );
        }
      }),
      { seed: 8 },
    );
  });

  test('where a condition lies inside a content, the condition wins', () => {
    const fields: FieldSpan[] = [
      { field: 'content', span: [0, 30] },
      { field: 'condition', span: [10, 20] },
    ];
    const segments = findSegments(30, [{ fields }]);
    expect(segments.map(({ marks }) => marks[0]?.field)).toEqual([
      'content',
      'condition',
      'content',
    ]);
  });

  test('an empty text has none', () => {
    expect(findSegments(0, [])).toEqual([]);
  });

  test('the time grows about as the number of fields does', () => {
    const listOf = (count: number) =>
      Array.from({ length: count }, (_, at) => ({
        fields: [{ field: 'action' as const, span: [at * 10, at * 10 + 8] as Span }],
      }));
    const time = (count: number) => {
      const list = listOf(count);
      const before = process.cpuUsage();
      findSegments(count * 10, list);
      // Milliseconds of processor time: what else the machine does must not count.
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    };
    const best = (count: number) => Math.min(...Array.from({ length: 7 }, () => time(count)));
    best(2_000);
    // Eight times as many; a square would be 64 times, and garbage falls where it will.
    expect(best(16_000)).toBeLessThan(30 * best(2_000) + 5);
  });
});
