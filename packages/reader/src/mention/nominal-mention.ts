/**
 * Mentions by common noun: "26 countries", "a senior official", "the report", and nouns and years
 * inside other phrases that the article speaks of by themselves.
 * @module
 */
import type { Mention, MentionKind } from '../layers.ts';
import { bitsIn } from './classify-name.ts';
import { Lexical, numberOf } from './lexicon.ts';
import { isCalendarWord, isPartyMark } from './name-run.ts';
import { findPhrase } from './noun-phrase.ts';
import { isPluralAt, type Words } from './words.ts';

/** Heads that are never the head of a mention. */
const NO_HEADS = new Set([
  'compound',
  'flat',
  'fixed',
  'goeswith',
  'case',
  'cc',
  'mark',
  'nmod:desc',
  'expl',
  'det',
  'discourse',
  'reparandum',
  'nummod',
  'amod',
  'det:predet',
  'cc:preconj',
]);
/** Relations in which a number, determiner or adjective stands for a noun ("one", "many", "46"). */
const ARGUMENTS = new Set(['nsubj', 'nsubj:pass', 'obj', 'iobj', 'obl', 'obl:agent', 'nmod']);

/**
 * Nouns and years inside other phrases that the article speaks of by themselves: "iodine" of
 * "iodine deficiency" where "iodine" stands alone elsewhere, "2006" of "May 2006".
 */
export function findModifiers(words: Words, claimed: Uint8Array, mentions: Mention[]): void {
  const alone = new Set<string>();
  const { lemma } = words.analysis.tags;
  for (const { start, end, form } of mentions)
    if (form === 'nominal' && end - start === 1) alone.add(lemma[start] as string);
  for (let token = 0; token < words.length; token++) {
    if (claimed[token] === 1) continue;
    const relation = words.phrases.deprel[token];
    const isYear = relation === 'nmod:unmarked' && /^[12]\d{3}$/.test(words.form[token] as string);
    const isNoun =
      relation === 'compound' && words.upos[token] === 'NOUN' && alone.has(lemma[token] as string);
    if (!isYear && !isNoun) continue;
    mentions.push({
      start: token,
      end: token + 1,
      headWord: token,
      form: 'nominal',
      kind: 'thing',
      name: undefined,
      title: undefined,
      gender: undefined,
      isPlural: undefined,
      count: undefined,
      country: undefined,
    });
  }
}

/** The mention whose head is a token. @returns undefined where the token heads none. */
export function nominalMention(words: Words, token: number): Mention | undefined {
  const upos = words.upos[token];
  const relation = words.phrases.deprel[token] as string;
  if (NO_HEADS.has(relation)) return undefined;
  const isNoun = upos === 'NOUN' || upos === 'PROPN' || upos === 'SYM';
  const isStandIn =
    (upos === 'NUM' || upos === 'DET' || upos === 'ADJ' || upos === 'PRON') &&
    ARGUMENTS.has(relation);
  if (!isNoun && !isStandIn) return undefined;
  if (upos === 'PRON' && isRelative(words, token)) return undefined;
  if (isPartyMark(words, token)) return undefined;
  // "at least", "in particular"; and "in favour of", "on average": set phrases refer to nothing.
  if (upos === 'ADJ' && (words.phrases.child[token] as number) === -1) return undefined;
  if (SET_PHRASES.has(words.lower[token] as string) && isSetPhrase(words, token)) return undefined;
  const [start, phraseEnd] = findPhrase(words, token);
  const end = Math.max(phraseEnd, endOfDate(words, token));
  const count = countOf(words, start, token);
  const isPlural = isPluralAt(words, token) || (count !== undefined && count > 1);
  const bits = words.bits[token] as number;
  const found = kindOfNominal(words, { start, token, bits, isPlural });
  // "twelve ministers": counted, so a group, though nobody of them is named.
  const kind = found === 'unnamed' && count !== undefined && isPlural ? 'group' : found;
  const gender = bits & Lexical.Person && !isPlural ? genderOfBits(bits) : undefined;
  const isRole =
    kind === 'person' && (bits & (Lexical.Title | Lexical.SpeaksFor | Lexical.StateOffice)) !== 0;
  return {
    start,
    end,
    headWord: token,
    form: isRole ? 'role' : 'nominal',
    kind,
    name: undefined,
    title: undefined,
    gender,
    isPlural: isPlural || undefined,
    count: count !== undefined && count > 1 ? count : undefined,
    country: undefined,
  };
}

