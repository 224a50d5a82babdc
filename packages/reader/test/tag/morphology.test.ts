/**
 * Lemmas and features out of tables of endings.
 * @module
 */
import { expect, test } from 'vitest';
import { UPOS, type Upos, XPOS, type Xpos } from '../../src/layers.ts';
import { applyScript, Lemmatiser } from '../../src/tag/morphology.ts';
import { findWordForm } from '../../src/tokenize/word-forms.ts';

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

const get = (form: string, upos: Upos, xpos: Xpos) =>
  lemmatiser.get(findWordForm(form, 0, form.length), UPOS.indexOf(upos), XPOS.indexOf(xpos));

for (const [form, upos, xpos, lemma, feats] of CASES)
  test(`lemmas: ${form} as ${xpos} is ${lemma}`, () => {
    expect(get(form, upos, xpos)).toEqual({ lemma, feats });
    expect(get(form, upos, xpos)).toEqual({ lemma, feats });
  });

test('lemmas: one word with two tags, in turn, and words too long to be kept', () => {
  for (let turn = 0; turn < 2; turn++) {
    expect(get('ports', 'NOUN', 'NNS').lemma).toBe('port');
    expect(get('ports', 'PROPN', 'NNP').lemma).toBe('ports');
  }
  const long = 'x'.repeat(70);
  expect(get(`${long}ies`, 'NOUN', 'NNS').lemma).toBe(`${long}y`);
  expect(get(`${long}ports`, 'NOUN', 'NNS').lemma).toBe(`${long}port`);
});

test('lemmas: a script that takes more letters than there are changes nothing', () =>
  expect(applyScript('a', '3:y')).toBe('a'));
