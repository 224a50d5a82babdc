/**
 * Mentions by name: a name with its title before it and its phrase around it, what it is the name
 * of, and whether a place acts as a government.
 * @module
 */
import type { Mention, MentionKind } from '../layers.ts';
import { classifyName, isAcronym } from './classify-name.ts';
import { gazetteerAt, type NameUnit } from './cut-run.ts';
import { Lexical } from './lexicon.ts';
import { isMetonym } from './metonym.ts';
import { isCalendarWord } from './name-run.ts';
import { findPhrase, isPossessive, OPENERS } from './noun-phrase.ts';
import type { Words } from './words.ts';

/** Relations of a name that only modifies another noun: "Trump" in "Trump lawyer". */
const MODIFIERS = new Set(['compound', 'flat', 'nmod:desc', 'amod', 'det', 'goeswith', 'dep']);

/** The token of a range whose head lies outside it. */
function headWordOf(words: Words, start: number, end: number): number {
  const { head } = words.phrases;
  for (let token = start; token < end; token++) {
    const above = head[token] as number;
    if (words.upos[token] !== 'PUNCT' && (above < start || end <= above)) return token;
  }
  return end - 1;
}

/** Describe a name; its tokens are claimed, so that no noun phrase takes them again. */
export function nameMention(
  words: Words,
  unit: NameUnit,
  claimed: Uint8Array,
): Mention | undefined {
  const titleStart = unit.entry ? unit.start : startOfTitle(words, unit);
  const headWord = headWordOf(words, titleStart, unit.end);
  const relation = words.phrases.deprel[headWord] as string;
  for (let token = titleStart; token < unit.end; token++) claimed[token] = 1;
  // "Russian aggression": an adjective refers to nobody; "the Russians" do.
  if (unit.entry?.role === 'demonym' && !isDemonymNoun(words, unit)) {
    if (words.upos[unit.end - 1] === 'NOUN') claimed[unit.end - 1] = 0;
    return undefined;
  }
  const chain = chainHead(words, unit, relation, headWord);
  if (chain >= 0) return chainMention(words, unit, chain, claimed);
  const isInner = MODIFIERS.has(relation) && headWord < unit.end;
  const phrase = isInner ? [titleStart, unit.end] : findPhrase(words, headWord);
  const start = Math.min(phrase[0] as number, titleStart);
  const title = [firstOfTitle(words, start, unit.start), unit.start] as const;
  const found = classifyName(words, unit, title);
  const end = endOfName(words, unit, { kind: found.kind, end: phrase[1] as number });
  // "a super PAC", "an NGO": letters that stand for a common noun.
  const isCommon =
    isAcronym(words.form[unit.start] as string) &&
    unit.end - unit.start === 1 &&
    headWord === unit.start &&
    /^(?:an?|another|some)$/.test(words.lower[start] as string);
  const name: readonly [number, number] | undefined = isCommon ? undefined : [unit.start, unit.end];
  const { form, kind } = isCommon
    ? ({ form: 'nominal', kind: found.kind } as const)
    : formOfName(words, unit, headWord, found.kind);
  return {
    start,
    end,
    headWord,
    form,
    kind,
    name,
    title: title[0] < title[1] && kind === 'person' ? title : undefined,
    gender: found.gender,
    isPlural: kind === 'group' || undefined,
    count: undefined,
    country: unit.entry?.country || undefined,
  };
}

/**
 * Where the title in a phrase before a name begins: behind another name's possessive ("the mayor's
 * DTA" is no mayor), behind a mark or an auxiliary that a misread tree let in ("(W. Orr) was
 * president"), behind "and" after a name ("Orr and Chairman Vale"), behind "what" ("what Chairman
 * Vale asked for"), and behind small words ("for Sgt.").
 */
