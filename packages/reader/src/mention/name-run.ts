/**
 * Names by their letters: runs of proper nouns, cut into the names, titles and states that they
 * are made of ("Tavrian President Ilva Maretti" is a state, a title and a name). The tree has no say,
 * so a misread tree does not lose a name.
 * @module
 */
import { isAcronym } from './classify-name.ts';
import { cutRun, endOfEntry, gazetteerAt, type NameUnit } from './cut-run.ts';
import { findHeadlineUnits, isHeadlineSentence } from './headline.ts';
import { joinInitialled, LINKS } from './join-initialled.ts';
import { genderOfFirstName, Lexical } from './lexicon.ts';
import { isPossessive } from './noun-phrase.ts';
import type { Words } from './words.ts';

/** Those of them that stand in a person's name. */
const PARTICLES = new Set([
  'de',
  'del',
  'bin',
  'bint',
  'ibn',
  'al',
  'el',
  'von',
  'van',
  'der',
  'den',
  'da',
  'di',
  'la',
  'le',
]);

const CALENDAR = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. jan feb sept oct nov dec'.split(
    ' ',
  ),
);
/** Whether a lower-case word is a month or a day of the week. */
export const isCalendarWord = (word: string): boolean => CALENDAR.has(word);
/** Common words that begin a body's name of two halves: "Securities and Exchange Commission". */
const HALF =
  /(?:fisheries|tion|tions|ment|ities|ship|ance|ence|ture|ness|ics|affairs|health|arms|arts|trade|industry|security|finance|drug|food|energy|labou?r|welfare|science|sciences|parks|border|justice|housing|water|customs|culture|transport|sport|tourism)$/;

/** Republican, Democrat, independent. */
const PARTIES: ReadonlySet<string> = new Set(['R', 'D', 'I']);

/** "(R-Wis.)", "D-N.Y.": a party and a state behind a name. */
export function isPartyMark(words: Words, token: number): boolean {
  const form = words.form[token] as string;
  const before = words.form[token - 1];
  const isAfterDash = before === '-' || before === '–';
  if (!isAfterDash && !PARTIES.has(form.charAt(0))) return false;
  if (/^[RDI][-–]\p{Lu}/u.test(form)) return true;
  const next = words.form[token + 1];
  if (PARTIES.has(form)) return next === '-' || next === '–';
  return isAfterDash && PARTIES.has(words.form[token - 2] ?? '');
}

/** Whether a token can be a part of a name. */
function isNamePart(words: Words, token: number): boolean {
  if (words.upos[token] === 'PROPN' && words.capital[token] === 0)
    return /^\d/.test(words.form[token] as string);
  if (words.capital[token] === 0) return false;
  if (CALENDAR.has(words.lower[token] as string)) return isFirstNameMonth(words, token);
  const upos = words.upos[token];
  if (upos === 'PROPN') return !isPartyMark(words, token);
  if (upos === 'NOUN' && isAcronym(words.form[token] as string)) return true;
  // "Foreign Minister", "House Majority Leader": tagged as common words, written with capitals.
  if (upos === 'ADJ' || upos === 'NOUN') return !isSentenceStart(words, token);
  return false;
}

/** "April Orr said", not "in April Orr said" or "April 5". */
function isFirstNameMonth(words: Words, token: number): boolean {
  const next = token + 1;
  return (
    words.upos[token] === 'PROPN' &&
    words.upos[token - 1] !== 'ADP' &&
    words.upos[next] === 'PROPN' &&
    words.capital[next] === 1 &&
    !CALENDAR.has(words.lower[next] as string) &&
    /^(?:april|may|june|august)$/.test(words.lower[token] as string)
  );
}

/** Letters that a state and its adjective share at least: "Brel-and", "Brel-ish". */
const STEM = 4;

/** "Orr said": a surname that the tagger took for a common noun where a sentence begins. */
function findKnownUnits(
  words: Words,
  units: readonly NameUnit[],
  headlines: ReadonlySet<number>,
): NameUnit[] {
  const known = new Set<string>();
  const surnames = new Set<string>();
  for (const { start, end, entry } of units)
    if (!entry && start < end) {
      known.add(words.form[end - 1] as string);
      if (end - start > 1) known.add(words.form[start] as string);
      if (end - start > 1 && genderOfFirstName(words.form[start] as string))
        surnames.add(words.form[end - 1] as string);
    }
  // "Breland" at the start of a speech, where "Brelish" stands elsewhere.
  const stems = new Set<string>();
  for (let token = 0; token < words.length; token++)
    if (
      words.upos[token] === 'ADJ' &&
      words.capital[token] === 1 &&
      (words.form[token] as string).length > STEM + 1
    )
      stems.add((words.form[token] as string).slice(0, STEM));
  const covered = new Uint8Array(words.length);
  for (const { start, end, titleStart } of units) covered.fill(1, titleStart ?? start, end);
  const found: NameUnit[] = [];
  const { sentences } = words.analysis;
  for (let token = 0; token < words.length; token++) {
    if (covered[token] || headlines.has(sentences.of[token] as number)) continue;
    if (isNameLikeAuxiliary(words, token) && known.has(words.form[token] as string))
      found.push({ start: token, end: token + 1 });
  }
  for (let sentence = 0; sentence < sentences.length; sentence++) {
    if (headlines.has(sentence)) continue;
    let token = sentences.start[sentence] as number;
    while (token < (sentences.end[sentence] as number) && words.upos[token] === 'PUNCT') token++;
    const form = words.form[token] as string;
    // "Cook declined": a noun for persons has an article, unless it is somebody's surname.
    const isLexical =
      ((words.bits[token] as number) & (Lexical.Person | Lexical.Body)) !== 0 &&
      !surnames.has(form);
    if (token >= words.length || covered[token] || isLexical || words.capital[token] === 0)
      continue;
    const isName = known.has(form) || stems.has(form.slice(0, STEM));
    if (isName && words.upos[token] === 'NOUN' && !words.small.has(form.toLowerCase()))
      found.push({ start: token, end: token + 1 });
  }
  return found;
}

