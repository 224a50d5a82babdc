/**
 * Cuts a run of capitalised words into a leading state, a title and a name, and looks states up.
 * @module
 */
import { findGazetteerEntry, type GazetteerEntry } from './gazetteer.ts';
import { genderOfFirstName, Lexical } from './lexicon.ts';
import type { Words } from './words.ts';

/** One name: tokens `[start, end)`; `title`, where a title in capitals stands before it. */
export interface NameUnit {
  readonly start: number;
  readonly end: number;
  readonly entry?: GazetteerEntry;
  /** Its initials stand beside it ("Vision for Vale, or VFV"): a body, whatever its words. */
  readonly isInitialled?: boolean;
  /** The unit is a title without a name ("Press Secretary"). */
  readonly isTitle?: boolean;
  /** Where a title in capitals before the name begins ("Secretary of State" John Kerry). */
  readonly titleStart?: number;
}

const isDigit = (code: number): boolean => 48 <= code && code <= 57;

/** The gazetteer name that begins at a token. */
export function gazetteerAt(words: Words, token: number): GazetteerEntry | undefined {
  const form = words.form[token] as string;
  if (words.capital[token] === 0 && !isDigit(form.charCodeAt(0))) return undefined;
  const { text, start } = words.analysis.tokens;
  const entry = findGazetteerEntry(text, start[token] as number, form);
  // "us" in capitals in a headline, "Who" at the start of a question: tagged as pronouns.
  return entry && words.upos[token] === 'PRON' ? undefined : entry;
}

/** The token after an entry's last letter, at most `limit`. */
export function endOfEntry(words: Words, token: number, entry: GazetteerEntry): number {
  const { start } = words.analysis.tokens;
  const last = (start[token] as number) + entry.alias.length;
  let at = token;
  while (at < words.length && (start[at] as number) < last) at++;
  return at;
}

interface Run {
  readonly start: number;
  readonly end: number;
}

/** Cut a run into units: a leading state, a title, a name. */
export function cutRun(words: Words, run: Run, units: NameUnit[]): void {
  let { start } = run;
  const { end } = run;
  while (start < end && (words.lower[start] === 'the' || words.lower[start] === 'of')) start++;
  if (end <= start) return;
  const entry = gazetteerAt(words, start);
  const entryEnd = entry ? Math.min(end, endOfEntry(words, start, entry)) : start;
  if (entry && entryEnd === end) {
    units.push({ start, end, entry });
    return;
  }
  // "the senator from Vermont Bernie Orr": a place, and then a person's full name.
  const isPersonBehind = entry && entryEnd + 2 <= end && isFirstName(words, entryEnd);
  if (isPersonBehind && !isFirstName(words, start)) {
    units.push({ start, end: entryEnd, entry });
    cutRun(words, { start: entryEnd, end }, units);
    return;
  }
  const people = peopleBehind(words, start, end);
  if (people) {
    units.push({ start: end - 1, end, entry: people });
    return;
  }
  const titleEnd = endOfTitle(words, start, end);
  if (entry && start < entryEnd && entryEnd <= titleEnd && entryEnd < end) {
    units.push({ start, end: entryEnd, entry });
    if (titleEnd === end) {
      units.push({ start: entryEnd, end, isTitle: true });
      return;
    }
    if (titleEnd > entryEnd) units.push({ start: titleEnd, end, titleStart: start });
    else cutRun(words, { start: entryEnd, end }, units);
    return;
  }
  if (titleEnd === end) {
    units.push({ start, end, isTitle: true });
    return;
  }
  const person = startOfPerson(words, titleEnd, end);
  if (titleEnd < person) units.push({ start: titleEnd, end: person }, { start: person, end });
  else if (start < titleEnd) units.push({ start: titleEnd, end, titleStart: start });
  else units.push({ start, end });
}

/** "Native Norwegians": a people behind one word for persons, which names nobody. */
function peopleBehind(words: Words, start: number, end: number): GazetteerEntry | undefined {
  if (end - start !== 2 || isFirstName(words, start)) return undefined;
  const bits = words.bits[start] as number;
  if ((bits & Lexical.Person) === 0 || (bits & (Lexical.Title | Lexical.Honorific)) !== 0)
    return undefined;
  const entry = gazetteerAt(words, end - 1);
  return entry?.role === 'demonym' ? entry : undefined;
}

