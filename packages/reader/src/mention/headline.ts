/**
 * Names in headlines that write every word with a capital: only names that the body has, or that
 * the gazetteer has, are names there ("Vale Seeks More Grain" does not name a Mr. Vale Seeks).
 * @module
 */
import { endOfEntry, gazetteerAt, type NameUnit } from './cut-run.ts';
import { Lexical } from './lexicon.ts';
import type { Words } from './words.ts';

/** Seven in ten words of four letters or more: "Judge rejects …" has one or two. */
const TITLE_CASE_SHARE = 0.7;
const LONGEST_NAME = 6;

/** Whether a sentence is a headline in title case. */
export function isHeadlineSentence(words: Words, sentence: number): boolean {
  const { sentences, structure } = words.analysis;
  const kind = structure.parts[sentences.part[sentence] as number]?.kind;
  if (kind !== 'title' && kind !== 'heading') return false;
  let [long, capital] = [0, 0];
  const end = sentences.end[sentence] as number;
  for (let token = sentences.start[sentence] as number; token < end; token++) {
    if ((words.form[token] as string).length < 4) continue;
    long++;
    capital += words.capital[token] as number;
  }
  return long > 3 && capital / long >= TITLE_CASE_SHARE;
}

/** Find the body's names, the last words of them, and gazetteer names in headlines. */
export function findHeadlineUnits(
  words: Words,
  headlines: ReadonlySet<number>,
  body: readonly NameUnit[],
): NameUnit[] {
  if (headlines.size === 0) return [];
  const known = new Set<string>();
  for (const { start, end, isTitle } of body) {
    if (isTitle) continue;
    known.add(words.lower.slice(start, end).join(' '));
    const last = words.lower[end - 1] as string;
    if (((words.bits[end - 1] as number) & (Lexical.BodyName | Lexical.Person)) === 0)
      known.add(last);
  }
  const found: NameUnit[] = [];
  for (const sentence of headlines) {
    const end = words.analysis.sentences.end[sentence] as number;
    for (let token = words.analysis.sentences.start[sentence] as number; token < end; ) {
      const unit = unitAt(words, { token, end }, known);
      if (unit) found.push(unit);
      token = unit ? unit.end : token + 1;
    }
  }
  return found;
}

function unitAt(
  words: Words,
  { token, end }: { readonly token: number; readonly end: number },
  known: ReadonlySet<string>,
): NameUnit | undefined {
  if (words.capital[token] === 0) return undefined;
  for (let stop = Math.min(end, token + LONGEST_NAME); token < stop; stop--)
    if (known.has(words.lower.slice(token, stop).join(' '))) {
      const entry = gazetteerAt(words, token);
      return entry && endOfEntry(words, token, entry) === stop
        ? { start: token, end: stop, entry }
        : { start: token, end: stop };
    }
  const entry = gazetteerAt(words, token);
  return entry ? { start: token, end: endOfEntry(words, token, entry), entry } : undefined;
}
