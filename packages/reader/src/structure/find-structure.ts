/**
 * What each stretch of a news text is: title, byline, dateline, caption, credit, heading,
 * paragraph, boilerplate. Rules over lines only; no grammar is known yet.
 * Parts are in order, do not overlap, and hold every visible character.
 * @module
 */
import type { Part, PartKind } from '@onrecord/record';
import {
  BOILERPLATE,
  BRACKET_CREDIT,
  BYLINE,
  CAPTION_CREDIT,
  CAPTION_START,
  CREDIT_LINE,
  DATELINE,
  DESK,
  POST_ONLY,
} from '../lang/en/data/structure-words.ts';
import type { Structure } from '../layers.ts';
import { type Block, findBlocks } from './find-lines.ts';

/** What is found on the way. */
interface Draft {
  parts: Part[];
  title?: string;
  byline?: string;
  publisher?: string;
}

/** A line longer than this is prose, and no pattern is tried on it. */
const LONGEST_LINE = 600;
/** Bylines stand at the head of an article (or at its very end, where we leave them). */
const HEAD_BLOCKS = 8;

/**
 * Find the parts of a text, and the title, byline and publisher that it names.
 * @returns parts in order; none for a text of white space
 */
export function findStructure(text: string): Structure {
  const blocks = findBlocks(text);
  const draft: Draft = { parts: [] };
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index]!;
    const [start, end] = block.span;
    const line = end - start <= LONGEST_LINE ? text.slice(start, end) : '';
    if (index === 0 && isTitle(line, blocks, text)) {
      draft.title = line;
      add(draft, 'title', start, end);
    } else if (!(index < HEAD_BLOCKS && addByline(draft, line, start))) {
      addBody(draft, line, { block, next: blocks[index + 1], previous: blocks[index - 1], text });
    }
  }
  return draft;
}

function add(draft: Draft, kind: PartKind, start: number, end: number): void {
  draft.parts.push({ kind, span: [start, end] });
}

/** The first line, where more follows and it reads like a headline. */
function isTitle(line: string, blocks: readonly Block[], text: string): boolean {
  const second = blocks[1];
  if (second === undefined || line === '' || 250 < line.length) return false;
  if (BYLINE.test(line) || DATELINE.test(line) || BOILERPLATE.test(line)) return false;
  if (/^["“‘]/.test(line) && /[.!?,]["”’]$/.test(line)) return false;
  if (/[a-z)][.!?]["”']?\s+["“']?[A-Z]/.test(line)) return false;
  if (!/[.]["”’)]?$/.test(line)) return !/[:,;]$/.test(line);
  // "Minister Resigns Over Dam." Some archives close headlines with a full stop.
  return isTitleCase(line) || startsWithDateline(second, text);
}

function startsWithDateline(block: Block, text: string): boolean {
  return DATELINE.test(text.slice(block.span[0], block.span[0] + 80));
}

/** Do most of the longer words start with a capital? */
function isTitleCase(line: string): boolean {
  const words = line.match(/\p{L}[\p{L}'’-]{3,}/gu) ?? [];
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return 3 <= words.length && words.length * 0.75 <= capitals;
}

/** "by Ana Kovic, The Zembla Courier news desk": name, then publisher or post. */
function addByline(draft: Draft, line: string, start: number): boolean {
  if (draft.byline !== undefined || line === '' || 160 < line.length) return false;
  const found = BYLINE.exec(line);
  if (found === null || /[.!?]$/.test(line)) return false;
  let name = found[1]!;
  let tail = found[2]?.trim();
  // "Ana Kovic, The Zembla Courier": the pattern may have read the publisher as a second author.
  const comma = name.indexOf(', ');
  if (tail === undefined && 0 < comma) {
    tail = name.slice(comma + 2);
    name = name.slice(0, comma);
  }
  draft.byline = name;
  if (tail !== undefined && !POST_ONLY.test(tail)) draft.publisher = tail.replace(DESK, '');
  add(draft, 'byline', start, start + line.length);
  return true;
}

/** Where a block stands. */
interface Place {
  block: Block;
  previous: Block | undefined;
  next: Block | undefined;
  text: string;
}

function addBody(draft: Draft, line: string, place: Place): void {
  const [start, end] = place.block.span;
  if (line !== '' && BOILERPLATE.test(line) && line.length < 200)
    add(draft, 'boilerplate', start, end);
  else if (CREDIT_LINE.test(line)) add(draft, 'credit', start, end);
  else if (!addCaption(draft, line, start, end)) addProse(draft, line, place);
}

/** A caption with its credit as two parts. */
function addCaption(draft: Draft, line: string, start: number, end: number): boolean {
  if (line === '') return false;
  const credit = BRACKET_CREDIT.exec(line) ?? CAPTION_CREDIT.exec(line);
  if (credit === null) {
    if (!CAPTION_START.test(line)) return false;
    add(draft, 'caption', start, end);
    return true;
  }
  const at = credit.index + (credit[0].length - credit[0].trimStart().length);
  const before = line.slice(0, at).trimEnd().length;
  if (0 < before) add(draft, 'caption', start, start + before);
  add(draft, 'credit', start + at, end);
  return true;
}

function addProse(draft: Draft, line: string, place: Place): void {
  const [start, end] = place.block.span;
  const dateline = DATELINE.exec(place.text.slice(start, Math.min(end, start + 100)));
  // A dateline opens the story: at its head, or after a heading; "NATO — …" deep inside is prose.
  if (dateline !== null && !draft.parts.some((part) => part.kind === 'paragraph')) {
    const size = dateline[0].trimEnd().length;
    add(draft, 'dateline', start, start + size);
    let from = start + size;
    while (from < end && place.text.charCodeAt(from) <= 0x20) from++;
    if (from < end) add(draft, 'paragraph', from, end);
    return;
  }
  add(draft, isHeading(line, place) ? 'heading' : 'paragraph', start, end);
}

/** A short line without a stop between two longer blocks ("What happens next"). */
function isHeading(line: string, place: Place): boolean {
  if (line === '' || 90 < line.length || place.next === undefined) return false;
  if (/[.!?,;:"”’…)\]—-]$/.test(line) && !/\p{L}\?$/u.test(line)) return false;
  if (/^["“‘'*•·\-–—\d(]/.test(line)) return false;
  if (12 < line.split(/\s+/).length || !/^\p{Lu}/u.test(line)) return false;
  const nextSize = place.next.span[1] - place.next.span[0];
  return place.block.isApart && line.length * 1.5 < nextSize;
}
