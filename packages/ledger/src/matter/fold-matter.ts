/**
 * What a stretch of words is about, folded for comparison: content words as stems or classes of
 * synonyms, names, numbers, and whether it is negated. Stems are Porter's (1980). No parser runs
 * here: the ledger sees records, not trees.
 * @module
 */
import { stem } from '../search/stem.ts';
import {
  DATE_WORDS,
  EXCLUDING_WORDS,
  FUNCTION_WORDS,
  MULTIPLIERS,
  NEGATING_PAIRS,
  NEGATIONS,
  NUMBER_WORDS,
  SAME_WORDS,
  WORD_CLASSES,
} from './lang/en/data/words.ts';

/** One content word of a matter. */
export interface MatterWord {
  /** Stem, or the first stem of its class. */
  key: string;
  isName: boolean;
}

/** What a stretch of words is about. */
export interface Matter {
  /** Content words in their order, numbers left out. */
  words: readonly MatterWord[];
  keys: ReadonlySet<string>;
  /** Names, lower-case. */
  names: ReadonlySet<string>;
  numbers: readonly number[];
  isNegated: boolean;
  /** Words of a group of which each excludes the others, as `group:word`. */
  excluding: ReadonlyMap<number, ReadonlySet<string>>;
}

const functionWords = new Set(FUNCTION_WORDS);
const dateWords = new Set(DATE_WORDS);
const negations = new Set(NEGATIONS);
const classOf = new Map<string, string>();
for (const line of WORD_CLASSES) {
  const stems = line.split(' ').map(stem);
  const first = classOf.get(stems[0] ?? '') ?? stems[0] ?? '';
  for (const one of stems) if (!classOf.has(one)) classOf.set(one, first);
}
// Maps: "constructor" is a word too, and every plain object has one.
const multipliers = new Map(Object.entries(MULTIPLIERS));
const numberWords = new Map(Object.entries(NUMBER_WORDS));
const sameOf = new Map<string, string>();
for (const line of SAME_WORDS) {
  const [first = '', ...others] = line.split(' ');
  for (const other of [first, ...others]) sameOf.set(other, first);
}
const excludingOf = new Map<string, number[]>();
for (const [group, line] of EXCLUDING_WORDS.entries())
  for (const word of line.split(' ')) {
    const groups = excludingOf.get(word);
    if (groups === undefined) excludingOf.set(word, [group]);
    else groups.push(group);
  }

