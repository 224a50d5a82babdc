/**
 * What a name is the name of, by the gazetteer, its own words and the words beside it. What
 * stays unknown here is settled when the names of the whole article are joined.
 * @module
 */
import type { MentionKind } from '../layers.ts';
import type { NameUnit } from './cut-run.ts';
import type { GazetteerEntry } from './gazetteer.ts';
import { genderOfFirstName, Lexical } from './lexicon.ts';
import type { Words } from './words.ts';

/** Words that make a body a part of a government: "Justice Department", "Supreme Court". */
const GOVERNMENT = new Set(
  'department ministry court congress senate parliament cabinet treasury house embassy consulate bundestag duma knesset legislature administration government police navy army commission bureau agency assembly'.split(
    ' ',
  ),
);

/** A name's kind, and how its letters tell the person's gender. */
export interface NameClass {
  readonly kind: MentionKind;
  readonly gender?: 'female' | 'male';
}

/**
 * Classify the name `unit`; `title` is the range of a title before it, empty where none.
 */
export function classifyName(
  words: Words,
  unit: NameUnit,
  title: readonly [start: number, end: number],
): NameClass {
  if (unit.entry) return { kind: kindOfEntry(unit.entry) };
  const titleBits = bitsIn(words, title[0], title[1]);
  const person = titleBits & (Lexical.Person | Lexical.Honorific);
  if (unit.end - unit.start === 1 && isAcronym(words.form[unit.start] as string) && !person)
    return { kind: 'organisation' };
  const body = classifyBody(words, unit) ?? (unit.isInitialled ? 'organisation' : undefined);
  const first = genderOfFirstName(words.form[unit.start] as string);
  // "host Georg Will": a surname that is a paper too.
  const isPaperName = body === 'document' && (person !== 0 || first !== undefined);
  if (body && !isPaperName && !(titleBits & Lexical.Honorific)) return { kind: body };
  const gender = genderOf(words, unit, titleBits);
  const asPerson = gender ? ({ kind: 'person', gender } as const) : ({ kind: 'person' } as const);
  if (person && title[0] < title[1]) return asPerson;
  const length = unit.end - unit.start;
  const edges = (words.bits[unit.start] as number) | (words.bits[unit.end - 1] as number);
  if (length > 1 && edges & Lexical.PlaceWord) return { kind: 'place' };
  // "the Northern Compact": nobody is called with an article.
  if (length > 1 && words.lower[unit.start - 1] === 'the') return { kind: 'organisation' };
  // "in Orlando": a first name that is a town too.
  if (length === 1 && isLocated(words, unit)) return { kind: 'place' };
  if (first && countWords(words, unit) <= 4) return asPerson;
  if (hasInitial(words, unit)) return asPerson;
  if (isLocated(words, unit)) return { kind: 'place' };
  // "Hurricane Orla": a storm bears a first name.
  if (STORM.test(words.lower[unit.start] as string)) return { kind: 'thing' };
  if (length >= 2 && length <= 4 && isPlainName(words, unit))
    return words.small.has(words.lower[unit.end - 1] as string) && !isSpeaking(words, unit)
      ? { kind: 'thing' }
      : asPerson;
  return { kind: 'thing' };
}

function kindOfEntry(entry: GazetteerEntry): MentionKind {
  if (entry.role === 'demonym') return 'group';
  return entry.kind;
}

/** The union of lexicon bits over a range. */
export function bitsIn(words: Words, start: number, end: number): number {
  let bits = 0;
  for (let token = start; token < end; token++) bits |= words.bits[token] as number;
  return bits;
}

function classifyBody(words: Words, unit: NameUnit): MentionKind | undefined {
  let last = unit.end - 1;
  let isBody = false;
  let isGovernment = false;
  for (let token = unit.start; token < unit.end; token++) {
    const form = words.lower[token] as string;
    // The head of "Department of Justice" stands before "of", that of "Justice Department" last.
    if (form === 'of' || form === 'for' || form === 'on') {
      if (last === unit.end - 1) last = token - 1;
    }
    if (GOVERNMENT.has(form)) isGovernment = true;
    if ((words.bits[token] as number) & Lexical.Body) isBody = true;
  }
  const head = words.bits[last] as number;
  if (isGovernment) return 'government';
  if (head & (Lexical.BodyName | Lexical.Body)) return 'organisation';
  if (isBody && unit.end - unit.start > 2) return 'organisation';
  if (head & Lexical.Document && unit.end - unit.start > 1) return 'document';
  return undefined;
}

/** "CNS", "G.O.P.", "MSNBC". */
export const isAcronym = (form: string): boolean => /^(?:[A-Z]{2,6}|(?:[A-Z]\.){2,5})$/.test(form);

function genderOf(words: Words, unit: NameUnit, titleBits: number): 'female' | 'male' | undefined {
  if (titleBits & Lexical.Female) return 'female';
  if (titleBits & Lexical.Male) return 'male';
  // "Mark-Vivero": a surname of two halves, the first of which is no first name.
  if (unit.end - unit.start < 2 || words.form[unit.start + 1] === '-') return undefined;
  const first = genderOfFirstName(words.form[unit.start] as string);
  return first === 'either' ? undefined : first;
}

const SPEECH = new Set(
  'say tell add argue ask write note explain announce claim insist warn believe think want hope reply'.split(
    ' ',
  ),
);

/** Whether a name is the subject of a verb of speech or thought. */
function isSpeaking(words: Words, unit: NameUnit): boolean {
  const { head, deprel } = words.phrases;
  for (let token = unit.start; token < unit.end; token++) {
    const verb = head[token] as number;
    if (deprel[token] === 'nsubj' && SPEECH.has(words.analysis.tags.lemma[verb] as string))
      return true;
  }
  return false;
}

/** Words of a name, the marks around a nickname not counted ("Robert “Bobby” Kane" has three). */
function countWords(words: Words, unit: NameUnit): number {
  let count = 0;
  for (let token = unit.start; token < unit.end; token++)
    if (words.upos[token] !== 'PUNCT') count++;
  return count;
}

function hasInitial(words: Words, unit: NameUnit): boolean {
  for (let token = unit.start; token < unit.end - 1; token++)
    if (/^[A-Z]\.$/.test(words.form[token] as string)) return true;
  return false;
}

/** "in Springfield", "near Lake Tahoe". */
function isLocated(words: Words, unit: NameUnit): boolean {
  const before = words.lower[unit.start - 1];
  return before === 'in' || before === 'near' || before === 'at' || before === 'outside';
}

const STORM = /^(?:hurricane|typhoon|cyclone|storm|operation|project)$/;

function isPlainName(words: Words, unit: NameUnit): boolean {
  for (let token = unit.start; token < unit.end; token++) {
    const form = words.form[token] as string;
    if (
      words.capital[token] === 0 &&
      !/^(?:de|del|bin|al|el|von|van|der|den|da|di|la|le|-)$/.test(form)
    )
      return false;
    if (/\d/.test(form) || isAcronym(form)) return false;
  }
  return true;
}
