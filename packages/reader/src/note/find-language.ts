/**
 * Whether a text is English, by the share of its words that are English function words. The method is
 * the oldest one (Grefenstette, Comparing two language identification schemes, JADT 1995): the
 * commonest short words of a language give it away. It answers `en` or `und`; which other language
 * a text is in does not belong here, for the reader reads only English.
 * @module
 */

/**
 * The commonest English function words that are not also common words of its neighbours: "in", "on",
 * "as", "me", "do", "a" and "no" stand in Portuguese, German or Dutch texts too and are left out.
 */
const FUNCTION_WORDS = new Set(
  (
    'the of and to that is was for with it by from are this be have has had not but they he she ' +
    'his her their which who will would been were said its when than after about into we you i'
  ).split(' '),
);
/** Words looked at: 400 settle it, a whole book would not settle it better. */
const SAMPLE_WORDS = 400;
/**
 * Below this share a text is not English. English news has 25 to 40 % ("the ministry said that it would");
 * French, German, Spanish and Dutch prose stays under 6 %, lists of English names under 10 %.
 */
const ENGLISH_SHARE = 0.12;
/** With fewer words than this ("Talks fail") the share says nothing, and English is assumed. */
const LEAST_WORDS = 12;

/** The longest function word has five letters ("would"); longer words need not be looked up. */
const LONGEST_WORD = 5;

/**
 * The language of a text as a BCP 47 tag.
 * @returns `en`, or `und` where the words are not English ones.
 * @example
 * findLanguage('Le ministre a dit que la loi ne serait pas votée cette année par le parlement.') // 'und'
 */
export function findLanguage(text: string): 'en' | 'und' {
  let words = 0;
  let known = 0;
  for (let at = 0; at < text.length && words < SAMPLE_WORDS; ) {
    const end = skipLetters(text, at);
    if (at < end) {
      words++;
      if (end - at <= LONGEST_WORD && FUNCTION_WORDS.has(text.slice(at, end).toLowerCase()))
        known++;
    }
    // Nothing but a letter goes on with a word: one mark, one half of a pair at a time.
    at = end + 1;
  }
  if (words < LEAST_WORDS) return hasLatinLetters(text) ? 'en' : 'und';
  return ENGLISH_SHARE <= known / words ? 'en' : 'und';
}

/** Where the letters that begin at an index end. */
function skipLetters(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code < 0x80) {
      const small = code | 0x20;
      if (small < 0x61 || 0x7a < small) break;
      at++;
    } else {
      const letter = String.fromCodePoint(text.codePointAt(at)!);
      if (!/\p{L}/u.test(letter)) break;
      at += letter.length;
    }
  }
  return at;
}

const hasLatinLetters = (text: string): boolean => !/\p{L}/u.test(text) || /[A-Za-z]/.test(text);