const TOKEN = /\d[\d,.]*\d|\d|[\p{L}][\p{L}\p{M}'’-]*|[.!?:"“„]/gu;
const ENDS_SENTENCE = /^[.!?:"“„]$/;

/** The number that a word stands for, or null: "3,000", "six". */
function numberOf(word: string): number | null {
  if (/^\d/.test(word)) {
    const value = Number(word.replace(/,(?=\d{3}\b)/g, '').replace(/[.,]$/, ''));
    return Number.isNaN(value) ? null : value;
  }
  const parts = word.split('-').map((part) => numberWords.get(part));
  if (parts.length > 2 || parts.some((part) => part === undefined)) return null;
  return parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
}

/** Entries of a memory before it is emptied; a dossier of 500 commitments has some 3,000 words. */
const MOST_WORDS = 20_000;
const MOST_MATTERS = 4_000;
const foldedWords = new Map<string, string>();
const foldedMatters = new Map<string, Matter>();

/** The stem of a lower-case word, or the first stem of its class. */
export function foldWord(word: string): string {
  const known = foldedWords.get(word);
  if (known !== undefined) return known;
  const stemmed = stem(word.replace(/['’]s?$/, ''));
  const folded = classOf.get(stemmed) ?? stemmed;
  if (foldedWords.size >= MOST_WORDS) foldedWords.clear();
  foldedWords.set(word, folded);
  return folded;
}

/**
 * Fold a stretch of words for comparison. Names are words with a capital that open no sentence;
 * `opening` says whether the stretch itself begins as a sentence or within one.
 * @example
 * foldMatter('send up to 3,000 troops').numbers // [3000]
 */
export function foldMatter(text: string, opening: 'clause' | 'sentence' = 'clause'): Matter {
  const place = `${opening} ${text}`;
  const known = foldedMatters.get(place);
  if (known !== undefined) return known;
  const matter = foldText(text, opening);
  if (foldedMatters.size >= MOST_MATTERS) foldedMatters.clear();
  foldedMatters.set(place, matter);
  return matter;
}

/** What a token is by itself, wherever it stands: worked out once a word, not once a text. */
interface TokenFacts {
  endsSentence: boolean;
  isNegation: boolean;
  /** The groups in which it excludes others, and as which word. */
  excluding: readonly (readonly [group: number, word: string])[];
  /** Multiplies the number before it ("million"). */
  multiplier: number | undefined;
  number: number | null;
  /** Tells nothing of a matter: "the", "would", "don't". */
  isEmpty: boolean;
  /** May be a name, where it opens no sentence. */
  isCapital: boolean;
  key: string;
  nameKey: string;
}

const factsOf = new Map<string, TokenFacts>();

function describeToken(token: string): TokenFacts {
  const known = factsOf.get(token);
  if (known !== undefined) return known;
  const lower = token.toLowerCase().replace(/’/g, "'");
  const isCapital = /^\p{Lu}/u.test(token);
  // "may" the verb is no month; a month has its capital.
  const groups = (excludingOf.get(lower) ?? []).filter((group) => group !== MONTHS || isCapital);
  const facts: TokenFacts = {
    endsSentence: ENDS_SENTENCE.test(token),
    isNegation: negations.has(lower),
    excluding: groups.map((group) => [group, sameOf.get(lower) ?? lower]),
    multiplier: multipliers.get(lower),
    number: numberOf(lower),
    isEmpty: functionWords.has(lower) || lower.endsWith("n't"),
    isCapital: isCapital && !dateWords.has(lower),
    key: foldWord(lower),
    nameKey: lower.replace(/'s?$/, ''),
  };
  if (factsOf.size >= MOST_WORDS) factsOf.clear();
  factsOf.set(token, facts);
  return facts;
}

function foldText(text: string, opening: 'clause' | 'sentence'): Matter {
  const words: MatterWord[] = [];
  const numbers: number[] = [];
  const names = new Set<string>();
  const excluding = new Map<number, Set<string>>();
  const lowerText = text.toLowerCase();
  let isNegated = NEGATING_PAIRS.some((pair) => lowerText.includes(pair));
  let isStart = opening === 'sentence';
  for (const token of text.match(TOKEN) ?? []) {
    const facts = describeToken(token);
    const opensSentence = isStart;
    isStart = facts.endsSentence;
    if (isStart) continue;
    if (facts.isNegation) isNegated = true;
    for (const [group, word] of facts.excluding)
      excluding.set(group, (excluding.get(group) ?? new Set<string>()).add(word));
    if (foldNumber(facts, numbers) || facts.isEmpty) continue;
    const isName = facts.isCapital && !opensSentence;
    const key = isName ? facts.nameKey : facts.key;
    if (isName) names.add(key);
    words.push({ key, isName });
  }
  const keys = new Set(words.map((word) => word.key));
  return { words, keys, names, numbers, isNegated, excluding };
}

const MONTHS = EXCLUDING_WORDS.findIndex((line) => line.startsWith('january'));

/** Add a number word to the list, or multiply the last ("2.5 million"); false for other words. */
function foldNumber({ multiplier, number }: TokenFacts, numbers: number[]): boolean {
  if (multiplier !== undefined) {
    const last = numbers.pop();
    numbers.push((last ?? 1) * multiplier);
    return true;
  }
  if (number === null) return false;
  numbers.push(number);
  return true;
}
