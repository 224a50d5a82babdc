/**
 * What a UTF-16 code unit is to the tokenizer. ASCII by table, the rest by ranges: no regular
 * expression with Unicode properties, whose answers change with the engine's Unicode version.
 * @module
 */

/** The classes of characters. */
export const CharacterClass = {
  Space: 0,
  Letter: 1,
  Digit: 2,
  Stop: 3,
  Quote: 4,
  Bracket: 5,
  Dash: 6,
  Symbol: 7,
  Surrogate: 8,
} as const;

const {
  Space,
  Letter,
  Digit,
  Stop,
  Quote,
  Bracket,
  Dash,
  Symbol: Other,
  Surrogate,
} = CharacterClass;

const TABLE = buildTable();

function buildTable(): Uint8Array {
  const table = new Uint8Array(0x250).fill(Other);
  table.fill(Space, 0, 0x21);
  table.fill(Space, 0x7f, 0xa1);
  table.fill(Letter, 0x41, 0x5b);
  table.fill(Letter, 0x61, 0x7b);
  table.fill(Digit, 0x30, 0x3a);
  table.fill(Letter, 0xc0, 0x250);
  for (const c of [0xaa, 0xad, 0xb5, 0xba, 0x5f]) table[c] = Letter;
  for (const c of [0xd7, 0xf7]) table[c] = Other;
  for (const c of '.!?') table[c.charCodeAt(0)] = Stop;
  for (const c of '"\'`\u00ab\u00bb\u00b4') table[c.charCodeAt(0)] = Quote;
  for (const c of '()[]{}') table[c.charCodeAt(0)] = Bracket;
  table[0x2d] = Dash;
  return table;
}

/**
 * The class of a code unit.
 * @returns one of `CharacterClass`
 */
export function characterClass(code: number): number {
  return code < 0x250 ? TABLE[code]! : otherClass(code);
}

function otherClass(code: number): number {
  if (code >= 0x2000 && code <= 0x206f) return punctuationClass(code);
  if (code >= 0xd800 && code <= 0xdfff) return Surrogate;
  if (code >= 0x20a0 && code <= 0x2bff) return Other;
  if (code === 0x1680 || code === 0x3000 || code === 0xfeff) return Space;
  if (code >= 0x3001 && code <= 0x303f) return Other;
  if (code === 0xfe0f) return Surrogate;
  if (code >= 0xe000 && code <= 0xf8ff) return Other;
  if (code >= 0xff00 && code <= 0xff0f) return Other;
  return code >= 0xfff0 ? Other : Letter;
}

/** U+2000..U+206F, General Punctuation. */
function punctuationClass(code: number): number {
  if (code <= 0x200b || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f)
    return Space;
  // Joiners and direction marks belong to whatever they stand in.
  if (code <= 0x200f || (0x202a <= code && code <= 0x202e) || 0x2060 <= code) {
    return code === 0x200d ? Surrogate : Letter;
  }
  if (code <= 0x2011) return Dash;
  if (code <= 0x2015) return Dash;
  if ((0x2018 <= code && code <= 0x201f) || code === 0x2039 || code === 0x203a) return Quote;
  if (code === 0x2026 || code === 0x203c || (0x2047 <= code && code <= 0x2049)) return Stop;
  return Other;
}

/** Is the code unit white space (or a control character)? */
export function isSpace(code: number): boolean {
  return characterClass(code) === Space;
}

/** Is the code unit a letter or a digit? */
export function isWordCharacter(code: number): boolean {
  const kind = characterClass(code);
  return kind === Letter || kind === Digit;
}

/** Is the code unit an ASCII digit? */
export function isDigit(code: number): boolean {
  return 0x30 <= code && code <= 0x39;
}

/** Is the code unit an apostrophe, straight or curly? */
export function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019;
}

/** Is the letter a capital (Latin, Greek, Cyrillic by the language's own case mapping)? */
export function isUpper(code: number): boolean {
  if (code < 0x80) return 0x41 <= code && code <= 0x5a;
  if (code < 0xc0) return false;
  const letter = String.fromCharCode(code);
  return letter.toLowerCase() !== letter;
}

/** Is the letter a small one? */
export function isLower(code: number): boolean {
  if (code < 0x80) return 0x61 <= code && code <= 0x7a;
  if (code < 0xc0) return code === 0xb5;
  const letter = String.fromCharCode(code);
  return letter.toUpperCase() !== letter;
}
