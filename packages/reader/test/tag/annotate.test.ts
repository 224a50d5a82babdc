/**
 * The network's run on small random weights: shapes of answers, not their quality.
 * @module
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyse } from '../../src/analyse.ts';
import { DEPRELS, UPOS, XPOS } from '../../src/layers.ts';
import { openTinyModel } from './tiny-network.ts';

const TEXT =
  'Tavria keeps its border posts open\n\nBy Ana Kovic\n\n"We won\'t close them," the minister said. ' +
  'Grain moves on: 3,000 tonnes a day, he added (more than in 2031).';
const model = openTinyModel(TEXT);

/** One root, heads inside the sentence, no cycle. */
function checkTrees(text: string): void {
  const { tokens, sentences, tree, tags } = analyse(text, model);
  expect(tree.head).toHaveLength(tokens.length);
  for (let sentence = 0; sentence < sentences.length; sentence++) {
    const start = sentences.start[sentence]!;
    const end = sentences.end[sentence]!;
    let roots = 0;
    for (let token = start; token < end; token++) {
      if (tree.head[token] === -1) roots++;
      let steps = 0;
      for (let at = token; at !== -1 && steps <= end - start; steps++) {
        expect(start <= at && at < end).toBe(true);
        at = tree.head[at]!;
      }
      expect(steps).toBeLessThanOrEqual(end - start);
      expect(tags.upos[token]!).toBeLessThan(UPOS.length);
      expect(tags.xpos[token]!).toBeLessThan(XPOS.length);
      expect(tree.deprel[token]!).toBeLessThan(DEPRELS.length);
    }
    expect(roots).toBe(1);
  }
}

test('trees: every sentence of an article has one root and no cycle', () => checkTrees(TEXT));

test('trees: so has every sentence of any text', () => {
  const words = fc.constantFrom(
    ...TEXT.split(/\s+/),
    '“',
    '”',
    "'",
    '...',
    '\u0000',
    '😀',
    '\n\n',
    'x',
  );
  const texts = fc.oneof(
    fc.array(words, { maxLength: 120 }).map((list) => list.join(' ')),
    fc.string({ unit: 'binary', maxLength: 200 }),
  );
  fc.assert(
    fc.property(texts, (text) => {
      checkTrees(text);
    }),
    { seed: 5, numRuns: 120 },
  );
});

test('answers: the same after other texts as from a fresh model', () => {
  const fresh = analyse(TEXT, openTinyModel(TEXT));
  for (const text of ['Hello.', 'Port Selm reopened. Why?', TEXT.toUpperCase()])
    analyse(text, model);
  const again = analyse(TEXT, model);
  expect(again.tree).toEqual(fresh.tree);
  expect(again.tags).toEqual(fresh.tags);
});

test('answers: a paragraph is tagged alike alone and among many', () => {
  const line = 'The minister said that grain moves on.';
  const alone = analyse(line, model);
  const many = analyse(Array.from({ length: 200 }, () => line).join('\n\n'), model);
  const n = alone.tokens.length;
  expect(many.tokens.length).toBe(200 * n);
  for (let at = 0; at < many.tokens.length; at += n) {
    expect([...many.tags.xpos.subarray(at, at + n)]).toEqual([...alone.tags.xpos]);
    const heads = [...many.tree.head.subarray(at, at + n)].map((head) =>
      head < 0 ? -1 : head - at,
    );
    expect(heads).toEqual([...alone.tree.head]);
  }
});

test('the memo: more distinct forms than it keeps change no answer', () => {
  const words = Array.from({ length: 40_000 }, (_, index) => `w${index.toString(36)}`);
  const text = Array.from({ length: 800 }, (_, line) =>
    words.slice(line * 50, line * 50 + 50).join(' '),
  );
  const last = analyse(text.at(-1)!, openTinyModel(TEXT));
  const all = analyse(text.join('\n\n'), model);
  const from = all.tokens.length - last.tokens.length;
  expect([...all.tags.upos.subarray(from)]).toEqual([...last.tags.upos]);
});

test('an empty text has no tokens and no trees', () => {
  const { tokens, sentences } = analyse(' \n ', model);
  expect([tokens.length, sentences.length]).toEqual([0, 0]);
});

test('a sentence over the limit is cut, and time stays in step with the text', () => {
  const { sentences } = analyse('word and '.repeat(3000), model);
  const sizes = Array.from(sentences.end, (end, index) => end - sentences.start[index]!);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(200);
});
