/**
 * Mentions on sentences about invented persons: span, kind and form; and time linear in length.
 * @module
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { resolveActors } from '../../src/coreference/index.ts';
import { findMentions } from '../../src/mention/index.ts';
import { type ArticleCase, buildArticle } from '../coreference/build-article.ts';

interface MentionCase extends ArticleCase {
  readonly name: string;
  readonly mentions?: readonly string[];
  readonly absent?: readonly string[];
  readonly counts?: Readonly<Record<string, number>>;
}

const CASES = readFileSync(new URL('cases/mentions.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as MentionCase);

describe('mentions', () => {
  for (const one of CASES)
    test(one.name, () => {
      const { text, tokens, ...layers } = buildArticle(one);
      const found = findMentions({ text, tokens, ...layers }).map((mention) => ({
        ...mention,
        words: text.slice(tokens.start[mention.start], tokens.end[mention.end - 1]),
      }));
      const shown = found.map(({ words, kind, form }) => `${words}|${kind}|${form}`);
      for (const mention of one.mentions ?? []) expect(shown).toContain(mention);
      for (const words of one.absent ?? []) expect(found.map((m) => m.words)).not.toContain(words);
      for (const [words, count] of Object.entries(one.counts ?? {}))
        expect(found.find((mention) => mention.words === words)?.count).toBe(count);
    });

  test('time: eight times the article takes at most some sixteen times as long', () => {
    const lines = CASES.flatMap(({ sentences }) => sentences);
    const article = (times: number) => {
      const sentences = Array.from({ length: times }, () => lines).flat();
      return buildArticle({ sentences });
    };
    const spend = (analysis: ReturnType<typeof buildArticle>): number => {
      // Processor time: what else the machine does must not count.
      const before = process.cpuUsage();
      const mentions = findMentions(analysis);
      resolveActors({ analysis, mentions, attributions: [], articleId: 'a' });
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    spend(article(10));
    const short = Math.min(spend(article(20)), spend(article(20)), spend(article(20)));
    const long = Math.min(spend(article(160)), spend(article(160)));
    expect(long / short).toBeLessThan(16);
  });
});
