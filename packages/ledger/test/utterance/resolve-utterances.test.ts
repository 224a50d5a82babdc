/**
 * Utterances: fields compared, reports and origins counted apart, no chain that runs away.
 * @module
 */
import { describe, expect, test } from 'vitest';
import { resolveUtterances } from '../../src/utterance/resolve-utterances.ts';
import { recordOf } from '../builder/marked-record.ts';

const courier = {
  party: 'Valdoria',
  by: 'Lucan Hadrel',
  stance: 'offers',
  on: '2027-04-14',
  text: '{p|Valdoria} {c|is ready to} {a|send {q=3000 soldiers|up to 3,000 soldiers} to guard the crossings of the Varn}, but {only-after/ceasefire/ceasefire|only after a ceasefire}',
} as const;
const times = {
  party: 'Valdoria',
  by: 'Lucan Hadrel',
  stance: 'commits',
  on: '2027-04-14',
  text: '{p|Valdoria} {c|would} {a|send {q=4000 soldiers|4,000 soldiers} to guard the bridges of the Varn}',
} as const;
const reportOf = (line: typeof courier | typeof times, publisher: string) =>
  recordOf({ lines: [line], publisher, publishedOn: '2027-04-15' });

describe('utterances', () => {
  test('two outlets, one act of speech: number, verb and condition differ, each with who has it', () => {
    const [a, b] = [reportOf(courier, 'Courier'), reportOf(times, 'Times')];
    const [utterance] = resolveUtterances([a, b]);
    expect([utterance?.reportCount, utterance?.originCount]).toEqual([2, 2]);
    expect(utterance?.differences.map((one) => one.field)).toEqual(['number', 'verb', 'condition']);
    expect(utterance?.differences[0]?.values).toEqual([
      { value: ['3000'], articleIds: [a.article.id], originCount: 1 },
      { value: ['4000'], articleIds: [b.article.id], originCount: 1 },
    ]);
    expect(utterance?.differences[2]?.values.map((one) => one.value)).toEqual([
      ['only after a ceasefire'],
      [],
    ]);
  });

  test('a reprint is a report and no origin', () => {
    const [utterance] = resolveUtterances([reportOf(courier, 'Wire'), reportOf(courier, 'Paper')]);
    expect([utterance?.reportCount, utterance?.originCount]).toEqual([2, 1]);
    expect(utterance?.differences).toEqual([]);
  });

  test('what only one article reports is left out, unless it is asked for', () => {
    const records = [reportOf(courier, 'Courier')];
    expect(resolveUtterances(records)).toEqual([]);
    expect(resolveUtterances(records, { leastReports: 1 })).toHaveLength(1);
  });

  test('the order of the articles does not change who is joined with whom', () => {
    const records = [reportOf(courier, 'A'), reportOf(times, 'B'), reportOf(courier, 'C')];
    const joined = (list: typeof records) =>
      resolveUtterances(list).map((one) =>
        one.reports.map((report) => report.evidence.articleId).sort(),
      );
    expect(joined([...records].reverse())).toEqual(joined(records));
  });

  test('two outlets that share hardly a word of a pledge but the deed', () => {
    const far = {
      ...times,
      text: '{p|His country} {c|would} {a|send {q=4000 troops|4,000 troops}} {if/approval-of/approval of parliament|if parliament approves the mission}, and they can leave within ten days of the vote',
    } as typeof times;
    const [utterance] = resolveUtterances([reportOf(courier, 'Courier'), reportOf(far, 'Times')]);
    expect(utterance?.differences.map((one) => one.field)).toEqual(['number', 'verb', 'condition']);
  });

  test('two deeds of one day are two utterances', () => {
    const other = {
      ...times,
      text: '{p|Valdoria} {c|would} {a|hand over two field hospitals}',
    } as typeof times;
    expect(resolveUtterances([reportOf(courier, 'Courier'), reportOf(other, 'Times')])).toEqual([]);
  });

  test('a recap of an earlier speech is no report of the new one', () => {
    const recap = recordOf({
      publishedOn: '2027-04-16',
      publisher: 'Times',
      lines: [
        {
          ...times,
          on: undefined,
          text: 'In March he had said that {p|Valdoria} {c|would} {a|send {q=4000 soldiers|4,000 soldiers} to guard the bridges of the Varn}',
        } as unknown as typeof times,
      ],
    });
    expect(resolveUtterances([reportOf(courier, 'Courier'), recap])).toEqual([]);
  });
});
