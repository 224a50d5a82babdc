/**
 * Names that their initials tell: "Vision for Vale, or VFV".
 * @module
 */
import { isAcronym } from './classify-name.ts';
import type { NameUnit } from './cut-run.ts';
import type { Words } from './words.ts';

/** Small words inside names: "Department of Justice", "Suu Kyi bin Laden", "Bosnia and Herzegovina". */
export const LINKS: ReadonlySet<string> = new Set(
  'of for the and & de del bin bint ibn al el von van der den da di la le on in'.split(' '),
);

/** The longest name that initials are looked for in, in words. */
const LONGEST_RUN = 16;

/**
 * "Vision for Vale, or VFV", "the Vale Fund for Ports (VFP)": the words whose initials stand behind
 * them are one name, which the letters alone would cut at "for".
 */
export function joinInitialled(words: Words, units: readonly NameUnit[]): readonly NameUnit[] {
  let all = units;
  for (const { start, end } of units) {
    if (end - start !== 1 || !isAcronym(words.form[start] as string)) continue;
    const last = endBeforeInitials(words, start);
    const first = last < 0 ? -1 : startOfInitials(words, last, words.form[start] as string);
    if (first < 0) continue;
    const inside = all.filter((one) => first < one.end && (one.titleStart ?? one.start) <= last);
    // What is one name already, or reaches out of these words, stays.
    const isCut = inside.length !== 1 || inside[0]?.start !== first || inside[0].end !== last + 1;
    if (!isCut || inside.some((one) => one.start < first || last + 1 < one.end)) continue;
    const unit = { start: first, end: last + 1, isInitialled: true };
    all = [...all.filter((one) => !inside.includes(one)), unit].sort((a, b) => a.start - b.start);
  }
  return all;
}

/** The last word before "(VFV)" or ", or VFV"; -1 where an acronym stands otherwise. */
function endBeforeInitials(words: Words, token: number): number {
  if (words.form[token - 1] === '(' && words.form[token + 1] === ')') return token - 2;
  return words.lower[token - 1] === 'or' && words.form[token - 2] === ',' ? token - 3 : -1;
}

/** Where the words with an acronym's letters begin; small words may have one or none. -1 for others. */
function startOfInitials(words: Words, last: number, acronym: string): number {
  const letters = acronym.replace(/\./g, '').toLowerCase();
  let left = letters.length - 1;
  for (let token = last; 0 <= token && last - token < LONGEST_RUN; token--) {
    const word = words.lower[token] as string;
    const isNext = word.charAt(0) === letters[left];
    if (isNext) left--;
    else if (!LINKS.has(word)) return -1;
    if (left < 0) return words.capital[token] === 1 ? token : -1;
  }
  return -1;
}
