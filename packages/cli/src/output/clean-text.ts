/**
 * Text from outside, made safe for a terminal: control characters could move its cursor or change
 * its title, marks of direction could turn a line around.
 * @module
 */

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
const DIRECTIONS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** One line of words without control characters, white space collapsed. */
export function cleanText(text: string): string {
  return text.replace(CONTROLS, ' ').replace(DIRECTIONS, '').replace(/\s+/g, ' ').trim();
}

/** At most so many characters, the cut marked; cuts between words where it can. */
export function clipText(text: string, most: number): string {
  const clean = cleanText(text);
  if (clean.length <= most) return clean;
  const cut = clean.slice(0, most - 1);
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, most / 2 < space ? space : cut.length).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** "1 origin", "2 origins" */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
