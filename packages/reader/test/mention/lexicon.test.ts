/**
 * The lexicon and the gazetteer: numbers, first names, nicknames, states, seats; offices only.
 * @module
 */
import { describe, expect, test } from 'vitest';
import { findGazetteerEntry, findState } from '../../src/mention/gazetteer.ts';
import {
  canonicalHead,
  genderOfFirstName,
  isSameFirstName,
  Lexical,
  lexicalBitsOf,
  numberOf,
  widerHeadsOf,
} from '../../src/mention/lexicon.ts';

const entryAt = (text: string) => findGazetteerEntry(text, 0, /^[^\s,]+/.exec(text)?.[0] ?? '');

describe('gazetteer', () => {
  const names: [string, string, string, string | undefined][] = [
    ['U.S. troops', 'United States', 'state', 'US'],
    ['Washington, D.C., was', 'United States', 'capital', 'US'],
    ['Kyiv said', 'Ukraine', 'capital', 'UA'],
    ['Kiev said', 'Ukraine', 'capital', 'UA'],
    ['White House aides', 'United States', 'seat', 'US'],
    ['Downing Street said', 'United Kingdom', 'seat', 'GB'],
    ['Portuguese ships', 'Portugal', 'demonym', 'PT'],
    ['South Korean ships', 'South Korea', 'demonym', 'KR'],
    ['Europe will', 'Europe', 'standing', undefined],
    ['EU leaders', 'European Union', 'standing', undefined],
  ];
  for (const [text, name, role, country] of names)
    test(`${text}: ${role} of ${name}`, () => {
      expect(entryAt(text)).toMatchObject({ name, role });
      expect(entryAt(text)?.country).toBe(country);
    });

  test('a name must end where a word ends', () => {
    expect(entryAt('Francesca said')).toBeUndefined();
    expect(entryAt('Washingtonian food')).toBeUndefined();
  });

  test('wikidata: states known for sure bear an id, others none', () => {
    expect(findState('UA')?.wikidata).toBe('Q212');
    expect(findState('TV')?.wikidata).toBeUndefined();
    expect(findState('ZZ')).toBeUndefined();
  });
});

describe('lexicon', () => {
  test('numbers in figures and in words', () => {
    expect([
      numberOf('26'),
      numberOf('1,200'),
      numberOf('twenty-seven'),
      numberOf('dozen'),
    ]).toEqual([26, 1200, 27, 12]);
    expect([numberOf('some'), numberOf('3.5'), numberOf('twenty-x')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('first names: the same, by initial, by nickname, and not', () => {
    expect(isSameFirstName('bill', 'william')).toBe(true);
    expect(isSameFirstName('j.', 'john')).toBe(true);
    expect(isSameFirstName('ted', 'edward')).toBe(true);
    expect(isSameFirstName('robert', 'susan')).toBe(false);
    expect(isSameFirstName('jo', 'john')).toBe(false);
  });

  test('gender is told where the list is of one mind, and not for names of both or of states', () => {
    expect(genderOfFirstName('Susan')).toBe('female');
    expect(genderOfFirstName('Robert')).toBe('male');
    for (const name of ['America', 'Israel', 'Will', 'Judge'])
      expect(genderOfFirstName(name)).toBeUndefined();
  });

  test('heads: synonyms meet, wider words take up narrower ones', () => {
    expect(canonicalHead('attorney')).toBe(canonicalHead('lawyer'));
    expect(canonicalHead('sen.')).toBe('senator');
    expect(widerHeadsOf('senator')).toContain('lawmaker');
    expect(widerHeadsOf('boat')).toEqual([]);
  });

  test('words: persons, bodies and papers are told apart', () => {
    expect(lexicalBitsOf('spokeswoman') & Lexical.Female).not.toBe(0);
    expect(lexicalBitsOf('committee') & Lexical.Body).not.toBe(0);
    expect(lexicalBitsOf('poll') & Lexical.Document).not.toBe(0);
    expect(lexicalBitsOf('harbourless')).toBe(0);
  });
});
