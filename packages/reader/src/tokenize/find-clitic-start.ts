/**
 * Where a word's last part starts that counts as a word of its own: clitics with an apostrophe
 * ("do|n't", "Zembla|'s") and units behind a number ("5|pm").
 * @module
 */
import { NUMBER_UNITS } from '../lang/en/data/contractions.ts';
import { isApostrophe, isDigit } from './character-class.ts';

/**
 * The offset at which a clitic starts.
 * @returns -1 where there is none
 */
export function findCliticStart(text: string, start: number, end: number): number {
  const size = end - start;
  if (size < 3) return -1;
  const last = text.charCodeAt(end - 1) | 0x20;
  if (isApostrophe(text.charCodeAt(end - 2))) {
    if (last === 0x73 || last === 0x6d || last === 0x64) return end - 2;
    // n't: the word keeps its letters before the n ("do|n't").
    const isNegation = last === 0x74 && (text.charCodeAt(end - 3) | 0x20) === 0x6e;
    return isNegation && size > 3 ? end - 3 : -1;
  }
  if (size > 3 && isApostrophe(text.charCodeAt(end - 3))) {
    const pair = text.slice(end - 2, end).toLowerCase();
    if (pair === 're' || pair === 've' || pair === 'll') return end - 3;
  }
  return -1;
}

/**
 * Where the unit behind a number starts ("5pm", "10km").
 * @returns -1 where the word is no number with a unit ("1980s", "4th")
 */
export function findUnitStart(text: string, start: number, end: number): number {
  let at = start;
  while (
    at < end &&
    (isDigit(text.charCodeAt(at)) || text[at] === '.' || text[at] === ',' || text[at] === ':')
  )
    at++;
  const size = end - at;
  if (at === start || size === 0 || size > 4) return -1;
  const unit = text.slice(at, end).toLowerCase().replaceAll('.', '');
  return NUMBER_UNITS.has(unit) ? at : -1;
}
