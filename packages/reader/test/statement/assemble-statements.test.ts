/**
 * Hearers, occasions, hedges and dates of statements, on sentences about invented persons.
 * @module
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { resolveActors } from '../../src/coreference/index.ts';
import { findDates } from '../../src/event/find-dates.ts';
import { findMentions } from '../../src/mention/index.ts';
import { assembleStatements } from '../../src/statement/index.ts';
import { type ArticleCase, buildArticle, buildAttributions } from '../coreference/build-article.ts';

interface StatementCase extends ArticleCase {
  readonly name: string;
  readonly cue: string;
  readonly addressee?: string | null;
  readonly occasion?: string;
  readonly hedges?: readonly string[];
  readonly saidOn?: readonly [day: string, basis: string];
}

const CASES = readFileSync(new URL('cases/statements.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as StatementCase);

const PUBLISHED_ON = '2031-06-20';

function assemble(one: StatementCase) {
  const analysis = buildArticle(one);
  const at = analysis.text.indexOf(one.cue);
  const attributions = buildAttributions(analysis.text, one.said).map((attribution) => ({
    ...attribution,
    cue: [[at, at + one.cue.length] as [number, number]],
  }));
  const mentions = findMentions(analysis);
  const cast = resolveActors({ analysis, mentions, attributions, articleId: 'a' });
  const dates = findDates(analysis, PUBLISHED_ON);
  const input = { analysis, attributions, cast, dates, articleId: 'a', publishedOn: PUBLISHED_ON };
  return { text: analysis.text, statements: assembleStatements(input), input };
}

describe('statements', () => {
  for (const one of CASES)
    test(one.name, () => {
      const { text, statements } = assemble(one);
      const [statement] = statements;
      const show = (span: readonly [number, number] | undefined): string | null =>
        span ? text.slice(span[0], span[1]) : null;
      if (one.addressee !== undefined) expect(show(statement?.addressee)).toBe(one.addressee);
      if (one.occasion !== undefined) expect(show(statement?.occasion)).toBe(one.occasion);
      if (one.hedges)
        expect(statement?.hedges.map(({ span, by }) => `${show(span)}/${by}`)).toEqual(one.hedges);
      if (one.saidOn)
        expect([statement?.saidOn?.from, statement?.saidOn?.basis]).toEqual(one.saidOn);
    });

  test('within: a statement inside another bears the outer one’s id', () => {
    const { input } = assemble(CASES[0] as StatementCase);
    const [outer] = input.attributions;
    if (!outer) throw new RangeError('the case has an attribution');
    const inner = { ...outer, content: [[20, 30] as [number, number]], within: 0 };
    const made = assembleStatements({ ...input, attributions: [outer, inner] });
    expect(made[1]?.within).toBe(made[0]?.id);
    expect(made[0]?.within).toBeUndefined();
  });

  test('said on: a statement after a dated event bears the event’s day', () => {
    const one = CASES.find(({ name }) => name.startsWith('occasion: during'));
    const { input, text } = assemble(one as StatementCase);
    const at = text.indexOf('briefing');
    const event = {
      ...{ id: 'e', participants: [], on: { from: '2031-06-02', to: '2031-06-02' } },
      span: [at - 6, at + 8] as [number, number],
    };
    const [statement] = assembleStatements({ ...input, events: [event] });
    expect(statement?.saidOn).toMatchObject({ from: '2031-06-02', basis: 'event' });
  });
});
