/**
 * What-if: outcomes by connective, contests, loops, totals as ranges.
 * @module
 */
import type { ConditionState, WhatIf } from '@onrecord/record';
import { describe, expect, test } from 'vitest';
import { assembleBoard } from '../../src/board/assemble-board.ts';
import { assumeStates } from '../../src/what-if/assume-states.ts';
import { type MarkedLine, recordOf } from '../builder/marked-record.ts';

const assume = (lines: MarkedLine[], states: Record<string, ConditionState> = {}): WhatIf =>
  assumeStates(assembleBoard([recordOf({ lines, publishedOn: '2027-04-12' })]), states);
const outcomes = (result: WhatIf) =>
  Object.fromEntries(result.entries.map((one) => [one.entry.party.name, one.outcome]));

const pledge = (connective: string, trigger = 'ceasefire'): MarkedLine => ({
  party: 'Valdoria',
  text: `{p|Valdoria} {c|will} {a|send {q=3000 soldiers|3,000 soldiers}} {${connective}/ceasefire/${trigger}|${connective} it comes}.`,
});

describe('outcomes by connective and state', () => {
  const table: [string, ConditionState, string][] = [
    ['only-after', 'open', 'waiting'],
    ['only-after', 'met', 'live'],
    ['only-after', 'failed', 'void'],
    ['only-after', 'disputed', 'waiting'],
    ['if', 'met', 'live'],
    ['as-long-as', 'failed', 'void'],
    ['unless', 'open', 'live'],
    ['unless', 'met', 'void'],
    ['unless', 'failed', 'live'],
    ['until', 'met', 'void'],
    ['before', 'open', 'live'],
  ];
  test.each(table)('%s, %s: %s', (connective, state, outcome) => {
    expect(outcomes(assume([pledge(connective)], { ceasefire: state }))).toEqual({
      Valdoria: outcome,
    });
  });

  test('an entry with two conditions waits for the one that is still open', () => {
    const line = {
      party: 'Valdoria',
      text: '{p|Valdoria} {c|will} {a|send boats} {after/ceasefire/ceasefire|after a truce} {if/approval-of/approval of parliament|if parliament approves}.',
    };
    const [one] = assume([line], { ceasefire: 'met' }).entries;
    expect(one?.outcome).toBe('waiting');
    expect(one?.waitsFor.map((wait) => wait.condition.type)).toEqual(['approval-of']);
    expect(outcomes(assume([line], { ceasefire: 'met', parliament: 'met' }))).toEqual({
      Valdoria: 'live',
    });
  });

  test('a name that is the key of a condition means that one only', () => {
    const lines: MarkedLine[] = [
      {
        party: 'Valdoria',
        text: '{p|Valdoria} {c|will} {a|send boats} {if/funding/money|if there is money}.',
      },
      {
        party: 'Breland',
        text: '{p|Breland} {c|will} {a|send ships} {if/approval-of/approval of funding money by Valdoria|if Valdoria approves the money}.',
      },
    ];
    const mine = assume(lines).entries.find(({ entry }) => entry.party.name === 'Valdoria');
    const first = mine?.entry.conditions[0]?.key ?? '';
    expect(first).toMatch(/^funding:/);
    expect(outcomes(assume(lines, { [first]: 'met' }))).toEqual({
      Valdoria: 'live',
      Breland: 'waiting',
    });
    // Words that are no key mean whatever has them.
    expect(Object.values(outcomes(assume(lines, { money: 'met' })))).toEqual(['live', 'live']);
  });

  test('a refusal stays refused, and one with "until" lapses when it comes', () => {
    const never: MarkedLine = {
      party: 'Breland',
      stance: 'refuses',
      text: '{p|Breland} {c|will not} {a|send soldiers}.',
    };
    const until: MarkedLine = {
      party: 'Tavria',
      stance: 'refuses',
      text: '{p|Tavria} {c|will not} {a|free prisoners} {until/reciprocity/return of the 200|until the 200 are home}.',
    };
    expect(outcomes(assume([never, until]))).toEqual({ Breland: 'refused', Tavria: 'refused' });
    expect(outcomes(assume([never, until], { 'return of the 200': 'met' }))).toEqual({
      Breland: 'refused',
      Tavria: 'void',
    });
  });

  test('a name that no condition answers to is told', () => {
    expect(assume([pledge('if')], { elections: 'met' }).unmatched).toEqual(['elections']);
  });
});

describe('contests', () => {
  const offer: MarkedLine = {
    party: 'Valdoria',
    text: '{p|Valdoria} {c|will} {a|send soldiers to the Varn valley}.',
  };
  test('a rejection of foreign soldiers contests the pledge to send them', () => {
    const no: MarkedLine = {
      party: 'Kessland',
      stance: 'rejects',
      text: '{p|Kessland} {c|rejected} {a|foreign soldiers in the valley}.',
    };
    const result = assume([offer, no]);
    expect(outcomes(result)).toMatchObject({ Valdoria: 'contested' });
    expect(result.entries.flatMap((one) => one.contestedBy.map((by) => by.party.name))).toEqual([
      'Kessland',
    ]);
  });
  test('a threat contests what its condition names', () => {
    const threat: MarkedLine = {
      party: 'Kessland',
      stance: 'threatens',
      text: '{p|Kessland} {c|would} {a|close its airspace} {if/other/soldiers in the valley|if a single soldier enters the valley}.',
    };
    expect(outcomes(assume([offer, threat]))).toMatchObject({ Valdoria: 'contested' });
  });
  test('another state that will not send soldiers itself contests nothing', () => {
    const own: MarkedLine = {
      party: 'Breland',
      stance: 'refuses',
      text: '{p|Breland} {c|will not} {a|send soldiers to the Varn valley}.',
    };
    expect(outcomes(assume([offer, own]))).toMatchObject({ Valdoria: 'live' });
  });
});

