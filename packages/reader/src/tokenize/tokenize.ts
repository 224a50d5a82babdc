/**
 * Text to tokens after the conventions of Universal Dependencies' EWT and GUM: punctuation apart,
 * hyphenated words split ("long" "-" "term"), contractions as joined words ("do" "n't").
 * One pass from left to right inside each part of the document; a token never crosses white
 * space, so offsets with the gaps between them give back the text.
 * @module
 */
import { CONTRACTIONS } from '../lang/en/data/contractions.ts';
import type { Structure, Tokens } from '../layers.ts';
import {
  CharacterClass,
  characterClass,
  isApostrophe,
  isDigit,
  isSpace,
  isWordCharacter,
} from './character-class.ts';
import { findAddressEnd } from './find-address-end.ts';
import { findCliticStart, findUnitStart } from './find-clitic-start.ts';
import { findWordEnd, isAbbreviation } from './find-word-end.ts';
import { TokenList } from './token-list.ts';

const { Letter, Digit, Stop, Quote, Dash, Surrogate } = CharacterClass;

/**
 * Cut a text into tokens, part by part.
 * @returns tokens in order of the text; none for a text of white space
 */
export function tokenize(text: string, structure: Structure): Tokens {
  const list = new TokenList();
  for (const part of structure.parts) {
    const [start, end] = part.span;
    let at = start;
    while (at < end) {
      while (at < end && isSpace(text.charCodeAt(at))) at++;
      if (at === end) break;
      let chunkEnd = at;
      while (chunkEnd < end && !isSpace(text.charCodeAt(chunkEnd))) chunkEnd++;
      addChunk(list, text, at, chunkEnd);
      at = chunkEnd;
    }
  }
  return list.toTokens(text);
}

/** Tokens of one stretch without white space. */
function addChunk(list: TokenList, text: string, start: number, end: number): void {
  const addressStart = skipOpening(text, start, end);
  const addressEnd = findAddressEnd(text, addressStart, end);
  let at = start;
  while (at < end) {
    if (at === addressStart && addressEnd > 0) {
      list.add(at, addressEnd);
      at = addressEnd;
    } else {
      at = addNext(list, text, at, end);
    }
  }
}

function skipOpening(text: string, start: number, end: number): number {
  if (isWordCharacter(text.charCodeAt(start))) return start;
  let at = start;
  while (at < end && '("\'[<{“‘'.includes(text[at]!)) at++;
  return at;
}

/** One token (or one word with its joined parts) from `at`; returns where it ends. */
function addNext(list: TokenList, text: string, at: number, end: number): number {
  const code = text.charCodeAt(at);
  const kind = characterClass(code);
  if (kind === Letter || kind === Digit) return addWord(list, text, at, end);
  const next = Math.max(findMarkEnd(text, at, end), findFaceEnd(text, at, end));
  if (next < 0) return addWord(list, text, at, end);
  list.add(at, next);
  return next;
}

/** The end of a token that is no word, or -1 where a word starts with a mark ("'90s", "#tag"). */
function findMarkEnd(text: string, at: number, end: number): number {
  const code = text.charCodeAt(at);
  const kind = characterClass(code);
  if (kind === Stop) return findStopEnd(text, at, end);
  if (kind === Quote) return findQuoteEnd(text, at, end);
  if (kind === Surrogate) return findPictureEnd(text, at, end);
  if (kind === Dash || '=*_~#<>+|^$\\'.includes(text[at]!)) {
    const runEnd = findRunEnd(text, at, end);
    // "#tag" is one token, as are "-5" after white space never: a sign stands apart.
    if (
      code === 0x23 &&
      runEnd === at + 1 &&
      runEnd < end &&
      isWordCharacter(text.charCodeAt(runEnd))
    ) {
      return isDigit(text.charCodeAt(runEnd)) ? runEnd : -1;
    }
    return runEnd;
  }
  if (code === 0x40 && at + 1 < end && isWordCharacter(text.charCodeAt(at + 1))) return -1;
  return at + 1;
}

/** ":)", ";-)", "=(", "^_^" at the end of a stretch; -1 where there is no face. */
function findFaceEnd(text: string, at: number, end: number): number {
  if (!':;=^'.includes(text[at]!) || end - at > 3 || end - at < 2) return -1;
  return /^(?:[:;=]-?[()DPp]+|\^_*\^)$/.test(text.slice(at, end)) ? end : -1;
}

/** "...", "?!", "!!!", ".?"; an ellipsis sign stands alone. */
function findStopEnd(text: string, at: number, end: number): number {
  let next = at + 1;
  if (text[at] === '.') {
    while (next < end && text[next] === '.') next++;
    while (next < end && (text[next] === '!' || text[next] === '?')) next++;
    return next;
  }
  while (next < end && (text[next] === '!' || text[next] === '?') && text[at] !== '…') next++;
  return next;
}

