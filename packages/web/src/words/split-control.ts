/**
 * Characters that change how text is shown without being seen: bidi overrides, zero-width
 * characters, control characters. They are drawn as a small sign with their number, so that a
 * hostile article can neither reorder nor hide words. The text itself is never changed.
 * @module
 */

/** Anything that may be unseen. No Unicode classes here: nearly all text holds none of these. */
const SUSPECT =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\udb40[\udc00-\udc7f]/g;

/** A joiner after one of these holds an emoji together ("woman" + joiner + "sheaf of rice"). */
const ENDS_EMOJI = /\p{Extended_Pictographic}\ufe0f?$/u;
/** In these scripts no word needs a joiner or a non-joiner. */
const NEEDS_NO_JOINER = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\s\p{P}]$/u;

/** A run of seen text, or one unseen character. */
export interface TextRun {
  text: string;
  /** "U+202E" for an unseen character. */
  code?: string;
}

function isNeeded(character: string, before: string): boolean {
  if (character === '\u200c') return before !== '' && !NEEDS_NO_JOINER.test(before);
  if (character === '\u200d') return ENDS_EMOJI.test(before);
  return false;
}

/** Split a text into seen runs and unseen characters, in order. */
export function splitControl(text: string): TextRun[] {
  if (text === '') return [];
  if (text.search(SUSPECT) < 0) return [{ text }];
  const runs: TextRun[] = [];
  let from = 0;
  for (const { 0: character, index } of text.matchAll(SUSPECT)) {
    if (isNeeded(character, text.slice(Math.max(0, index - 3), index))) continue;
    if (from < index) runs.push({ text: text.slice(from, index) });
    const point = character.codePointAt(0) ?? 0;
    runs.push({ text: character, code: `U+${point.toString(16).toUpperCase().padStart(4, '0')}` });
    from = index + character.length;
  }
  if (from < text.length) runs.push({ text: text.slice(from) });
  return runs;
}

/** Spell unseen characters out, where no element can stand: in a drawing, a name, a tooltip. */
export function spellUnseen(text: string): string {
  return splitControl(text)
    .map(({ text: seen, code }) => code ?? seen)
    .join('');
}