/** "May said", "But Will added": a surname like an auxiliary, before a verb that takes none. */
function isNameLikeAuxiliary(words: Words, token: number): boolean {
  if (words.upos[token] !== 'AUX' || words.capital[token] === 0) return false;
  // An auxiliary wants the bare verb: "will say", never "will said".
  return words.upos[token + 1] === 'VERB' && words.lower[token + 1] !== words.lemma[token + 1];
}

function isSentenceStart(words: Words, token: number): boolean {
  const { sentences } = words.analysis;
  let first = sentences.start[sentences.of[token] as number] as number;
  while (first < token && words.upos[first] === 'PUNCT') first++;
  return first === token;
}

/** Find the names of an article, in order, without overlap. */
export function findNameUnits(words: Words): NameUnit[] {
  const units: NameUnit[] = [];
  const headlines = new Set<number>();
  for (let token = 0; token < words.length; ) {
    const sentence = words.analysis.sentences.of[token] as number;
    // Where every word has a capital, letters show no names: the body's names are looked for there.
    if (isHeadlineSentence(words, sentence)) {
      headlines.add(sentence);
      token = words.analysis.sentences.end[sentence] as number;
      continue;
    }
    const entry = gazetteerAt(words, token);
    if (!isNamePart(words, token) && !entry) {
      token++;
      continue;
    }
    const end = endOfRun(words, token);
    cutRun(words, { start: token, end }, units);
    token = end;
  }
  const joined = joinInitialled(words, units);
  const more = [
    ...findHeadlineUnits(words, headlines, joined),
    ...findKnownUnits(words, joined, headlines),
  ];
  const all = more.length === 0 ? joined : [...more, ...joined].sort((a, b) => a.start - b.start);
  return freeSurnames(words, all);
}

/**
 * "Mark Cuban … Cuban said": a surname that the gazetteer has for a people or a town is the
 * person's, where it stands alone as a noun.
 */
function freeSurnames(words: Words, units: readonly NameUnit[]): NameUnit[] {
  const surnames = new Set<string>();
  for (const { start, end, entry } of units)
    if (!entry && end - start === 2 && genderOfFirstName(words.form[start] as string))
      surnames.add(words.form[end - 1] as string);
  return units.map((unit) => {
    const { start, end, entry } = unit;
    const isNoun = !/^(?:amod|compound|det)/.test(words.phrases.deprel[start] as string);
    const isOwn = entry && end - start === 1 && entry.role !== 'state' && isNoun;
    return isOwn && surnames.has(words.form[start] as string) ? { start, end } : unit;
  });
}

/** "Organization for Security and Co-operation in Europe" and the like; capitals without end are no name. */
const LONGEST_RUN = 16;

function endOfRun(words: Words, start: number): number {
  const sentence = words.analysis.sentences.of[start];
  const entry = gazetteerAt(words, start);
  let end = entry ? endOfEntry(words, start, entry) : start + 1;
  while (
    end < words.length &&
    end - start < LONGEST_RUN &&
    words.analysis.sentences.of[end] === sentence
  ) {
    const next = endOfLink(words, start, end);
    if (next < 0) break;
    end = next;
  }
  return end;
}

/** Where the run goes on to from `at`: past a name part, or past links before one; else -1. */
function endOfLink(words: Words, start: number, at: number): number {
  if (isNamePart(words, at)) return at + 1;
  const form = words.lower[at] as string;
  if (
    (form === '-' || form === '–') &&
    words.analysis.tokens.end[at - 1] === words.analysis.tokens.start[at]
  )
    return isHyphenated(words, at) ? at + 2 : -1;
  if (isNickname(words, at)) return at + 3;
  if (!LINKS.has(form) && !isPossessive(words, at)) return -1;
  if (isPossessive(words, at))
    return isBodyAfter(words, at + 1) && isShortOwner(words, start, at) ? at + 1 : -1;
  let next = at + 1;
  while (next < at + 3 && next < words.length && LINKS.has(words.lower[next] as string)) next++;
  if (next >= words.length || !isNamePart(words, next)) return -1;
  return isLinkAllowed(words, start, at, next) ? next + 1 : -1;
}

