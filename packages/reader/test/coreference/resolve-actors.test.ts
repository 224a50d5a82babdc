/**
 * Actors and speakers on short articles about invented persons; the cases stand in
 * `cases/actors.jsonl`, their trees were checked by hand.
 * @module
 */
import { readFileSync } from 'node:fs';
import type { Actor } from '@onrecord/record';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Cast, resolveActors } from '../../src/coreference/index.ts';
import { findMentions } from '../../src/mention/index.ts';
import { type ArticleCase, buildArticle, buildAttributions } from './build-article.ts';

interface ExpectedActor {
  readonly kind: string;
  readonly represents?: string;
  readonly country?: string;
  readonly wikidata?: string;
  readonly number?: number;
  readonly class?: string;
  readonly mentions?: readonly string[];
  readonly forms?: Readonly<Record<string, string>>;
  readonly size?: number;
}

interface ActorsCase extends ArticleCase {
  readonly name: string;
  readonly speakers?: readonly (string | null)[];
  readonly actors?: Readonly<Record<string, ExpectedActor>>;
  readonly absent?: readonly string[];
  readonly noRepresents?: readonly string[];
}

const CASES = readFileSync(new URL('cases/actors.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as ActorsCase);

function cast(article: ArticleCase): { text: string; found: Cast } {
  const analysis = buildArticle(article);
  const found = resolveActors({
    analysis,
    mentions: findMentions(analysis),
    attributions: buildAttributions(analysis.text, article.said),
    articleId: 'a',
    ...(article.publisher === undefined ? {} : { publisher: article.publisher }),
  });
  return { text: analysis.text, found };
}

const byName = (found: Cast, name: string): Actor | undefined =>
  found.actors.find((actor) => actor.name === name);

describe('actors', () => {
  for (const one of CASES)
    test(one.name, () => {
      const { text, found } = cast(one);
      const nameOf = (id: string | undefined): string | null =>
        found.actors.find((actor) => actor.id === id)?.name ?? null;
      if (one.speakers) {
        const speakers = found.speakers.map((speaker) => nameOf(speaker?.actor));
        expect(speakers).toEqual(one.speakers);
      }
      for (const [name, expected] of Object.entries(one.actors ?? {}))
        checkActor({ text, found, name, expected, nameOf });
      for (const name of one.absent ?? []) expect(byName(found, name)).toBeUndefined();
      for (const name of one.noRepresents ?? [])
        expect(byName(found, name)?.represents).toBeUndefined();
    });

  test('ids: the same article twice gives the same ids, two actors never share one', () => {
    for (const one of CASES) {
      const [first, second] = [cast(one).found, cast(one).found];
      expect(second.actors).toEqual(first.actors);
      expect(new Set(first.actors.map(({ id }) => id)).size).toBe(first.actors.length);
    }
  });

  test('spans: every mention and role lies in the text, whatever sentences stand together', () => {
    const pool = CASES.flatMap(({ sentences }) => sentences);
    const articles = fc.array(fc.constantFrom(...pool), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(articles, (sentences) => {
        const { text, found } = cast({ sentences });
        for (const { mentions, roles } of found.actors)
          for (const [start, end] of [...mentions, ...roles].map(({ span }) => span))
            expect(0 <= start && start < end && end <= text.length).toBe(true);
        const seen = new Set<string>();
        for (const span of found.listClusters().flat()) {
          expect(seen.has(span.join())).toBe(false);
          seen.add(span.join());
        }
      }),
      { seed: 11, numRuns: 60 },
    );
  });

  test('namesakes: nobody of the name Calder takes a full-named other’s words', () => {
    const pool = CASES.filter(({ name }) => name.includes('surname')).flatMap(
      ({ sentences }) => sentences,
    );
    const articles = fc.array(fc.constantFrom(...pool), { minLength: 2, maxLength: 10 });
    fc.assert(
      fc.property(articles, (sentences) => {
        const { text, found } = cast({ sentences });
        for (const { name, mentions } of found.actors) {
          const said = mentions.map(({ span }) => text.slice(...span)).join(' ');
          if (/Robert|Mr\./.test(name)) expect(said).not.toMatch(/Susan|Mrs\./);
          if (/Susan|Mrs\./.test(name)) expect(said).not.toMatch(/Robert|Mr\./);
        }
      }),
      { seed: 12, numRuns: 60 },
    );
  });
});

interface Check {
  readonly text: string;
  readonly found: Cast;
  readonly name: string;
  readonly expected: ExpectedActor;
  readonly nameOf: (id: string | undefined) => string | null;
}

function checkActor({ text, found, name, expected, nameOf }: Check): void {
  const actor = byName(found, name);
  expect(actor, `an actor ${name}`).toBeDefined();
  if (!actor) return;
  expect(actor.kind).toBe(expected.kind);
  if (expected.represents) expect(nameOf(actor.represents)).toBe(expected.represents);
  if (expected.country) expect(actor.country).toBe(expected.country);
  if (expected.wikidata) expect(actor.wikidata).toBe(expected.wikidata);
  if (expected.number) expect(actor.count).toBe(expected.number);
  if (expected.class) expect(actor.class).toBe(expected.class);
  const said = actor.mentions.map(({ span }) => text.slice(...span));
  if (expected.mentions) expect(said).toEqual(expected.mentions);
  if (expected.size) expect(said).toHaveLength(expected.size);
  for (const [words, form] of Object.entries(expected.forms ?? {}))
    expect(actor.mentions.find(({ span }) => text.slice(...span) === words)?.form).toBe(form);
}
