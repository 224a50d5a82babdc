/**
 * Pledges, refusals and named declarations beside the network's drafts.
 * @module
 */
import { describe, expect, test } from 'vitest';
import { openRuleContext } from '../../src/attribution/find-by-rule.ts';
import { findMissed } from '../../src/attribution/find-missed.ts';
import { buildAnalysis } from './build-analysis.ts';

const LEMMAS: Record<string, string> = {
  pledging: 'pledge',
  ruled: 'rule',
  declarations: 'declaration',
  efforts: 'effort',
};

function read(sentence: string) {
  const built = buildAnalysis([[sentence]]);
  const lemma = built.tags.lemma.map((form) => LEMMAS[form] ?? form);
  const analysis = { ...built, tags: { ...built.tags, lemma } };
  const { start, end } = analysis.tokens;
  const show = (ranges: readonly (readonly [number, number])[]) =>
    ranges.map(([from, to]) => analysis.text.slice(start[from], end[to - 1])).join(' … ');
  return findMissed(openRuleContext(analysis), []).map(({ source, cue, content, rule }) => ({
    source: show(source),
    cue: show(cue),
    content: show(content),
    rule,
  }));
}

describe('what the network passes over', () => {
  test('a pledge in a participle: who pledged owns the efforts that are the subject', () => {
    const sentence =
      'After/SCONJ/2/mark pledging/VERB/9/advcl to/PART/4/mark stay/VERB/2/xcomp ,/PUNCT/2/punct ' +
      'Voss/PROPN/8/nmod:poss ’s/PART/6/case efforts/NOUN/9/nsubj failed/VERB/0/root';
    expect(read(sentence)).toEqual([
      { source: 'Voss', cue: 'pledging', content: 'to stay', rule: 'pledge' },
    ]);
  });

  test('"has ruled out" takes an object, "ruled" alone does not', () => {
    const out =
      'Orvia/PROPN/3/nsubj has/AUX/3/aux ruled/VERB/0/root out/ADP/3/compound:prt ' +
      'a/DET/6/det sale/NOUN/3/obj';
    expect(read(out)).toMatchObject([{ source: 'Orvia', cue: 'has ruled out', content: 'a sale' }]);
    expect(read('Orvia/PROPN/2/nsubj ruled/VERB/0/root islands/NOUN/2/obj')).toEqual([]);
  });

  test('declarations have an owner and a topic', () => {
    const sentence =
      'It/PRON/2/nsubj echoes/VERB/0/root Voss/PROPN/6/nmod:poss ’s/PART/3/case ' +
      'earlier/ADJ/6/amod declarations/NOUN/2/obj about/ADP/9/case the/DET/9/det border/NOUN/6/nmod';
    expect(read(sentence)).toMatchObject([
      {
        source: 'Voss',
        cue: 'earlier declarations about',
        content: 'the border',
        rule: 'declaration',
      },
    ]);
  });

  test('what stands in quotation marks or in a content is left alone', () => {
    const sentence =
      '“/PUNCT/3/punct We/PRON/3/nsubj ruled/VERB/0/root out/ADP/3/compound:prt sales/NOUN/3/obj ' +
      '”/PUNCT/3/punct';
    expect(read(sentence)).toEqual([]);
  });
});
