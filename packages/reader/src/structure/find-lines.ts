/**
 * The lines and blocks of a text: a block is what stands between blank lines; a line inside a
 * block is a paragraph of its own, unless the block is wrapped at a fixed width.
 * @module
 */
import type { Span } from '@onrecord/record';

/** A stretch of text that a part is made of, without white space at its ends. */
export interface Block {
  readonly span: Span;
  /** Does a blank line (or the start of the text) stand before it? */
  readonly isApart: boolean;
}

/** A line with its span trimmed; `isBlank` where nothing is on it. */
interface Line {
  start: number;
  end: number;
  isBlank: boolean;
}

/**
 * Cut a text at its paragraph breaks: blank lines, and single newlines unless they wrap.
 * @returns blocks in order; none for a text of white space
 */
export function findBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let group: Line[] = [];
  for (const line of findLines(text)) {
    if (!line.isBlank) group.push(line);
    else group = closeGroup(blocks, group, text);
  }
  closeGroup(blocks, group, text);
  return blocks;
}

function closeGroup(blocks: Block[], group: readonly Line[], text: string): Line[] {
  const first = group[0];
  if (first === undefined) return [];
  if (isWrapped(group, text)) {
    blocks.push({ span: [first.start, group[group.length - 1]!.end], isApart: true });
  } else {
    for (const line of group)
      blocks.push({ span: [line.start, line.end], isApart: line === first });
  }
  return [];
}

/** Lines end at LF, CR, CRLF, or a Unicode line or paragraph separator. */
function findLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    const code = at === text.length ? 0x0a : text.charCodeAt(at);
    const isBreak =
      code === 0x0a || code === 0x0d || code === 0x2028 || code === 0x2029 || code === 0x0c;
    if (!isBreak) continue;
    const isPair = code === 0x0d && text.charCodeAt(at + 1) === 0x0a;
    lines.push(trimLine(text, start, at));
    if (isPair) at++;
    start = at + 1;
  }
  return lines;
}

function trimLine(text: string, from: number, to: number): Line {
  let start = from;
  let end = to;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (start < end && isBlank(text.charCodeAt(end - 1))) end--;
  return { start, end, isBlank: start === end };
}

function isBlank(code: number): boolean {
  return code <= 0x20 || code === 0xa0 || code === 0xfeff || code === 0x200b || code === 0x3000;
}

/**
 * Is the block wrapped at a fixed width? Then all lines but the last are nearly as long as the
 * longest, the longest fits a terminal, and most of them stop in the middle of a sentence.
 */
function isWrapped(group: readonly Line[], text: string): boolean {
  if (group.length < 2) return false;
  let longest = 0;
  for (const line of group) longest = Math.max(longest, line.end - line.start);
  // 40 to 100 columns: mail and wire files wrap at 65 to 80.
  if (longest < 40 || 100 < longest) return false;
  // Two lines may be a headline with its byline ("… after a truce / By Ana Kovic"): wrapped only
  // where the second goes on in lower case.
  const last = group[group.length - 1]!;
  if (group.length === 2 && !/^\p{Ll}/u.test(text.slice(last.start, last.start + 2))) return false;
  let open = 0;
  for (let index = 0; index + 1 < group.length; index++) {
    const line = group[index]!;
    // A word that did not fit is seldom longer than 16 letters.
    if (line.end - line.start < longest - 18) return false;
    if (!/[.!?:"”’)]$/.test(text.slice(line.end - 1, line.end))) open++;
  }
  return open * 2 >= group.length - 1;
}