/** "who", "which" and the "that" of a relative clause; "that" alone may point back. */
function isRelative(words: Words, token: number): boolean {
  const form = words.lower[token] as string;
  if (form === 'that') {
    const { deprel, head } = words.phrases;
    const verb = head[token] as number;
    return (
      verb < 0 ||
      (deprel[verb] as string) === 'acl:relcl' ||
      !/^nsubj/.test(deprel[token] as string)
    );
  }
  return /^(?:who|which|what|whom|there|whose|'s|’s)$/.test(form);
}

/** "July 21, 2017": where a date that begins at a month ends; 0 where none does. */
function endOfDate(words: Words, month: number): number {
  if (words.upos[month] !== 'PROPN' || !isCalendarWord(words.lower[month] as string)) return 0;
  let end = month + 1;
  if (/^\d{1,2}(?:st|nd|rd|th)?$/.test(words.form[end] ?? '')) end++;
  const year = words.form[end] === ',' ? end + 1 : end;
  return /^[12]\d{3}$/.test(words.form[year] ?? '') ? year + 1 : end;
}

const SET_PHRASES = new Set(
  'fact addition general particular order favour favor respect regard example instance accordance contrast spite line average least all terms detail effect short turn part place'.split(
    ' ',
  ),
);

/** A bare noun behind a preposition. */
function isSetPhrase(words: Words, token: number): boolean {
  return (
    words.upos[token - 1] === 'ADP' &&
    (words.lower[token + 1] !== 'of' || words.lower[token - 1] === 'in')
  );
}

const genderOfBits = (bits: number): 'female' | 'male' | undefined =>
  bits & Lexical.Female ? 'female' : bits & Lexical.Male ? 'male' : undefined;

/** The number before a head: "26 countries", "twenty-seven states", "the two leaders". */
function countOf(words: Words, start: number, token: number): number | undefined {
  for (let at = token - 1; start <= at; at--) {
    // "several thousand soldiers" are not a thousand.
    if (words.upos[at] === 'NUM' && words.upos[at - 1] === 'ADJ') return undefined;
    if (words.upos[at] === 'NUM') return numberOf(words.lower[at] as string);
    if (words.upos[at] === 'ADP' || words.upos[at] === 'VERB') return undefined;
    // "both women"
    if (words.lower[at] === 'both') return 2;
  }
  return undefined;
}

/** A noun phrase by its first token and its head. */
export interface Nominal {
  readonly start: number;
  readonly token: number;
  readonly bits: number;
  readonly isPlural: boolean;
}

/** What a noun phrase refers to, by its head: a person, a body, a paper, a crowd, or a thing. */
export function kindOfNominal(
  words: Words,
  { start, token, bits, isPlural }: Nominal,
): MentionKind {
  const determiner = words.lower[start] as string;
  const isIndefinite =
    determiner === 'a' || determiner === 'an' || determiner === 'one' || determiner === 'another';
  if (bits & Lexical.Person) {
    if (isPlural) return bits & Lexical.Unnamed ? 'unnamed' : 'group';
    return isIndefinite ? 'unnamed' : 'person';
  }
  if (bits & Lexical.Collective) {
    // "a number of cities", "a majority of voters": persons or bodies behind "of" make it a group.
    const behind = bitsIn(words, token + 1, Math.min(words.length, token + 5));
    return behind & (Lexical.Person | Lexical.Body) || isPlural ? 'group' : 'thing';
  }
  if (bits & Lexical.Document) return 'document';
  if (bits & Lexical.Body && !(bits & Lexical.NotCommonBody))
    return isPlural ? 'group' : 'organisation';
  return 'thing';
}
