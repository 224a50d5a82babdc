/**
 * Offices that speak for a state, endings of the adjectives of states, and words that stand for
 * the state or the party of whoever is named before them. Data only.
 * @module
 */

/** "Valdorian President", "Prime Minister of Orsia": who holds one speaks for the state. */
export const STATE_OFFICE =
  /\b(president|prime minister|premier|chancellor|king|queen|emperor|(?:foreign|defen[cs]e|finance|interior|energy|health|economy|trade|justice) (?:minister|secretary)|minister of \w+|spokes(?:man|woman|person)|ambassador|government)\b/i;
/** Offices of the same words that speak for something else: "vice president of Norvik Steel". */
export const OTHER_OFFICE =
  /\b(vice[- ]president|former|ex-|company|club|federation|university|bank|union|association)\b/i;

/** Valdoria–Valdorian, Kessland–Kesslandic, Breland–Brelish: what is left after the common start. */
export const ADJECTIVE_ENDINGS: ReadonlySet<string> = new Set(
  'n an ian ish ic ese i er ite'.split(' '),
);
export const STATE_ENDINGS: ReadonlySet<string> = new Set([
  '',
  ...'a ia and land mark y o e'.split(' '),
]);
/** Letters that a state and its adjective must share. */
export const COMMON_START = 4;

/** "Lucan Hadrel's country", "her government": the state of the one who is named. */
export const STATE_OF =
  /^(.+?)[’']s? (?:country|government|state|nation|administration|office|party)$/;

/** Who speaks of himself and his side. */
export const FIRST_PERSON: ReadonlySet<string> = new Set(['we', 'i', 'us', 'me', 'our', 'my']);

/** First words that no name begins with. */
export const NO_NAME =
  /^(?:the|a|an|this|that|these|those|any|some|all|both|no|nobody|none|other|many|several|only|first|second|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d)\b/i;
