/**
 * Where a word ends: which marks inside it belong to it ("U.S.", "3,000", "9/11", "AT&T",
 * "O'Neill", "co-founder") and whether the full stop behind it does.
 * @module
 */
import {
  NUMBER_ABBREVIATIONS,
  PLAIN_ABBREVIATIONS,
  TITLE_ABBREVIATIONS,
} from '../lang/en/data/abbreviations.ts';
import { HYPHEN_PREFIXES } from '../lang/en/data/contractions.ts';
import {
  isApostrophe,
  isDigit,
  isLower,
  isSpace,
  isUpper,
  isWordCharacter,
} from './character-class.ts';

/**
 * The end of the word that starts at `start`, inside the stretch that ends at `end`.
 * @returns an offset after `start`
 */
export function findWordEnd(text: string, start: number, end: number): number {
  let at = start + 1;
  while (at < end) {
    if (isWordCharacter(text.charCodeAt(at))) at++;
    else if (isGarbled(text, at)) at++;
    else if (at + 1 < end && goesOn(text, start, at, end)) at += 2;
    else break;
  }
  if (at < end && text[at] === '.' && keepsStop(text, start, at, end)) at++;
  return at;
}

/**
 * "PeÃ±a", a letter of two bytes that somebody read as two letters: the second belongs to the word.
 * The first may be one code unit or, decomposed, two.
 */
function isGarbled(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code <= 0xa0 || 0xc0 <= code) return false;
  const before = text.charCodeAt(at - 1);
  return before === 0xc3 || (before === 0x303 && text[at - 2] === 'A');
}

/** Does the word go on behind the mark at `at`? */
function goesOn(text: string, start: number, at: number, end: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at + 1);
  if (!isWordCharacter(after)) return false;
  const mark = text.charCodeAt(at);
  if (isApostrophe(mark)) return !isDigit(after) || !isDigit(before);
  switch (text[at]) {
    case '.':
      return joinsStop(text, start, at);
    case ',':
      return isDigit(before) && isThousand(text, at);
    case ':':
      return isDigit(before) && isDigit(after);
    case '/':
      if (isDigit(before) && isDigit(after)) return isDateSlash(text, start, at, end);
      // "w/o", "c/o", "b/c": one letter on each side is an abbreviation.
      return at === start + 1 && isLower(before) && at + 2 === end;
    case '&':
      return at - start <= 3 && isUpper(before) && isUpper(after);
    case '*':
      return isLower(before) && isLower(after);
    case '-':
      return joinsHyphen(text, start, at, end);
    default:
      return false;
  }
}

/** "U.S", "3.5", "e.g", "Ph.D"; not "end.Then", where a space was forgotten. */
function joinsStop(text: string, start: number, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at + 1);
  if (isDigit(before)) return isDigit(after);
  const isSingle = at - 1 === start || text[at - 2] === '.';
  const isSingleNext = !isWordCharacter(text.charCodeAt(at + 2));
  if (isSingle && isSingleNext) return true;
  // "Ph.D": a short abbreviation before a lone letter.
  return isSingleNext && at - start <= 2 && text[at + 2] === '.';
}

/** "3,000" and "12,345,678": three digits behind the comma; "18,19,20" is a list. */
function isThousand(text: string, at: number): boolean {
  for (let digit = 1; digit <= 3; digit++) if (!isDigit(text.charCodeAt(at + digit))) return false;
  return !isDigit(text.charCodeAt(at + 4));
}

/** A day, a fraction, a year pair: "9/11", "1/2", "11/28/2000", "24/7"; at most three numbers. */
function isDateSlash(text: string, start: number, at: number, end: number): boolean {
  let digits = 0;
  while (at + 1 + digits < end && isDigit(text.charCodeAt(at + 1 + digits))) digits++;
  return at - start <= 10 && digits <= 4;
}

/** A hyphen that does not split: a prefix of the list, a telephone number, an ISO date. */
function joinsHyphen(text: string, start: number, at: number, end: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at + 1);
  if (isDigit(before) && isDigit(after)) return isNumberCode(text, start, end);
  if (at - start > 7) return false;
  return HYPHEN_PREFIXES.has(text.slice(start, at).toLowerCase());
}

/** "713-853-3989", "345-9945", "2000-11-20": digits in groups that are no range. */
function isNumberCode(text: string, start: number, end: number): boolean {
  const chunk = text.slice(start, Math.min(end, start + 24));
  return /^\d{3}-\d{4}(?!\d)|^[\d/]{1,7}-\d{2,4}-\d{2,4}(?!\d)/.test(chunk);
}

/** Does the full stop at `at` belong to the word before it? */
function keepsStop(text: string, start: number, at: number, end: number): boolean {
  if (text[at + 1] === '.' && at + 1 < end) return false;
  const size = at - start;
  const after = nextVisible(text, at + 1);
  const isLast = at + 1 >= end || !isWordCharacter(text.charCodeAt(at + 1));
  if (!isLast) return false;
  if (size === 1) return isInitial(text, start, after);
  if (text[at - 2] === '.' && isLetter(text, at - 1)) return true;
  if (size > 6 || isDigit(text.charCodeAt(start))) return false;
  return isAbbreviation(text, start, at) && suitsNext(text, start, at, after);
}

function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return isUpper(code) || isLower(code);
}

/**
 * A lone capital with a stop, unless it is the pronoun or an answer ("So did I.", "Plan B."); a
 * small letter before a number ("p. 12", "c. 1400", "b. 1950"), the "v." of a court case.
 */
function isInitial(text: string, start: number, after: number): boolean {
  if (after < 0) return false;
  if (!isUpper(text.charCodeAt(start))) {
    if (text[start] === 'v') return isUpper(text.charCodeAt(after));
    return 'pcbdm'.includes(text[start]!) && isDigit(text.charCodeAt(after));
  }
  return text[start] !== 'I' && isUpper(text.charCodeAt(after));
}

/** Is the word in `[start, end)` an abbreviation of the lists, without its stop? */
export function isAbbreviation(text: string, start: number, end: number): boolean {
  if (end - start > 6 || end - start < 1) return false;
  const word = text.slice(start, end).toLowerCase();
  return TITLE_ABBREVIATIONS.has(word) || PLAIN_ABBREVIATIONS.has(word);
}

/** Words that are abbreviations only before a number or a capital ("No. 4", "Fig. 2"). */
function suitsNext(text: string, start: number, at: number, after: number): boolean {
  const word = text.slice(start, at).toLowerCase();
  if (NUMBER_ABBREVIATIONS.has(word)) return 0 <= after && isDigit(text.charCodeAt(after));
  if (word === 'etc' || word === 'vs' || word === 'al' || word === 'am' || word === 'pm')
    return true;
  const isCapital = isUpper(text.charCodeAt(start));
  if (TITLE_ABBREVIATIONS.has(word)) return isCapital ? 0 <= after : isFollowed(text, after);
  return isCapital || isFollowed(text, after);
}

/** A small abbreviation ("approx.") counts only where the sentence goes on behind it. */
function isFollowed(text: string, after: number): boolean {
  return 0 <= after && !isUpper(text.charCodeAt(after));
}

/** The next visible character, no further than a few spaces on; -1 at the end of the line. */
function nextVisible(text: string, from: number): number {
  for (let at = from; at < from + 4 && at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x0a || code === 0x0d) return -1;
    if (!isSpace(code)) return at;
  }
  return -1;
}
