/**
 * What the reader wants to tell about a text: another language, quotation marks without a partner, letters
 * that could not be read. Notes are data in the record; nothing stops because of them.
 * @module
 */
import type { Note } from '@onrecord/record';
import { QuoteSide, type Quotes, type Sentences, type Tokens } from '../layers.ts';
import { findCutSentences } from './find-cut-sentences.ts';

/** Notes of one kind that are told one by one; the rest are told as a count. */
const SHOWN = 5;
/** What stands where a byte was no UTF-8 (Unicode 15, 3.9: U+FFFD substitution). */
const REPLACEMENT = '\uFFFD';

/** Find what is worth telling about a text, in the order of the text within each kind. */
export function findNotes(
  { tokens, sentences, quotes }: { tokens: Tokens; sentences: Sentences; quotes: Quotes },
  language: 'en' | 'und',
): Note[] {
  return [
    ...languageNotes(language),
    ...replacementNotes(tokens.text),
    ...findCutSentences(tokens, sentences),
    ...unbalancedNotes(tokens, quotes),
  ];
}

function languageNotes(language: 'en' | 'und'): Note[] {
  if (language === 'en') return [];
  const message = 'the text does not look English; what was found may be wrong or missing';
  return [{ code: 'not-english', message }];
}

function replacementNotes(text: string): Note[] {
  const first = text.indexOf(REPLACEMENT);
  if (first === -1) return [];
  let count = 0;
  for (let at = first; at !== -1; at = text.indexOf(REPLACEMENT, at + 1)) count++;
  const message = `${count} ${count === 1 ? 'letter' : 'letters'} could not be read as UTF-8 and stand as U+FFFD`;
  return [{ code: 'unreadable-letters', message, span: [first, first + 1] }];
}

function unbalancedNotes(tokens: Tokens, quotes: Quotes): Note[] {
  const notes: Note[] = [];
  let count = 0;
  for (let token = 0; token < tokens.length; token++) {
    const side = quotes.side[token];
    const isMark = side === QuoteSide.Open || side === QuoteSide.Close;
    if (!isMark || quotes.partner[token] !== -1 || isCarried(token, tokens, quotes)) continue;
    if (count++ < SHOWN)
      notes.push({
        code: 'unbalanced-quotes',
        message: `this ${side === QuoteSide.Open ? 'opening' : 'closing'} quotation mark has no partner`,
        span: [tokens.start[token]!, tokens.end[token]!],
      });
  }
  if (SHOWN < count)
    notes.push({
      code: 'unbalanced-quotes',
      message: `${count - SHOWN} more quotation marks have no partner`,
    });
  return notes;
}

/** A speech over several paragraphs opens each and closes only the last: no mark of it is missing. */
function isCarried(token: number, tokens: Tokens, quotes: Quotes): boolean {
  if (quotes.continues[token]) return true;
  for (let next = token + 1; next < tokens.length; next++) {
    if (quotes.side[next] === QuoteSide.Open) return Boolean(quotes.continues[next]);
    if (quotes.side[next] === QuoteSide.Close) return false;
  }
  return false;
}
