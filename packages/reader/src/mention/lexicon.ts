/**
 * The lexicon of the actors stage as one table from word to bits, and first names with gender.
 * Lists stand in `lang/en/data`; nothing here decides anything.
 * @module
 */
import {
  BODY_NAMES,
  BODY_NOUNS,
  COLLECTIVES,
  DOCUMENT_NOUNS,
  FEMALE_NOUNS,
  HEAD_SYNONYMS,
  HEADS_OF_STATE,
  HONORIFICS,
  LOCATIVES,
  MALE_NOUNS,
  MORE_PERSON_NOUNS,
  NICKNAMES,
  NOT_COMMON_BODIES,
  NUMBER_WORDS,
  PLACE_WORDS,
  REGION_WORDS,
  SPEAKS_FOR,
  STATE_OFFICES,
  TITLES,
  UNNAMED_CLASSES,
  WIDER_HEADS,
} from '../lang/en/data/actor-words.ts';
import { FIRST_NAMES } from '../lang/en/data/first-names.ts';
import { PERSON_NOUNS } from '../lang/en/data/person-nouns.ts';

/** What a word is in the lexicon, as bits. */
export const Lexical = {
  Person: 1 << 0,
  Body: 1 << 1,
  BodyName: 1 << 2,
  Document: 1 << 3,
  Honorific: 1 << 4,
  Title: 1 << 5,
  Female: 1 << 6,
  Male: 1 << 7,
  Unnamed: 1 << 8,
  Collective: 1 << 9,
  StateOffice: 1 << 10,
  HeadOfState: 1 << 11,
  SpeaksFor: 1 << 12,
  Locative: 1 << 13,
  RegionWord: 1 << 14,
  PlaceWord: 1 << 15,
  NotCommonBody: 1 << 16,
} as const;

const LEXICON = new Map<string, number>();

function add(words: string, bits: number): void {
  for (const word of words.split(' ')) LEXICON.set(word, (LEXICON.get(word) ?? 0) | bits);
}

add(PERSON_NOUNS, Lexical.Person);
add(MORE_PERSON_NOUNS, Lexical.Person);
add(FEMALE_NOUNS, Lexical.Person | Lexical.Female);
add(MALE_NOUNS, Lexical.Person | Lexical.Male);
add(BODY_NOUNS, Lexical.Body | Lexical.BodyName);
add(BODY_NAMES, Lexical.BodyName);
add(DOCUMENT_NOUNS, Lexical.Document);
add(HONORIFICS.male, Lexical.Honorific | Lexical.Male);
add(HONORIFICS.female, Lexical.Honorific | Lexical.Female);
add(HONORIFICS.either, Lexical.Honorific);
add(TITLES, Lexical.Title | Lexical.Person);
add(UNNAMED_CLASSES, Lexical.Unnamed | Lexical.Person);
add(COLLECTIVES, Lexical.Collective);
add(STATE_OFFICES, Lexical.StateOffice);
add(HEADS_OF_STATE, Lexical.HeadOfState);
add(SPEAKS_FOR, Lexical.SpeaksFor);
add(LOCATIVES, Lexical.Locative);
add(REGION_WORDS, Lexical.RegionWord);
add(PLACE_WORDS, Lexical.PlaceWord);
add(NOT_COMMON_BODIES, Lexical.NotCommonBody);

/** The bits of a lower-case word or lemma; 0 where the lexicon has none. */
export function lexicalBitsOf(word: string): number {
  return LEXICON.get(word) ?? 0;
}

const [FEMALE = '', MALE = '', EITHER = ''] = FIRST_NAMES.split('\n');
const FIRST = new Map<string, 'female' | 'male' | 'either'>();
for (const name of FEMALE.split(' ')) FIRST.set(name, 'female');
for (const name of MALE.split(' ')) FIRST.set(name, 'male');
for (const name of EITHER.split(' ')) FIRST.set(name, 'either');

/** The gender that a first name mostly goes with. @returns undefined when the list lacks it. */
export function genderOfFirstName(form: string): 'female' | 'male' | 'either' | undefined {
  return FIRST.get(form);
}

const LONG_NAMES = new Map<string, string[]>();
for (const pair of NICKNAMES.split(',')) {
  const [short = '', long = ''] = pair.split(':');
  LONG_NAMES.set(short, [...(LONG_NAMES.get(short) ?? []), long]);
}

/** Whether two lower-case first names may be one person's ("bill", "william"; "j.", "john"). */
export function isSameFirstName(one: string, other: string): boolean {
  if (one === other) return true;
  const [a, b] = [one.replace(/\.$/, ''), other.replace(/\.$/, '')];
  if (a.length === 1 || b.length === 1) return a[0] === b[0];
  // "Philip" and "Phillip": a letter doubled or not is a slip or a habit.
  if (a.replace(DOUBLED, '$1') === b.replace(DOUBLED, '$1')) return true;
  return !!(LONG_NAMES.get(a)?.includes(b) || LONG_NAMES.get(b)?.includes(a));
}

const DOUBLED = /(.)\1/g;

const NUMBERS = new Map<string, number>();
for (const pair of NUMBER_WORDS.split(',')) {
  const [word = '', value = ''] = pair.split(':');
  NUMBERS.set(word, Number(value));
}

/**
 * The value of a number in figures or words ("26", "1,200", "twenty-seven").
 * @returns undefined when the word is no whole number.
 */
export function numberOf(word: string): number | undefined {
  if (/^\d{1,3}(?:,\d{3})+$|^\d{1,9}$/.test(word)) return Number(word.replace(/,/g, ''));
  const [tens = '', ones] = word.split('-');
  const value = NUMBERS.get(tens);
  if (value === undefined || ones === undefined) return value;
  const rest = NUMBERS.get(ones);
  return rest === undefined ? undefined : value + rest;
}

const SYNONYMS = new Map<string, string>();
for (const row of HEAD_SYNONYMS.split(',')) {
  const [first = '', ...others] = row.split(' ');
  for (const word of others) SYNONYMS.set(word, first);
}
const WIDER = new Map<string, string[]>();
for (const row of WIDER_HEADS.split(',')) {
  const [wide = '', narrow = ''] = row.split(':');
  for (const word of narrow.split(' ')) WIDER.set(word, [...(WIDER.get(word) ?? []), wide]);
}

const NONE: readonly string[] = [];

/** The word that stands for a head noun and its synonyms ("justice" and "magistrate" are "judge"). */
export function canonicalHead(lemma: string): string {
  return SYNONYMS.get(lemma) ?? lemma;
}

/** Wider words by which a head may be taken up ("lawmaker" for "senator"). */
export function widerHeadsOf(lemma: string): readonly string[] {
  return WIDER.get(lemma) ?? NONE;
}
