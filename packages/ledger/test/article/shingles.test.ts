/**
 * Finding reprints: how many variants of an article share a band with it and are told apart from
 * others. Floors, on made-up articles with a seed.
 * @module
 */
import type { ArticleRecord } from '@onrecord/record';
import { expect, test } from 'vitest';
import { compareShingles, findBands, findShingles } from '../../src/article/shingles.ts';
// @ts-expect-error: a script without types
import { makeArticle, makeWorld } from '../process/made-up-articles.mjs';

const world = makeWorld(3);
const texts: string[] = Array.from(
  { length: 120 },
  (_, index) => (makeArticle(world, { seed: 9, index }) as ArticleRecord).article.text,
);
const shinglesOf = (text: string) =>
  findShingles({ id: '', textHash: '', language: 'en', text, parts: [] });

/** The share of articles of which a variant would be found, and how much it has in common. */
function recall(vary: (text: string) => string): number {
  const found = texts.filter((text) => {
    const [one, other] = [shinglesOf(text), shinglesOf(vary(text))];
    const bands = new Set(findBands(one));
    return (
      findBands(other).some((band) => bands.has(band)) &&
      0.55 <= compareShingles(one, other).contained
    );
  });
  return found.length / texts.length;
}

const share = (text: string, from: number, to: number) =>
  text.slice(Math.floor(text.length * from), Math.floor(text.length * to));

const VARIANTS: [string, (text: string) => string, number][] = [
  ['word for word', (text) => text, 1],
  ['cut to six tenths', (text) => share(text, 0, 0.6), 0.98],
  ['cut to three tenths', (text) => share(text, 0, 0.3), 0.98],
  ['without its first fifth', (text) => share(text, 0.2, 1), 0.98],
  [
    'with a new title and every 20th word another',
    (text) =>
      `A new title\n${text
        .split(' ')
        .map((word, at) => (at % 20 === 7 ? `x${word}` : word))
        .join(' ')}`,
    0.95,
  ],
  ['the middle half alone', (text) => share(text, 0.25, 0.75), 0.7],
];

for (const [name, vary, floor] of VARIANTS)
  test(`reprints: ${name} is found`, () => {
    expect(recall(vary)).toBeGreaterThanOrEqual(floor);
  });

test('reprints: other articles in the same words share no bands', () => {
  const holders = new Map<number, number>();
  let shared = 0;
  for (const text of texts)
    for (const band of findBands(shinglesOf(text))) {
      if (holders.has(band)) shared++;
      holders.set(band, 1);
    }
  expect(shared).toBe(0);
});

test('reprints: letters beyond ASCII are hashed alike, with and without accents', () => {
  const words = texts[0] ?? '';
  const accented = words.replaceAll('e', 'é');
  expect(compareShingles(shinglesOf(words), shinglesOf(accented)).jaccard).toBe(1);
});

test('reprints: curly quotation marks, dashes and hard spaces are no letters', () => {
  const curly = shinglesOf('“One two,” she said — three’s\u00a0company, four… «five six»');
  expect(curly).toEqual(shinglesOf('one two she said three s company four five six'));
  // A letter beyond ASCII at the end takes the other way through the text.
  const accented = shinglesOf('“One two,” she said — three’s\u00a0company, four… «five six» é');
  expect([...accented].slice(0, curly.size)).toEqual([...curly]);
});

test('reprints: a text of a few words has no bands', () => {
  expect(findBands(shinglesOf('Too short to tell from others.'))).toEqual([]);
});
