/**
 * Silver trees: version 1 turned into version 2, and agreement with them.
 * @module
 */
import { expect, test } from 'vitest';
import { makeNewsCounts, scoreNews } from '../../src/language/score-news.ts';
import { f1Of } from '../../src/language/score-parse.ts';
import { buildTagLexicon, decodeSilver } from '../../src/language/silver.ts';
import { decodeTreebank } from '../../src/language/treebank.ts';
import { buildAnalysis, conlluOf } from './build-analysis.ts';

/** Rows "form xpos ner head deprel", with offsets as if one space stood between all. */
function silverOf(rows: readonly string[]): string {
  let at = 0;
  const lines = rows.map((row, index) => {
    const [form, xpos, ner, head, deprel] = row.split(' ');
    const start = at;
    at += form!.length + 1;
    return [index + 1, form, form!.toLowerCase(), xpos, ner, head, deprel, start, at - 1].join(
      '\t',
    );
  });
  return `# newdoc id = one\n${lines.join('\n')}\n`;
}

const read = (rows: readonly string[]) =>
  decodeSilver(silverOf(rows))
    .get('one')![0]!
    .map(({ form, upos, head, deprel }) => `${form} ${upos} ${head} ${deprel}`);

test('silver: relations get their names of version 2, modifiers of verbs are oblique', () => {
  const rows = [
    'Troops NNS O 2 nsubjpass',
    'sent VBN O 0 root',
    'by IN O 4 case',
    'rail NN O 2 nmod',
  ];
  expect(read(rows)).toEqual([
    'Troops NOUN 2 nsubj:pass',
    'sent VERB 0 root',
    'by ADP 4 case',
    'rail NOUN 2 obl',
  ]);
});

test('silver: "and" and the comma hang on the conjunct behind them', () => {
  const rows = [
    'ore NN O 0 root',
    ', , O 1 punct',
    'coal NN O 1 conj',
    'and CC O 1 cc',
    'salt NN O 1 conj',
  ];
  expect(read(rows)).toEqual([
    'ore NOUN 0 root',
    ', PUNCT 3 punct',
    'coal NOUN 1 conj',
    'and CCONJ 5 cc',
    'salt NOUN 1 conj',
  ]);
});

test('silver: a name is headed by its first word, with the title before it', () => {
  const rows = [
    'Minister NNP O 3 compound',
    'Ana NNP PERSON 3 compound',
    'Kovic NNP PERSON 4 nsubj',
    'left VBD O 0 root',
  ];
  expect(read(rows)).toEqual([
    'Minister PROPN 4 nsubj',
    'Ana PROPN 1 flat',
    'Kovic PROPN 1 flat',
    'left VERB 0 root',
  ]);
});

test('silver: what has no root, or two, is left out', () => {
  expect(decodeSilver(silverOf(['a DT O 2 det', 'b NN O 1 dep'])).get('one')).toEqual([]);
  expect(decodeSilver(silverOf(['a DT O 0 root', 'b NN O 0 root'])).get('one')).toEqual([]);
});

test('lexicon: a word keeps the tag that the treebanks give it four times in five', () => {
  const row = (upos: string): string[] => [`Someone ${upos} 0 root`];
  const often = decodeTreebank(
    conlluOf([row('PRON'), row('PRON'), row('PRON'), row('PRON'), row('NOUN')]),
  );
  expect(buildTagLexicon(often).get('someone\tNN')).toBe('PRON');
  expect(
    buildTagLexicon(decodeTreebank(conlluOf([row('PRON'), row('NOUN'), row('PRON')]))).size,
  ).toBe(0);
});

test('news: a whole word of the silver tree stands for the tokens that we cut it into', () => {
  const silver = decodeSilver(
    silverOf(['The DT O 2 det', 'ex-ally NN O 3 nsubj', 'left VBD O 0 root']),
  ).get('one')!;
  const ours = conlluOf([
    [
      'The DET 4 det',
      'ex NOUN 4 compound',
      '~- PUNCT 4 punct',
      '~ally NOUN 5 nsubj',
      'left VERB 0 root',
    ],
  ]);
  const counts = makeNewsCounts();
  scoreNews(counts, silver, buildAnalysis(decodeTreebank(ours)[0]!));
  expect([f1Of(counts.sentences), f1Of(counts.upos), f1Of(counts.uas)]).toEqual([1, 1, 1]);
});
