/**
 * Attributions by rule, on trees written by hand.
 * @module
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findAttributions } from '../../src/attribution/find-attributions.ts';
import { buildAnalysis, show } from './build-analysis.ts';

interface Expected {
  source: string;
  cue: string;
  content: string;
  kind: string;
  rule: string;
}

function read(...paragraphs: string[][]): Expected[] {
  const analysis = buildAnalysis(paragraphs);
  return findAttributions(analysis, null).map(({ source, cue, content, kind, rule }) => ({
    source: show(analysis.text, source),
    cue: show(analysis.text, cue),
    content: show(analysis.text, content),
    kind,
    rule,
  }));
}

const SAID_THAT =
  'Brandt/PROPN/3/nsubj has/AUX/3/aux said/VERB/0/root that/SCONJ/7/mark Orvia/PROPN/7/nsubj ' +
  'will/AUX/7/aux resist/VERB/3/ccomp ./PUNCT/3/punct';
const SPEECH =
  '“/PUNCT/4/punct We/PRON/4/nsubj will/AUX/4/aux stay/VERB/8/ccomp ,/PUNCT/4/punct ' +
  '”/PUNCT/4/punct Brandt/PROPN/8/nsubj said/VERB/0/root ./PUNCT/8/punct';
const SPEECH_ALONE =
  '“/PUNCT/6/punct All/DET/6/nsubj of/ADP/4/case us/PRON/2/nmod will/AUX/6/aux stay/VERB/0/root ' +
  'here/ADV/6/advmod ./PUNCT/6/punct ”/PUNCT/6/punct';

describe('attributions by rule', () => {
  test('a clause: "that" belongs to the content, the auxiliary to the cue, the full stop to neither', () => {
    expect(read([SAID_THAT])).toEqual([
      {
        source: 'Brandt',
        cue: 'has said',
        content: 'that Orvia will resist',
        kind: 'indirect',
        rule: 'clause',
      },
    ]);
  });

  test('speech: quotation marks and the comma in them belong to the content', () => {
    expect(read([SPEECH])).toMatchObject([
      { source: 'Brandt', cue: 'said', content: '“We will stay,”', kind: 'direct' },
    ]);
  });

  test('speech: a sentence in quotation marks right after the cue goes on with it', () => {
    const [only, ...more] = read([SPEECH, SPEECH_ALONE]);
    expect(only?.content).toBe('“We will stay,” … “All of us will stay here.”');
    expect(more).toEqual([]);
  });

  test('speech: a paragraph in quotation marks alone goes on with the last speaker', () => {
    const analysis = buildAnalysis([[SPEECH], [SPEECH_ALONE]]);
    const found = findAttributions(analysis, null);
    expect(found[1]).toMatchObject({
      source: [],
      cue: [],
      kind: 'direct',
      continues: 0,
      rule: 'quote-only-paragraph',
    });
  });

  test('speech: a quotation that its paragraph leaves open runs on into the next one', () => {
    const open = SPEECH_ALONE.replace(' ”/PUNCT/6/punct', '');
    const analysis = buildAnalysis([[SPEECH, open], [SPEECH_ALONE]]);
    const [only, ...more] = findAttributions(analysis, null);
    expect(show(analysis.text, only?.content ?? [])).toBe(
      '“We will stay,” … “All of us will stay here … “All of us will stay here.”',
    );
    expect(more).toEqual([]);
  });

  test('speech: without a speaker before it, a quoted paragraph is nobody’s', () => {
    expect(read([SPEECH_ALONE])).toEqual([]);
  });

  test('speech: what stands in quotation marks has no cue of its own', () => {
    const inner =
      '“/PUNCT/3/punct I/PRON/3/nsubj said/VERB/0/root that/SCONJ/6/mark we/PRON/6/nsubj ' +
      'stay/VERB/3/ccomp here/ADV/6/advmod ./PUNCT/3/punct ”/PUNCT/3/punct';
    expect(read([inner])).toEqual([]);
  });

  test('a signature: a name after a dash at the end of the paragraph is the source', () => {
    const signed = `${SPEECH_ALONE} ―/PUNCT/11/punct Clara/PROPN/6/parataxis Voss/PROPN/11/flat`;
    expect(read([signed])).toMatchObject([
      { source: 'Clara Voss', cue: '―', kind: 'direct', rule: 'signature' },
    ]);
  });

  test('"according to": the source follows, the rest of the sentence is the content', () => {
    const sentence =
      'Prices/NOUN/2/nsubj rose/VERB/0/root ,/PUNCT/2/punct according/VERB/7/case to/ADP/4/fixed ' +
      'the/DET/7/det ministry/NOUN/2/obl ./PUNCT/2/punct';
    expect(read([sentence])).toMatchObject([
      { source: 'the ministry', cue: 'according to', content: 'Prices rose', rule: 'according-to' },
    ]);
  });

  test('an infinitive and an object: "plans to", "rejected the"', () => {
    const plans =
      'Orvia/PROPN/2/nsubj plans/VERB/0/root to/PART/4/mark leave/VERB/2/xcomp ./PUNCT/2/punct';
    const rejected =
      'Orvia/PROPN/2/nsubj rejected/VERB/0/root the/DET/4/det treaty/NOUN/2/obj ./PUNCT/2/punct';
    expect(read([plans], [rejected])).toMatchObject([
      { source: 'Orvia', cue: 'plans', content: 'to leave' },
      { source: 'Orvia', cue: 'rejected', content: 'the treaty' },
    ]);
  });

  test('a transcript: two paragraphs led in by names, and no cue inside them', () => {
    const turn = (name: string) =>
      `${name}/PROPN/4/nsubj :/PUNCT/4/punct I/PRON/4/nsubj said/VERB/0/root that/SCONJ/7/mark ` +
      'we/PRON/7/nsubj stay/VERB/4/ccomp ./PUNCT/4/punct';
    expect(read([turn('VOSS')], [turn('BRANDT')])).toMatchObject([
      { source: 'VOSS', cue: ':', content: 'I said that we stay', rule: 'transcript' },
      { source: 'BRANDT', rule: 'transcript' },
    ]);
    expect(read([turn('VOSS')])).toMatchObject([{ cue: 'said' }]);
  });

  test('a transcript: what stands between two names in capitals goes on with the first', () => {
    const turn = (name: string) =>
      `${name}/PROPN/3/nsubj :/PUNCT/3/punct Welcome/INTJ/0/root everyone/PRON/3/nsubj ./PUNCT/3/punct`;
    const more = 'Orvia/PROPN/2/nsubj stays/VERB/0/root ./PUNCT/2/punct';
    const laughter = '(/PUNCT/2/punct Laughter/NOUN/0/root )/PUNCT/2/punct';
    const paragraphs = [[turn('VOSS')], [more], [laughter], [turn('BRANDT')], [more]];
    const found = findAttributions(buildAnalysis(paragraphs), null);
    expect(found.map(({ continues, rule }) => [continues, rule])).toEqual([
      [undefined, 'transcript'],
      [0, 'transcript'],
      [undefined, 'transcript'],
    ]);
    const talk = [[turn('Voss')], [more], [turn('Brandt')], [turn('Voss')]];
    expect(findAttributions(buildAnalysis(talk), null)).toHaveLength(3);
    const list = [[turn('Voss')], [more], [turn('Brandt')]];
    expect(findAttributions(buildAnalysis(list), null)).toEqual([]);
  });

  test('a draft: what hangs on the verb behind its subject is cut off the source', () => {
    const sentence =
      'The/DET/2/det court/NOUN/5/nsubj in/ADP/4/case May/PROPN/5/obl ruled/VERB/0/root ' +
      'that/SCONJ/8/mark Orvia/PROPN/8/nsubj pays/VERB/5/ccomp ./PUNCT/5/punct';
    const analysis = buildAnalysis([[sentence]]);
    const draft = { source: [[0, 4]], cue: [[4, 5]], content: [[5, 8]], cueWord: 4 } as const;
    const drafts = { id: 'drafts', find: () => [{ ...draft, rule: 'network', score: 0.9 }] };
    const [only] = findAttributions(analysis, drafts);
    expect(show(analysis.text, only?.source ?? [])).toBe('The court');
  });

  test('a verb of no speech attributes nothing', () => {
    expect(
      read(['Orvia/PROPN/2/nsubj built/VERB/0/root a/DET/4/det bridge/NOUN/2/obj ./PUNCT/2/punct']),
    ).toEqual([]);
  });

  test('nesting: what is reported inside a content names the one around it', () => {
    const sentence =
      'Brandt/PROPN/2/nsubj said/VERB/0/root Voss/PROPN/4/nsubj plans/VERB/2/ccomp ' +
      'to/PART/6/mark resign/VERB/4/xcomp ./PUNCT/2/punct';
    const found = findAttributions(buildAnalysis([[sentence]]), null);
    expect(found.map(({ within, act }) => [within, act])).toEqual([
      [undefined, 'says'],
      [0, 'intends'],
    ]);
  });

  test('any tree: spans lie in the text in order, ties point to other attributions', () => {
    const forms = ['said', 'that', 'Voss', '“', '”', 'rejected', ':', '―', 'to', 'about', '’s'];
    const token = fc.record({
      form: fc.constantFrom(...forms),
      upos: fc.constantFrom('VERB', 'NOUN', 'PROPN', 'PUNCT', 'ADP'),
      deprel: fc.constantFrom('nsubj', 'ccomp', 'xcomp', 'obj', 'conj', 'nmod:poss', 'advcl'),
      up: fc.nat(4),
    });
    const sentence = fc
      .array(token, { minLength: 1, maxLength: 12 })
      .map((tokens) =>
        tokens
          .map(({ form, upos, deprel, up }, at) =>
            at === 0
              ? `${form}/${upos}/0/root`
              : `${form}/${upos}/${1 + Math.max(0, at - 1 - up)}/${deprel}`,
          )
          .join(' '),
      );
    const paragraphs = fc.array(fc.array(sentence, { minLength: 1, maxLength: 3 }), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(paragraphs, (parts) => {
        const analysis = buildAnalysis(parts);
        const found = findAttributions(analysis, null);
        found.forEach(({ source, cue, content, within, continues }, at) => {
          expect(content.length).toBeGreaterThan(0);
          for (const spans of [source, cue, content])
            spans.forEach(([start, end], piece) => {
              expect(start).toBeLessThan(end);
              expect(end).toBeLessThanOrEqual(analysis.text.length);
              if (0 < piece) expect(spans[piece - 1]![1]).toBeLessThanOrEqual(start);
            });
          for (const tie of [within, continues])
            if (tie !== undefined) expect(found[tie]).toBeDefined();
          expect(within).not.toBe(at);
        });
      }),
      { seed: 11, numRuns: 300 },
    );
  });

  test('an empty text has no attributions', () => {
    expect(findAttributions(buildAnalysis([]), null)).toEqual([]);
  });
});

describe('acts', () => {
  test('"declined to comment" declines, "declined the offer" decides', () => {
    const comment =
      'Voss/PROPN/2/nsubj declined/VERB/0/root to/PART/4/mark comment/VERB/2/xcomp ./PUNCT/2/punct';
    const offer =
      'Voss/PROPN/2/nsubj declined/VERB/0/root the/DET/4/det offer/NOUN/2/obj ./PUNCT/2/punct';
    const found = findAttributions(buildAnalysis([[comment], [offer]]), null);
    expect(found.map(({ act }) => act)).toEqual(['declines', 'decides']);
  });
});
