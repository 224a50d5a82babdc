/**
 * Lemma tables out of a treebank.
 * @module
 */
import { decodeTreebank } from '@onrecord/evaluate';
import { expect, test } from 'vitest';
import { induceMorphology } from '../../src/language/induce-morphology.ts';

const ROWS = [
  ['ports', 'port', 'NOUN', 'NNS', 'Number=Plur'],
  ['rails', 'rail', 'NOUN', 'NNS', 'Number=Plur'],
  ['treaties', 'treaty', 'NOUN', 'NNS', 'Number=Plur'],
  ['navies', 'navy', 'NOUN', 'NNS', 'Number=Plur'],
  ['was', 'be', 'AUX', 'VBD', 'Tense=Past'],
  ['prots', 'port', 'NOUN', 'NNS', 'Number=Plur|Typo=Yes'],
  ['Lirget', 'Lairget', 'PROPN', 'NNP', 'Number=Sing'],
  ['Lirget', 'Lairget', 'PROPN', 'NNP', 'Number=Sing'],
  ['Orla', 'Orla', 'PROPN', 'NNP', 'Number=Sing'],
  ['Vane', 'Vane', 'PROPN', 'NNP', 'Number=Sing'],
  ['Kova', 'Kova', 'PROPN', 'NNP', 'Number=Sing'],
].map(([form, lemma, upos, xpos, feats], at) => {
  const head = at === 0 ? '0\troot' : '1\tdep';
  return `${at + 1}\t${form}\t${lemma}\t${upos}\t${xpos}\t${feats}\t${head}\t_\t_`;
});
const { lemma, feats } = induceMorphology(decodeTreebank(`${ROWS.join('\n')}\n\n`));

test('lemmas: endings change as most words with them do', () => {
  expect(lemma.NNS?.['']).toBe('1:');
  expect(Object.values(lemma.NNS ?? {})).toContain('3:y');
});

test('lemmas: a whole lemma stands for its word alone, and slips of the pen teach nothing', () => {
  expect(lemma.VBD).toEqual({ '^was': '=be' });
  expect(lemma.NNS).not.toHaveProperty('^prots');
});

test('lemmas: one word seen twice makes no rule for others that end alike', () =>
  expect(lemma.NNP).toEqual({ '': '0:', '^lirget': '5:airget' }));

test('features: tags that always have the same need one entry', () =>
  expect(feats['NOUN NNS']).toEqual({ '': 'Number=Plur' }));