/** "Yun-hee", "Smith-Jones", "Post-Gazette"; but "Vale-Orr talks" are two states. */
function isHyphenated(words: Words, at: number): boolean {
  if (at + 1 >= words.length || gazetteerAt(words, at - 1) || gazetteerAt(words, at + 1))
    return false;
  const { start, end } = words.analysis.tokens;
  if (end[at] !== start[at + 1]) return false;
  // "EB-5", "Covid-19"
  if (isNamePart(words, at + 1) || /^\d+$/.test(words.form[at + 1] as string)) return true;
  if (words.upos[at + 1] === 'PROPN') return true;
  // "Ban Ki-moon said" goes on, "an Orr-era law" does not.
  const next = words.upos[at + 2];
  const isLong = at >= 2 && words.capital[at - 2] === 1 && words.upos[at - 2] === 'PROPN';
  return (
    isLong && /^[a-z]{2,6}$/.test(words.form[at + 1] as string) && next !== 'NOUN' && next !== 'ADJ'
  );
}

/** "William “Bill” Smith": one capitalised word between quotation marks inside a name. */
function isNickname(words: Words, at: number): boolean {
  const { quotes } = words.analysis;
  return (
    quotes.partner[at] === at + 2 &&
    words.capital[at + 1] === 1 &&
    at + 3 < words.length &&
    isNamePart(words, at + 3)
  );
}

function isLinkAllowed(words: Words, start: number, at: number, next: number): boolean {
  const form = words.lower[at] as string;
  if (PARTICLES.has(form)) return next === at + 1 || PARTICLES.has(words.lower[at + 1] as string);
  const bits = words.bits[at - 1] as number;
  const isBody = (bits & (Lexical.Body | Lexical.BodyName)) !== 0;
  // "the Oval Office of the White House": a name of the gazetteer is whole.
  const entry = gazetteerAt(words, start);
  if (entry && endOfEntry(words, start, entry) === at) return false;
  if (form === 'of' || form === 'for')
    return (
      isBody ||
      (bits & Lexical.Title) !== 0 ||
      /^(?:union|council|bureau|secretary|republic|coalition|institute|director|ministry|speaker)$/.test(
        words.lower[at - 1] as string,
      )
    );
  if (form === '&') return true;
  // "Ministry of Health and Welfare", "Arms Control and Disarmament Agency": a body's name on a side.
  if (form === 'and' && isHalf(words, start, at) && endsInBody(words, next)) return true;
  if (form === 'and')
    return (
      hasOf(words, start, at) &&
      ((words.bits[next] as number) & (Lexical.Person | Lexical.Title)) === 0 &&
      !genderOfFirstName(words.form[next] as string)
    );
  if (form === 'on' || form === 'in')
    return (
      isBody &&
      next === at + 1 &&
      /^(?:committee|commission|conference|council|center|centre|institute|panel|subcommittee)$/.test(
        words.lower[at - 1] as string,
      )
    );
  return false;
}

/** "Securities", "House Oversight": the first half of a body's name, not a name of its own. */
function isHalf(words: Words, start: number, at: number): boolean {
  if (HALF.test(words.lower[at - 1] as string)) return true;
  const bits = words.bits[at - 1] as number;
  if (at - start < 2 || (bits & (Lexical.Body | Lexical.BodyName | Lexical.Person)) !== 0)
    return false;
  return !genderOfFirstName(words.form[start] as string) && !gazetteerAt(words, start);
}

/** Whether the name parts from a token on end in a body's word. */
function endsInBody(words: Words, token: number): boolean {
  let at = token;
  // Five words: "Drug Safety Review Board" is long already.
  while (at < words.length && at < token + 5 && isNamePart(words, at)) at++;
  return token < at && ((words.bits[at - 1] as number) & (Lexical.Body | Lexical.BodyName)) !== 0;
}

function hasOf(words: Words, start: number, at: number): boolean {
  for (let token = start; token < at; token++)
    if (words.lower[token] === 'of' || words.lower[token] === 'for')
      return isBodyBefore(words, token);
  return false;
}

const isBodyBefore = (words: Words, token: number): boolean =>
  0 < token && ((words.bits[token - 1] as number) & Lexical.Body) !== 0;

/** "Veterans' Association", "Lloyd's Bank": an owner of one word before a body's last word. */
function isBodyAfter(words: Words, token: number): boolean {
  return (
    token < words.length &&
    words.capital[token] === 1 &&
    ((words.bits[token] as number) & Lexical.Body) !== 0 &&
    isNamePart(words, token)
  );
}
const isShortOwner = (words: Words, start: number, at: number): boolean =>
  at - start === 1 && !genderOfFirstName(words.form[start] as string);
