/**
 * Scores after CoNLL 2018: what counts as right when tokens, words or heads differ.
 * @module
 */
import { type Analysis, DEPRELS } from '@onrecord/reader';
import { expect, test } from 'vitest';
import {
  f1Of,
  makeParseCounts,
  type ParseMetric,
  scoreParse,
} from '../../src/language/score-parse.ts';
import { decodeTreebank, type TreebankDocument } from '../../src/language/treebank.ts';
import { buildAnalysis, buildPair, conlluOf } from './build-analysis.ts';

const PORTS = conlluOf([
  ['Ports NOUN 2 nsubj', 'reopen VERB 0 root', 'slowly ADV 2 advmod', '~. PUNCT 2 punct'],
  ['Grain NOUN 2 nsubj', 'moves VERB 0 root', '~. PUNCT 2 punct'],
]);

function score(gold: TreebankDocument, analysis: Analysis): Record<ParseMetric, number> {
  const counts = makeParseCounts();
  scoreParse(counts, gold, analysis);
  const entries = Object.entries(counts).map(([metric, count]) => [metric, f1Of(count)]);
  return Object.fromEntries(entries) as Record<ParseMetric, number>;
}

test('scores: an analysis that agrees in everything has 1 everywhere', () => {
  const { gold, analysis } = buildPair(PORTS);
  for (const value of Object.values(score(gold, analysis))) expect(value).toBe(1);
});

test('scores: a wrong head costs its UAS and LAS, a wrong relation its LAS only', () => {
  const { gold, analysis } = buildPair(PORTS);
  analysis.tree.head[2] = 0;
  analysis.tree.deprel[4] = DEPRELS.indexOf('obj');
  const { uas, las, upos } = score(gold, analysis);
  expect(upos).toBe(1);
  expect(uas).toBeCloseTo(6 / 7);
  expect(las).toBeCloseTo(5 / 7);
});

test('scores: subtypes of relations do not count', () => {
  const { gold, analysis } = buildPair(PORTS);
  analysis.tree.deprel[0] = DEPRELS.indexOf('nsubj:pass');
  expect(score(gold, analysis).las).toBe(1);
});

test('scores: a sentence too few is one right end less on both sides', () => {
  const { gold } = buildPair(PORTS);
  const joined = decodeTreebank(PORTS.replace('\n\n5', '\n5'))[0]!;
  const one = {
    ...joined,
    sentences: [
      {
        words: joined.sentences.flatMap((sentence, at) =>
          sentence.words.map((word) => ({ ...word, token: word.token + (at === 0 ? 0 : 4) })),
        ),
        tokens: joined.sentences.flatMap((sentence) => sentence.tokens),
      },
    ],
  };
  const { sentences, tokens } = score(gold, buildAnalysis(one));
  expect(sentences).toBe(0);
  expect(tokens).toBe(1);
});

test('scores: words of multi-word tokens are aligned by their forms', () => {
  const row = (number: string, form: string, head: string, deprel: string, misc = '_'): string =>
    `${number}\t${form}\t${form}\tVERB\tVB\t_\t${head}\t${deprel}\t_\t${misc}`;
  const split = [
    row('1-2', "won't", '_', '_'),
    row('1', 'wo', '3', 'aux'),
    row('2', "n't", '3', 'advmod'),
  ];
  const rest = row('3', 'wait', '0', 'root');
  const gold = decodeTreebank(`${[...split, rest].join('\n')}\n\n`)[0]!;
  const whole = [row('1', "won't", '2', 'aux'), row('2', 'wait', '0', 'root')];
  const { tokens, words, uas } = score(
    gold,
    buildAnalysis(decodeTreebank(`${whole.join('\n')}\n\n`)[0]!),
  );
  expect(tokens).toBe(1);
  expect(words).toBeCloseTo((2 * 1) / 5);
  expect(uas).toBeCloseTo((2 * 1) / 5);
  expect(score(gold, buildAnalysis(gold)).las).toBe(1);
});

test('scores: a token cut otherwise is wrong, and what stands beside it is not', () => {
  const gold = decodeTreebank(conlluOf([['ex-ally NOUN 2 nsubj', 'left VERB 0 root']]))[0]!;
  const cut = conlluOf([
    ['ex NOUN 3 compound', '~- PUNCT 3 punct', '~ally NOUN 4 nsubj', 'left VERB 0 root'],
  ]);
  const { tokens, las } = score(gold, buildAnalysis(decodeTreebank(cut)[0]!));
  expect(tokens).toBeCloseTo((2 * 1) / 6);
  expect(las).toBeCloseTo((2 * 1) / 6);
});

test('treebanks: paragraphs stand apart by an empty line, documents alone', () => {
  const two = `${PORTS}${conlluOf([['Port X 0 root']])}`.replace('\n\n1', '\n\n# newpar\n1');
  expect(decodeTreebank(two).map(({ text }) => text)).toEqual([
    'Ports reopen slowly.\n\nGrain moves.',
    'Port',
  ]);
});
