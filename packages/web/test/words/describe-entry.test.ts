import { describe, expect, test } from 'vitest';
import {
  describeCondition,
  describeStance,
  nameCondition,
} from '../../src/words/describe-entry.ts';

describe('a stance before its action', () => {
  test.each([
    ['Norvia', 'commits', 'will', 'send ships', 'commits to'],
    ['Norvia', 'commits', 'pledged', '300 soldiers', 'commits to'],
    ['Norvia', 'offers', 'is ready to', 'send ships', 'offers to'],
    ['Norvia', 'offers', 'stands ready', 'to send ships', 'offers'],
    ['Twelve countries', 'offers', 'are ready', 'send ships', 'offer to'],
    ['Norvia', 'offers', 'put forward', 'three ships', 'offers'],
    ['Norvia', 'considers', 'could', 'send ships', 'may'],
    ['Norvia', 'considers', 'would consider', 'sending ships', 'considers'],
    ['Norvia', 'refuses', "won't", 'send ships', 'refuses to'],
    ['Norvia', 'refuses', 'will not', 'send ships', 'refuses to'],
    ['Both presidents', 'refuses', 'refuse', 'the plan', 'refuse'],
    ['Norvia', 'threatens', 'would', 'leave the talks', 'threatens to'],
    ['Norvia', 'demands', 'must', 'the port be opened', 'demands'],
  ] as const)('%s (%s, “%s”) “%s”: %s', (party, stance, cue, action, phrase) => {
    expect(describeStance(party, { stance, cue, action })).toBe(phrase);
  });
});

describe('a condition', () => {
  const ceasefire = { type: 'ceasefire', trigger: 'ceasefire', connective: 'only-after' } as const;

  test('of a known type is called by it, and described by its words', () => {
    const known = { ...ceasefire, key: 'ceasefire', quote: 'but only after a ceasefire' };
    expect(nameCondition(known)).toBe('ceasefire');
    expect(describeCondition(known)).toBe('only after a ceasefire');
  });

  test('of that type about another event is called by its words', () => {
    const quote = 'If strangers land before a ceasefire';
    expect(nameCondition({ ...ceasefire, key: 'ceasefire:if-strangers-land', quote })).toBe(
      'if strangers land before a ceasefire',
    );
  });

  test('without words at hand is described by its connective', () => {
    expect(describeCondition(ceasefire)).toBe('only after ceasefire');
  });

  test('keeps the name with which its words begin', () => {
    const other = { type: 'other', trigger: 'norvia open port', connective: 'if' } as const;
    expect(describeCondition({ ...other, quote: 'Norvia opening its port' })).toBe(
      'Norvia opening its port',
    );
  });
});
