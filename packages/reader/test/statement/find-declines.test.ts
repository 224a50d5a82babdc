/**
 * Declined questions: what counts as silence, what it was about, and what is no silence.
 * @module
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findDeclines, mergeDeclines } from '../../src/statement/index.ts';
import { type ArticleCase, buildArticle } from '../coreference/build-article.ts';

interface DeclineCase extends ArticleCase {
  readonly name: string;
  readonly topic?: string;
  readonly source?: string;
}

const CASES = readFileSync(new URL('cases/declines.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as DeclineCase);

describe('declines', () => {
  for (const one of CASES)
    test(one.name, () => {
      const analysis = buildArticle(one);
      const show = (
        spans: readonly (readonly [number, number])[] | undefined,
      ): string | undefined =>
        spans?.map(([start, end]) => analysis.text.slice(start, end)).join(' … ');
      const [found] = findDeclines(analysis);
      expect(show(found?.content)).toBe(one.topic);
      expect(show(found?.source)).toBe(one.source);
      if (found) expect(found.act).toBe('declines');
    });

  test('merging: an attribution of the same cue takes the act; inside another’s content nothing is declined', () => {
    const analysis = buildArticle(CASES[0] as DeclineCase);
    const declines = findDeclines(analysis);
    const [decline] = declines;
    if (!decline) throw new RangeError('the first case declines');
    const said = { ...decline, act: 'says' as const, rule: 'network' };
    expect(mergeDeclines([said], declines)).toEqual([{ ...said, act: 'declines' }]);
    const elsewhere = { ...said, cue: [[0, 1] as [number, number]] };
    expect(mergeDeclines([elsewhere], declines)).toEqual([elsewhere, decline]);
    const whole = { ...elsewhere, content: [[0, analysis.text.length] as [number, number]] };
    expect(mergeDeclines([whole], declines)).toEqual([whole]);
  });
});
