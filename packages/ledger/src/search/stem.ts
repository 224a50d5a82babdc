/**
 * English stems by Porter's algorithm (1980), so that "pledged" finds "pledge" and both engines
 * find the same: neither's own stemmer is used. Words of other scripts come back as they are.
 * @module
 */

const CONSONANT = '[^aeiou]';
const VOWEL = '[aeiouy]';
const CONSONANTS = `${CONSONANT}[^aeiouy]*`;
const VOWELS = `${VOWEL}[aeiou]*`;

/** [C]VC…: the stem has at least one vowel-consonant sequence. */
const HAS_MEASURE = new RegExp(`^(?:${CONSONANTS})?${VOWELS}${CONSONANTS}`);
/** Exactly one sequence. */
const ONE_MEASURE = new RegExp(`^(?:${CONSONANTS})?${VOWELS}${CONSONANTS}(?:${VOWELS})?$`);
/** More than one sequence. */
const MANY_MEASURES = new RegExp(`^(?:${CONSONANTS})?${VOWELS}${CONSONANTS}${VOWELS}${CONSONANTS}`);
const HAS_VOWEL = new RegExp(`^(?:${CONSONANTS})?${VOWEL}`);
/** Consonant, vowel, consonant other than w, x, y: "hop", not "fix". */
const SHORT_END = new RegExp(`^${CONSONANTS}${VOWEL}[^aeiouwxy]$`);

const STEP_2: Readonly<Record<string, string>> = {
  ational: 'ate',
  tional: 'tion',
  enci: 'ence',
  anci: 'ance',
  izer: 'ize',
  bli: 'ble',
  alli: 'al',
  entli: 'ent',
  eli: 'e',
  ousli: 'ous',
  ization: 'ize',
  ation: 'ate',
  ator: 'ate',
  alism: 'al',
  iveness: 'ive',
  fulness: 'ful',
  ousness: 'ous',
  aliti: 'al',
  iviti: 'ive',
  biliti: 'ble',
  logi: 'log',
};
const STEP_3: Readonly<Record<string, string>> = {
  icate: 'ic',
  ative: '',
  alize: 'al',
  iciti: 'ic',
  ical: 'ic',
  ful: '',
  ness: '',
};
const endsIn = (endings: readonly string[]): RegExp => new RegExp(`^(.+?)(${endings.join('|')})$`);
const ENDS_2 = endsIn(Object.keys(STEP_2));
const ENDS_3 = endsIn(Object.keys(STEP_3));
const ENDS_4 =
  /^(.+?)(al|ance|ence|er|ic|able|ible|ant|ement|ment|ent|ou|ism|ate|iti|ous|ive|ize)$/;

/** Plurals, and "-ed", "-ing". */
function dropInflection(given: string): string {
  let word = given.replace(/^(.+?)(ss|i)es$/, '$1$2').replace(/^(.+?)([^s])s$/, '$1$2');
  const agreed = /^(.+?)eed$/.exec(word);
  if (agreed !== null) return HAS_MEASURE.test(agreed[1] ?? '') ? word.slice(0, -1) : word;
  const inflected = /^(.+?)(ed|ing)$/.exec(word);
  if (inflected === null || !HAS_VOWEL.test(inflected[1] ?? '')) return word;
  word = inflected[1] ?? '';
  if (/(at|bl|iz)$/.test(word)) return `${word}e`;
  if (/([^aeiouylsz])\1$/.test(word)) return word.slice(0, -1);
  return SHORT_END.test(word) ? `${word}e` : word;
}

function replaceEnding(
  word: string,
  ends: RegExp,
  endings: Readonly<Record<string, string>>,
): string {
  const found = ends.exec(word);
  const [, stem = '', ending = ''] = found ?? [];
  return found !== null && HAS_MEASURE.test(stem) ? stem + (endings[ending] ?? '') : word;
}

function dropLast(word: string): string {
  const found = ENDS_4.exec(word);
  if (found !== null) return MANY_MEASURES.test(found[1] ?? '') ? (found[1] ?? '') : word;
  const ion = /^(.+?[st])ion$/.exec(word);
  return ion !== null && MANY_MEASURES.test(ion[1] ?? '') ? (ion[1] ?? '') : word;
}

function dropFinalE(word: string): string {
  const found = /^(.+?)e$/.exec(word);
  const stem = found?.[1] ?? '';
  const drops = MANY_MEASURES.test(stem) || (ONE_MEASURE.test(stem) && !SHORT_END.test(stem));
  const short = found !== null && drops ? stem : word;
  return short.endsWith('ll') && MANY_MEASURES.test(short) ? short.slice(0, -1) : short;
}

/**
 * The stem of a folded word.
 * @example
 * stem('pledges') // 'pledg'
 */
export function stem(word: string): string {
  if (word.length < 3 || !/^[a-z]+$/.test(word)) return word;
  const initialY = word.startsWith('y');
  let stemmed = dropInflection(initialY ? `Y${word.slice(1)}` : word);
  const withI = /^(.+?)y$/.exec(stemmed);
  if (withI !== null && HAS_VOWEL.test(withI[1] ?? '')) stemmed = `${withI[1]}i`;
  stemmed = replaceEnding(stemmed, ENDS_2, STEP_2);
  stemmed = replaceEnding(stemmed, ENDS_3, STEP_3);
  stemmed = dropFinalE(dropLast(stemmed));
  return stemmed.toLowerCase();
}
