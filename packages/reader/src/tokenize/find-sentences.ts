/**
 * Tokens to sentences: closing marks, abbreviations and quotation marks by rules, never across a
 * part of the document. Sentences over the length limit are cut at a sensible place.
 * @module
 */
import { SENTENCE_STARTERS, TITLE_ABBREVIATIONS } from '../lang/en/data/abbreviations.ts';
import type { Sentences, Structure, Tokens } from '../layers.ts';
import { isDigit, isLower, isUpper } from './character-class.ts';

/** No sentence is longer: trees stay cheap (the longest in the treebanks has about 160). */
export const LONGEST_SENTENCE = 200;

/**
 * Group tokens into sentences.
 * @returns sentences in order that cover every token
 */
export function findSentences(tokens: Tokens, structure: Structure): Sentences {
  const start: number[] = [];
  const part: number[] = [];
  const of = new Uint32Array(tokens.length);
  let partIndex = 0;
  let open = -1;
  for (let token = 0; token < tokens.length; token++) {
    while (structure.parts[partIndex]!.span[1] <= tokens.start[token]!) {
      partIndex++;
      open = -1;
    }
    if (open < 0) {
      open = token;
      start.push(token);
      part.push(partIndex);
    }
    of[token] = start.length - 1;
    if (isBoundary(tokens, open, token, structure.parts[partIndex]!.span[1])) open = -1;
  }
  return closeSentences(start, part, of);
}

function closeSentences(start: number[], part: number[], of: Uint32Array): Sentences {
  const end = new Uint32Array(start.length);
  for (let index = 0; index < start.length; index++) end[index] = start[index + 1] ?? of.length;
  return {
    length: start.length,
    start: Uint32Array.from(start),
    end,
    of,
    part: Uint32Array.from(part),
  };
}

/** Does a sentence end behind this token? */
function isBoundary(tokens: Tokens, open: number, token: number, partEnd: number): boolean {
  const next = token + 1;
  if (tokens.length <= next || partEnd <= tokens.start[next]!) return true;
  if (LONGEST_SENTENCE <= next - open) return true;
  if (LONGEST_SENTENCE * 0.8 <= next - open && isSoftBreak(tokens, token)) return true;
  const first = tokens.text.charCodeAt(tokens.start[token]!);
  // Only stops and what may close behind them can end a sentence.
  if (isUpper(first) || isLower(first)) return endsByWord(tokens, token);
  if (isClosing(tokens, next) && isGlued(tokens, next)) return false;
  if (isReference(tokens, next)) return false;
  const stop = findStop(tokens, open, token);
  if (stop < open) return false;
  return isEnd(tokens, { open, stop, token, next });
}

/** A semicolon, colon or dash: where a sentence beyond the limit is cut. */
function isSoftBreak(tokens: Tokens, token: number): boolean {
  const mark = tokens.text[tokens.start[token]!]!;
  return mark === ';' || mark === ':' || mark === '—' || mark === ',';
}

/** The stop that ends here, through closing quotation marks and brackets; or -1. */
function findStop(tokens: Tokens, open: number, token: number): number {
  let at = token;
  while (open + 2 < at && isReference(tokens, at - 2)) at -= 3;
  while (open < at && isClosing(tokens, at) && isGlued(tokens, at)) at--;
  const mark = tokens.text[tokens.end[at]! - 1]!;
  return '.!?…'.includes(mark) ? at : -1;
}

/** A mark that may stand behind a stop and belong to its sentence. */
function isClosing(tokens: Tokens, token: number): boolean {
  const mark = tokens.text[tokens.start[token]!]!;
  return '"”’\')]}»'.includes(mark) && tokens.end[token]! - tokens.start[token]! <= 2;
}

/** "[12]" behind a stop: a reference, part of the sentence before it. */
function isReference(tokens: Tokens, token: number): boolean {
  const { text, start, end } = tokens;
  if (tokens.length <= token + 2 || text[start[token]!] !== '[' || text[start[token + 2]!] !== ']')
    return false;
  return (
    start[token + 1] === end[token] &&
    start[token + 2] === end[token + 1] &&
    isDigit(text.charCodeAt(start[token + 1]!))
  );
}