describe('loops', () => {
  const guns: MarkedLine = {
    party: 'Kessland',
    text: '{p|Kessland} {c|will} {a|withdraw its heavy guns from the Varn valley} {only-after/reciprocity/lifting of the blockade by Tavria/Tavria|only after Tavria lifts the blockade of Port Selm}.',
  };
  const port: MarkedLine = {
    party: 'Tavria',
    text: '{p|Tavria} {c|will} {a|lift the blockade of Port Selm} {only-after/reciprocity/withdrawal of the guns by Kessland/Kessland|only after Kessland withdraws its heavy guns}.',
  };
  test('A only after B and B only after A is a loop of two', () => {
    const { loops } = assume([guns, port]);
    expect(loops).toHaveLength(1);
    expect(loops[0]?.links).toHaveLength(2);
  });
  test('it is found without the actors of the conditions, by their names', () => {
    const bare = [guns, port].map((line) => ({
      ...line,
      text: line.text.replace(/\/(Tavria|Kessland)\|/, '|'),
    }));
    expect(assume(bare).loops).toHaveLength(1);
  });
  test('a condition assumed met opens the loop', () => {
    expect(assume([guns, port], { blockade: 'met' }).loops).toEqual([]);
  });
  test('three that wait in a ring are one loop of three', () => {
    const step = (party: string, act: string, other: string, trigger: string): MarkedLine => ({
      party,
      text: `{p|${party}} {c|will} {a|${act}} {only-after/reciprocity/${trigger}/${other}|only after ${other} acts}.`,
    });
    const ring = [
      step('Orsia', 'open the harbour', 'Breland', 'payment of the debt'),
      step('Breland', 'pay the debt', 'Skarland', 'signing of the treaty'),
      step('Skarland', 'sign the treaty', 'Orsia', 'opening of the harbour'),
    ];
    expect(assume(ring).loops.map((loop) => loop.links.length)).toEqual([3]);
  });
  test('one that waits for another that does not wait is no loop, and the other is named', () => {
    const free = { ...port, text: '{p|Tavria} {c|will} {a|lift the blockade of Port Selm}.' };
    const result = assume([guns, free]);
    expect(result.loops).toEqual([]);
    const wait = result.entries.find((one) => one.entry.party.name === 'Kessland')?.waitsFor[0];
    expect(wait?.entryIds).toHaveLength(1);
  });
});

describe('totals', () => {
  test('amounts add up as ranges; entries without a number are said apart', () => {
    const lines: MarkedLine[] = [
      {
        party: 'Valdoria',
        text: '{p|Valdoria} {c|will} {a|send {q=3000 soldiers|up to 3,000 soldiers}}.',
      },
      { party: 'Skarland', text: '{p|Skarland} {c|will} {a|send {q=500 soldiers|500 soldiers}}.' },
      { party: 'Orsia', text: '{p|Orsia} {c|will} {a|pay for the fuel}.' },
    ];
    const { totals, unknown } = assume(lines);
    expect(totals).toMatchObject([{ outcome: 'live', unit: 'soldier', from: 500, to: 3500 }]);
    expect(unknown).toMatchObject([{ outcome: 'live' }]);
  });
  test('two numbers of one party for one thing widen the range and are not added', () => {
    const lines: MarkedLine[] = [3000, 4000].map((value) => ({
      party: 'Valdoria',
      text: `{p|Valdoria} {c|will} {a|send {q=${value} soldiers|${value} soldiers} to the valley}.`,
    }));
    expect(assume(lines).totals).toMatchObject([{ from: 3000, to: 4000 }]);
  });
  test('"at least" leaves the upper end open; a demand promises nothing', () => {
    const lines: MarkedLine[] = [
      {
        party: 'Skarland',
        text: '{p|Skarland} {c|will} {a|deliver at least {q=20 batteries|20 batteries}}.',
      },
      {
        party: 'Tavria',
        stance: 'demands',
        text: '{p|Tavria} {c|asked for} {a|{q=40 batteries|40 batteries}}.',
      },
    ];
    const { totals } = assume(lines);
    expect(totals).toEqual([expect.objectContaining({ unit: 'battery', from: 20 })]);
    expect(totals[0]).not.toHaveProperty('to');
  });

  test('lengths, times and shares are no amounts: they say how', () => {
    const lines: MarkedLine[] = [
      {
        party: 'Kessland',
        text: '{p|Kessland} {c|will} {a|withdraw guns above {q=120 millimetres|120 millimetres}}.',
      },
      { party: 'Orsia', text: '{p|Orsia} {c|will} {a|stay for {q=30 days|30 days}}.' },
    ];
    const { totals, unknown } = assume(lines);
    expect([totals, unknown]).toEqual([[], []]);
  });
});
