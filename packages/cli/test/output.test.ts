/** What is printed: tables, progress, clean text. @module */

import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as cli from '../src/index.ts';
import { cleanText, clipText } from '../src/output/clean-text.ts';
import { describeProgress, openProgress } from '../src/output/progress.ts';
import { formatTable } from '../src/output/table.ts';
import { prettyJson } from '../src/output/write-out.ts';
import type { Output, World } from '../src/world.ts';

test('surface: the sorted list of public names', () => {
  expect(Object.keys(cli).sort()).toEqual(['ExitCode', 'VERSION', 'run']);
});

describe('tables', () => {
  const columns = [
    { head: 'Who', share: 1, least: 8 },
    { head: 'What', share: 3, least: 12 },
    { head: 'Empty', share: 1, least: 8 },
  ];

  test('columns: words wrap inside their column, an empty column is left out', () => {
    const text = formatTable(
      columns,
      [['Reik', 'will keep the harbour open through the winter', '']],
      40,
    );
    expect(text.split('\n').every((line) => line.length <= 40)).toBe(true);
    expect(text).not.toContain('Empty');
    expect(text).toMatch(/^Who +What\n─+\nReik +will keep/);
  });

  test('rows: apart by a blank line where any of them wraps, close where none does', () => {
    const short = [
      ['Reik', 'goes'],
      ['Marn', 'stays'],
    ];
    expect(formatTable(columns.slice(0, 2), short, 40).split('\n')).toHaveLength(4);
    const long = [
      ['Reik', 'goes to the harbour and stays there all winter'],
      ['Marn', 'stays'],
    ];
    expect(formatTable(columns.slice(0, 2), long, 40)).toMatch(/\n\nMarn/);
  });

  test('property: any words fit the width', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string(), fc.string(), fc.string()), { maxLength: 5 }),
        (rows) => {
          const clean = rows.map((row) => row.map(cleanText));
          expect(() => formatTable(columns, clean, 60)).not.toThrow();
        },
      ),
      { seed: 3 },
    );
  });
});

describe('clean text', () => {
  const cases: [text: string, clean: string][] = [
    ['two\n lines\t here', 'two lines here'],
    ['\u001b[31mred\u001b[0m', '[31mred [0m'],
    ['a\u202eb\u2066c', 'abc'],
    ['\u009b2J', '2J'],
  ];
  test.each(cases)('%j is %j', (text, clean) => {
    expect(cleanText(text)).toBe(clean);
  });

  test('cuts: between words, marked, and never longer than asked', () => {
    expect(clipText('one two three four', 12)).toBe('one two…');
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 2, max: 50 }),
        (text, most) => {
          expect(clipText(text, most).length).toBeLessThanOrEqual(most);
        },
      ),
      { seed: 5 },
    );
  });
});

describe('progress', () => {
  test('count, rate and the time left', () => {
    expect(describeProgress({ count: 1234, share: 0.5, spentMs: 10_000 }, 'article')).toBe(
      '1,234 articles · 123/s · 10 s left',
    );
    expect(describeProgress({ count: 1, share: undefined, spentMs: 2_000 }, 'article')).toBe(
      '1 article · 0.5/s',
    );
    expect(describeProgress({ count: 10, share: 0.01, spentMs: 100_000 }, 'line')).toContain(
      '2 h 45 min left',
    );
  });

  const worldOf = (isTTY: boolean) => {
    const stderr = new PassThrough() as Output & PassThrough;
    stderr.isTTY = isTTY;
    return { world: { stderr, signals: new EventEmitter() } as unknown as World, stderr };
  };

  test('shown on a terminal only, and only after a second', () => {
    for (const [isTTY, expected] of [
      [true, 3],
      [false, 0],
    ] as const) {
      const { world, stderr } = worldOf(isTTY);
      let nowMs = 0;
      const progress = openProgress(world, 'article', () => nowMs);
      for (const at of [100, 900, 1_100, 1_150, 1_400]) {
        nowMs = at;
        progress.add(0.1);
      }
      expect(progress.end()).toBe('5 articles in 1.4 s, 3.6/s');
      expect(String(stderr.read() ?? '').split('\r').length - 1).toBe(expected);
    }
  });
});

test('json: spans stand on one line, and no string is touched', () => {
  expect(prettyJson({ span: [1, 2], words: '[\n 1,\n 2\n]' })).toBe(
    '{\n  "span": [1, 2],\n  "words": "[\\n 1,\\n 2\\n]"\n}',
  );
});