const isFirstName = (words: Words, token: number): boolean =>
  genderOfFirstName(words.form[token] as string) !== undefined;

/** "Coast News Jan Harwick": where a person's name begins behind the body's; `start` where none does. */
function startOfPerson(words: Words, start: number, end: number): number {
  if (genderOfFirstName(words.form[start] as string)) return start;
  for (let token = start + 1; token < end - 1; token++) {
    const isBody = ((words.bits[token - 1] as number) & (Lexical.BodyName | Lexical.Body)) !== 0;
    if (isBody && genderOfFirstName(words.form[token] as string)) return token;
  }
  return start;
}

/**
 * Where the title at the head of a run ends: after its last title word that a name follows, and
 * after the office's own "of State". @returns `start` when the run has no title.
 */
function endOfTitle(words: Words, start: number, end: number): number {
  for (let token = end - 1; start <= token; token--) {
    const bits = words.bits[token] as number;
    // "Victor Cha", "Dean Orr": a first name that is a noun for persons too.
    if ((bits & Lexical.Title) === 0 && genderOfFirstName(words.form[token] as string)) continue;
    if (
      (bits & (Lexical.Title | Lexical.Honorific | Lexical.Person)) === 0 ||
      (bits & Lexical.BodyName) !== 0
    )
      continue;
    if (words.lower[token] === 'the') continue;
    // "National Union of Seafarers", "League of Women Voters": what a body is of is no title.
    if (isOfBody(words, start, token)) continue;
    // "National Union of Seafarers" again: a national is a person, but here the union's adjective.
    if ((bits & Lexical.Title) === 0 && isOfBody(words, token, end)) continue;
    // "Justice Department": what follows the title word is a body, so it is no title.
    if (
      token + 1 < end &&
      ((words.bits[end - 1] as number) & Lexical.BodyName) !== 0 &&
      words.lower[token + 1] !== 'of'
    )
      return start;
    if (token === end - 1 && start < token && isSurname(words, start, token)) continue;
    if (words.lower[token + 1] !== 'of' && words.lower[token + 1] !== 'for') return token + 1;
    return endOfOffice(words, token + 2, end);
  }
  return start;
}

/** Offices that are spoken to: "Mr. Speaker", "Madam President". */
const ADDRESSED =
  /^(?:president|speaker|chair|chairman|chairwoman|secretary|ambassador|minister|justice|mayor|governor|senator|vice|prime|attorney|chief|commissioner|moderator|leader)$/;

/**
 * "Will King", "John Bishop": a title word at the end behind a first name is a surname; so is one
 * behind an honorific ("Mr. King"), but for offices; and a noun for persons that is no title behind
 * a first name that opens the run ("Ana Ruiz White").
 */
function isSurname(words: Words, start: number, token: number): boolean {
  if (genderOfFirstName(words.form[token - 1] as string)) return true;
  if (((words.bits[token - 1] as number) & Lexical.Honorific) !== 0)
    return !ADDRESSED.test(words.lower[token] as string);
  const isTitle = ((words.bits[token] as number) & Lexical.Title) !== 0;
  return !isTitle && !!genderOfFirstName(words.form[start] as string);
}

/** Whether a body and "of" or "for" stand between the run's start and a token. */
function isOfBody(words: Words, start: number, token: number): boolean {
  for (let at = start + 1; at < token; at++)
    if (
      (words.lower[at] === 'of' || words.lower[at] === 'for') &&
      ((words.bits[at - 1] as number) & (Lexical.Body | Lexical.BodyName)) !== 0
    )
      return true;
  return false;
}

/** "Secretary of State John F. Kerry": the office's field ends where a first name begins. */
function endOfOffice(words: Words, start: number, end: number): number {
  for (let token = start + 1; token < end - 1; token++) {
    const form = words.form[token] as string;
    if (genderOfFirstName(form) || /^[A-Z]\.$/.test(words.form[token + 1] as string)) return token;
  }
  // Without a known first name: two words after the field's first one are a name.
  return end - start >= 3 ? end - 2 : end;
}