/** A quotation mark; two backticks or two apostrophes are one mark ("''I do,'' he said"). */
function findQuoteEnd(text: string, at: number, end: number): number {
  const code = text.charCodeAt(at);
  const after = at + 1 < end ? text.charCodeAt(at + 1) : 0;
  const isSingle = code === 0x27 || code === 0x60 || code === 0x2019;
  if ((isSingle && after === code) || (code === 0x2018 && (after === 0x2019 || after === 0x2018)))
    return at + 2;
  if (isApostrophe(code) && isElision(text, at, end)) return -1;
  return at + 1;
}

/** An apostrophe that belongs to the word after it: "'90s", "'em", "'til". */
function isElision(text: string, at: number, end: number): boolean {
  if (at + 1 >= end) return false;
  if (isDigit(text.charCodeAt(at + 1))) {
    return isDigit(text.charCodeAt(at + 2)) && /^\d\ds?(?![\d.,])/.test(text.slice(at + 1, at + 5));
  }
  return /^(?:em|til|tis|twas|cause|bout|round)(?![a-z])/i.test(text.slice(at + 1, at + 8));
}

/** A picture sign with what is joined to it (skin tone, variation selector, joiner). */
function findPictureEnd(text: string, at: number, end: number): number {
  let next = at + 1;
  const isPair = (unit: number): boolean => (text.charCodeAt(unit) & 0xfc00) === 0xd800;
  if (isPair(at) && next < end && (text.charCodeAt(next) & 0xfc00) === 0xdc00) next++;
  while (next < end) {
    const code = text.charCodeAt(next);
    const isTone = code === 0xd83c && 0xdffb <= text.charCodeAt(next + 1);
    if (code === 0xfe0f) next++;
    else if (isTone && next + 1 < end) next += 2;
    else if (code === 0x200d && next + 2 < end && isPair(next + 1)) next += 3;
    else break;
  }
  return next;
}

/** A run of one and the same mark: "--", "***", "====". */
function findRunEnd(text: string, at: number, end: number): number {
  let next = at + 1;
  while (next < end && text.charCodeAt(next) === text.charCodeAt(at)) next++;
  return next;
}

/** A word with its clitics; returns where it ends. */
function addWord(list: TokenList, text: string, at: number, end: number): number {
  const wordEnd = findWordEnd(text, at, end);
  if (isDigit(text.charCodeAt(at))) {
    const unit = findUnitStart(text, at, wordEnd);
    if (unit > 0) {
      list.add(at, unit);
      list.add(unit, wordEnd);
      return wordEnd;
    }
  }
  const clitic = findCliticStart(text, at, wordEnd);
  if (clitic > 0) {
    addStem(list, text, at, clitic);
    list.add(clitic, wordEnd, 1);
    return wordEnd;
  }
  addStem(list, text, at, wordEnd);
  return addPossessive(list, text, wordEnd, end);
}

/** First and last letters of the contractions, in small letters: the bits of the last by the first. */
const CONTRACTION_ENDS = findContractionEnds();

function findContractionEnds(): Int32Array {
  const ends = new Int32Array(32);
  for (const word of CONTRACTIONS.keys()) {
    const first = word.charCodeAt(0) & 31;
    ends[first] = ends[first]! | (1 << (word.charCodeAt(word.length - 1) & 31));
  }
  return ends;
}

/** A first look, so that few words are cut out of the text to be looked up. */
function mayContract(text: string, at: number, end: number): boolean {
  if (end - at < 2 || 9 < end - at) return false;
  const lasts = CONTRACTION_ENDS[text.charCodeAt(at) & 31]!;
  return ((lasts >>> (text.charCodeAt(end - 1) & 31)) & 1) === 1;
}

/** The word before its clitic, itself perhaps two words ("cannot", "gonna"). */
function addStem(list: TokenList, text: string, at: number, end: number): void {
  const cut = mayContract(text, at, end)
    ? CONTRACTIONS.get(text.slice(at, end).toLowerCase())
    : undefined;
  if (cut === undefined || text.slice(at, end) === 'IM') {
    list.add(at, end);
    return;
  }
  list.add(at, at + cut);
  list.add(at + cut, end, 1);
}

/** The bare apostrophe of a plural's possessive ("the ministers' visit"), and "'s" behind a stop ("U.S.'s"). */
function addPossessive(list: TokenList, text: string, at: number, end: number): number {
  if (at >= end || !isApostrophe(text.charCodeAt(at))) return at;
  const before = text[at - 1];
  if (before === '.' && text[at + 1] === 's' && !isWordCharacter(text.charCodeAt(at + 2))) {
    list.add(at, at + 2, 1);
    return at + 2;
  }
  if (before !== 's' && before !== 'S' && before !== 'z' && before !== 'x') return at;
  if (isAbbreviation(text, at - 1, at)) return at;
  if (text.charCodeAt(at + 1) === text.charCodeAt(at)) return at;
  list.add(at, at + 1, 1);
  return at + 1;
}