function firstOfTitle(words: Words, start: number, end: number): number {
  let first = start;
  for (let token = start; token < end; token++) {
    const upos = words.upos[token];
    const isMark = upos === 'PUNCT' && !/^[-–"“”]$/.test(words.form[token] as string);
    const isOther = upos === 'CCONJ' && start < token && words.upos[token - 1] === 'PROPN';
    const isOwner = token === end - 1 && isPossessive(words, token);
    const isAsked = OPENERS.has(words.lower[token] as string);
    if (isMark || isOther || isOwner || isAsked || upos === 'AUX' || upos === 'SCONJ')
      first = token + 1;
  }
  while (first < end && LEADS.has(words.upos[first] as string)) first++;
  return first;
}
const LEADS: ReadonlySet<string> = new Set(['DET', 'ADP', 'ADV', 'CCONJ']);

/** Common words behind a body's name that only say what it is: "the Orrin newspaper chain". */
const CHAIN = new Set(
  'chain company firm corporation newspaper magazine website network giant conglomerate startup retailer'.split(
    ' ',
  ),
);

/** The head of such a phrase, -1 where the name is a person's or stands alone. */
function chainHead(words: Words, unit: NameUnit, relation: string, headWord: number): number {
  const above = words.phrases.head[headWord] as number;
  if (relation !== 'compound' || above < unit.end || unit.entry) return -1;
  if (!CHAIN.has(words.analysis.tags.lemma[above] as string)) return -1;
  return classifyName(words, unit, [unit.start, unit.start]).kind === 'person' ? -1 : above;
}

function chainMention(
  words: Words,
  unit: NameUnit,
  headWord: number,
  claimed: Uint8Array,
): Mention {
  claimed[headWord] = 1;
  const [start, end] = findPhrase(words, headWord);
  return {
    start,
    end,
    headWord,
    form: 'name',
    kind: 'organisation',
    name: [unit.start, unit.end],
    title: undefined,
    gender: undefined,
    isPlural: undefined,
    count: undefined,
    country: undefined,
  };
}

/** Where a named phrase ends: a person's at the comma behind the name, unless "who" follows. */
function endOfName(
  words: Words,
  unit: NameUnit,
  phrase: { readonly kind: MentionKind; readonly end: number },
): number {
  const isCut =
    phrase.kind === 'person' &&
    words.form[unit.end] === ',' &&
    !/^who(?:m|se)?$/.test(words.lower[unit.end + 1] ?? '');
  if (isCut) return unit.end;
  // "Trento, Italy": a place goes on with the state that it lies in.
  if (
    phrase.kind === 'place' &&
    words.form[unit.end] === ',' &&
    gazetteerAt(words, unit.end + 1)?.role === 'state'
  )
    return Math.max(phrase.end, unit.end + 2);
  // "the forum in April", "the board on Friday": when, not which.
  for (let token = unit.end; token + 1 < phrase.end; token++)
    if (words.upos[token] === 'ADP' && isCalendarWord(words.lower[token + 1] as string))
      return token;
  return Math.max(phrase.end, unit.end);
}

function formOfName(
  words: Words,
  unit: NameUnit,
  headWord: number,
  kind: MentionKind,
): { form: 'name' | 'metonym' | 'nominal'; kind: MentionKind } {
  const { entry } = unit;
  if (!entry) return { form: 'name', kind };
  if (entry.role === 'demonym') return { form: 'nominal', kind: 'group' };
  if (entry.role === 'state' || entry.role === 'standing') return { form: 'name', kind };
  return isMetonym(words, headWord, entry)
    ? { form: 'metonym', kind: 'government' }
    : { form: 'name', kind: 'place' };
}

function isDemonymNoun(words: Words, unit: NameUnit): boolean {
  const last = unit.end - 1;
  const relation = words.phrases.deprel[last] as string;
  if (relation === 'amod' || relation === 'compound' || relation === 'nmod:desc') return false;
  return words.upos[last] === 'NOUN' || words.upos[last] === 'PROPN';
}

/**
 * Where the title before a name begins: its last word must be a noun for persons that stands
 * directly before the name ("White House press secretary" Josh Earnest).
 */
function startOfTitle(words: Words, unit: NameUnit): number {
  const nameStart = unit.titleStart ?? unit.start;
  const sentence = words.analysis.sentences.of[nameStart];
  const last = nameStart - 1;
  let start = nameStart;
  if (last < 0 || words.analysis.sentences.of[last] !== sentence) return start;
  if (unit.titleStart !== undefined) {
    // "panel Chairman Rep. Vale", "new Foreign Minister Orr"
    while (
      0 < start &&
      words.analysis.sentences.of[start - 1] === sentence &&
      isTitleNoun(words, start - 1)
    )
      start--;
    return start;
  }
  const bits = words.bits[last] as number;
  const opening = words.analysis.quotes.partner[last] as number;
  // its “national reporter” Ana Kova
  if (0 <= opening && opening < last && ((words.bits[last - 1] as number) & Lexical.Person) !== 0)
    return opening;
  const office = officeBefore(words, last);
  if (
    office === last &&
    ((bits & (Lexical.Person | Lexical.Honorific | Lexical.Title)) === 0 ||
      words.lower[last] === 'the')
  )
    return start;
  // "a senior Valdorian official": an adjective is no title.
  const upos = words.upos[last];
  if (upos === 'VERB' || upos === 'ADP' || upos === 'ADJ') return start;
  start = office;
  while (
    0 < start &&
    words.analysis.sentences.of[start - 1] === sentence &&
    isTitleWord(words, start - 1)
  )
    start--;
  // "the wife of Heidi Orr": a title does not begin with "of".
  while (start < nameStart && (words.lower[start] === 'of' || isPossessive(words, start))) start++;
  return start;
}

/** "former secretary of trade Ana Kova": an office of two nouns, the second no person's. */
function officeBefore(words: Words, last: number): number {
  const isOffice = ((words.bits[last - 2] ?? 0) & (Lexical.StateOffice | Lexical.Title)) !== 0;
  return isOffice && words.lower[last - 1] === 'of' && words.upos[last] === 'NOUN'
    ? last - 2
    : last;
}

/** Common nouns and adjectives before a title in capitals. */
function isTitleNoun(words: Words, token: number): boolean {
  return (
    words.capital[token] === 0 && (words.upos[token] === 'NOUN' || words.upos[token] === 'ADJ')
  );
}

function isTitleWord(words: Words, token: number): boolean {
  const upos = words.upos[token];
  if (upos === 'NOUN' || upos === 'PROPN' || upos === 'ADJ' || upos === 'NUM') return true;
  const form = words.lower[token] as string;
  // "Secretary of State John Kerry", "co-director"
  return (
    form === '-' ||
    form === "'s" ||
    form === '’s' ||
    (form === 'of' && words.capital[token + 1] === 1)
  );
}