/** Does the token follow the one before without white space? */
function isGlued(tokens: Tokens, token: number): boolean {
  return tokens.start[token] === tokens.end[token - 1];
}

interface Candidate {
  open: number;
  stop: number;
  token: number;
  next: number;
}

function isEnd(tokens: Tokens, candidate: Candidate): boolean {
  const { stop, token, next, open } = candidate;
  const { text } = tokens;
  const code = text.charCodeAt(tokens.start[next]!);
  const size = tokens.end[stop]! - tokens.start[stop]!;
  const mark = text[tokens.end[stop]! - 1]!;
  const lead = leadCode(tokens, next);
  if (isLower(lead)) return endsBeforeSmall(tokens, candidate);
  // "Vale (S.C.), Dole (Ill.) and …": no sentence starts with a comma.
  if (code === 0x2c || code === 0x3b || code === 0x3a) return false;
  // ". . ." with spaces is one ellipsis.
  if (size === 1 && mark === '.' && code === 0x2e) return false;
  // "1." and "(2)." at the head of a line number it.
  if (stop === open + 1 && mark === '.' && isDigit(text.charCodeAt(tokens.start[open]!)))
    return false;
  if (isGlued(tokens, next) && token === stop) return isUpper(code) || size > 1 || mark !== '.';
  if (isSpeechGoingOn(tokens, candidate)) return false;
  return (
    !(mark === '…' || (size > 1 && text[tokens.start[stop]!] === '.')) || isStarter(tokens, next)
  );
}

/** The first letter of what follows, behind opening quotation marks and brackets. */
function leadCode(tokens: Tokens, next: number): number {
  let at = next;
  while (
    at < tokens.length - 1 &&
    at < next + 3 &&
    '"“‘\'([{«'.includes(tokens.text[tokens.start[at]!]!)
  )
    at++;
  return tokens.text.charCodeAt(tokens.start[at]!);
}

/** Before a small letter a lone stop ends a sentence, but not inside quotation marks ("Go!" he said). */
function endsBeforeSmall(tokens: Tokens, { stop, token, next }: Candidate): boolean {
  const mark = tokens.text[tokens.end[stop]! - 1]!;
  if (token !== stop || isGlued(tokens, next)) return false;
  const size = tokens.end[stop]! - tokens.start[stop]!;
  return size === 1 && mark !== '…';
}

/** `"Will he go?" Ana asked`: a question in quotation marks, and a name with a verb behind it. */
function isSpeechGoingOn(tokens: Tokens, { stop, token, next }: Candidate): boolean {
  if (token === stop || tokens.text[tokens.end[stop]! - 1] === '.') return false;
  for (let at = next; at < Math.min(next + 4, tokens.length); at++) {
    const word = wordOf(tokens, at);
    if (/^(?:said|says|asked|asks|added|wrote|told|tweeted|replied)$/.test(word)) return true;
    if (!isUpper(tokens.text.charCodeAt(tokens.start[at]!))) return false;
  }
  return false;
}

/** An abbreviation with its stop inside ends a sentence only before a word that starts one. */
function endsByWord(tokens: Tokens, token: number): boolean {
  const { text } = tokens;
  if (text[tokens.end[token]! - 1] !== '.') return false;
  const next = token + 1;
  const word = text.slice(tokens.start[token]!, tokens.end[token]! - 1).toLowerCase();
  if (TITLE_ABBREVIATIONS.has(word)) return false;
  // A lone initial ("J. Vale") goes on; so does what follows without a space ("U.S.-led").
  if (word.length === 1 || isGlued(tokens, next)) return false;
  return isStarter(tokens, next);
}

/** Does a sentence like to start with this word (behind an opening mark)? */
function isStarter(tokens: Tokens, next: number): boolean {
  const first = tokens.text.charCodeAt(tokens.start[next]!);
  if (first === 0x22 || first === 0x201c) return true;
  if (!isUpper(first)) return false;
  return SENTENCE_STARTERS.has(wordOf(tokens, next));
}

function wordOf(tokens: Tokens, token: number): string {
  return tokens.text.slice(tokens.start[token]!, tokens.end[token]!).toLowerCase();
}
