/** JSONL: lines out of any chunking, articles out of lines, errors as values. @module */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeLine, type Line, readLines } from '../src/index.ts';

async function* chunked(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.slice(start, start + size);
}

async function linesOf(text: string, size = 7, most?: number): Promise<Line[]> {
  const found: Line[] = [];
  for await (const line of readLines(chunked(new TextEncoder().encode(text), size), most))
    found.push(line);
  return found;
}

describe('readLines', () => {
  test('lines: counted from 1, empty ones left out, the last without a break too', async () => {
    expect(await linesOf('one\r\n\n  \nfour\nfive')).toEqual([
      { line: 1, text: 'one' },
      { line: 4, text: 'four' },
      { line: 5, text: 'five' },
    ]);
  });

  test('lines: one over the limit is told and the next is read', async () => {
    expect(await linesOf(`${'x'.repeat(50)}\nok`, 7, 20)).toEqual([
      { line: 1, text: '', tooLong: true },
      { line: 2, text: 'ok' },
    ]);
  });

  test('property: chunks of any size give the same lines', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme' }).filter((s) => !/[\r\n]/.test(s))),
        fc.integer({ min: 1, max: 20 }),
        async (lines, size) => {
          const text = lines.join('\n');
          expect(await linesOf(text, size)).toEqual(await linesOf(text, 1_000_000));
        },
      ),
      { seed: 11, numRuns: 60 },
    );
  });
});

describe('decodeLine', () => {
  test('articles: every member is kept, and the date in either name', () => {
    const row = {
      id: 7,
      text: 'Talks ended.',
      title: 'Talks',
      date: '2025-09-05T08:00Z',
      url: 'https://a.example/1',
    };
    expect(decodeLine({ line: 3, text: JSON.stringify(row) })).toEqual({
      kind: 'article',
      line: 3,
      article: {
        id: '7',
        text: 'Talks ended.',
        title: 'Talks',
        publishedOn: '2025-09-05',
        url: 'https://a.example/1',
      },
    });
  });

  const wrong: [name: string, line: Line, error: RegExp][] = [
    ['broken JSON', { line: 2, text: '{"text": ' }, /not JSON/],
    ['a list', { line: 2, text: '[1]' }, /not a JSON object/],
    ['no text', { line: 2, text: '{"id":"a"}' }, /"text" must be a string/],
    ['an empty text', { line: 2, text: '{"id":"a","text":" "}' }, /"text" is empty/],
    ['an id that is a list', { line: 2, text: '{"id":[1],"text":"a"}' }, /"id" must be a string/],
    ['a line that was too long', { line: 2, text: '', tooLong: true }, /too long/],
  ];
  test.each(wrong)('errors: %s is told with the line’s number', (_, line, error) => {
    expect(decodeLine(line)).toMatchObject({
      kind: 'error',
      line: 2,
      error: expect.stringMatching(error),
    });
  });
});
