/**
 * Lemmas and features out of tables of endings.
 * @module
 */
import { expect, test } from 'vitest';
import { UPOS, type Upos, XPOS, type Xpos } from '../../src/layers.ts';
import { applyScript, Lemmatiser } from '../../src/tag/morphology.ts';
import { cut } from '../tokenize/cut.ts';

const lemmatiser = new Lemmatiser({
  lemma: { NNS: { '': '1:', ies: '3:y', '^series': '0:' }, VBD: { '^was': '=be' } },
  feats: { 'NOUN NNS': { '': 'Number=Plur' } },
});

const CASES: [form: string, upos: Upos, xpos: Xpos, lemma: string, feats: string][] = [
  ['Treaties', 'NOUN', 'NNS', 'treaty', 'Number=Plur'],
  ['ports', 'NOUN', 'NNS', 'port', 'Number=Plur'],
  ['series', 'NOUN', 'NNS', 'series', 'Number=Plur'],
  ['was', 'AUX', 'VBD', 'be', '_'],
  ['Tavria', 'PROPN', 'NNP', 'Tavria', '_'],
  ['The', 'DET', 'DT', 'the', '_'],
];

CASES.forEach(([form, upos, xpos, lemma, feats], number) => {
  test(`lemmas: ${form} as ${xpos} is ${lemma}`, () => {
    const tag = { form: number, upos: UPOS.indexOf(upos), xpos: XPOS.indexOf(xpos) };
    const { tokens } = cut(form);
    expect(lemmatiser.get(tokens, 0, tag)).toEqual({ lemma, feats });
    expect(lemmatiser.get(tokens, 0, tag)).toEqual({ lemma, feats });
  });
});

test('lemmas: a script that takes more letters than there are changes nothing', () =>
  expect(applyScript('a', '3:y')).toBe('a'));
