/**
 * Blocks: the paragraphs of an article for drawing, each with its kind and its segments. Text that
 * lies between the parts (blank lines) is dropped; a text without parts is cut at its line breaks,
 * and a part of many thousand characters stays one block.
 * @module
 */
import type { Article, PartKind, Span } from '@onrecord/record';
import type { Entry } from './entry.ts';
import { findSegments, type Segment } from './segment.ts';

/** One paragraph to draw. */
export interface Block {
  kind: PartKind;
  span: Span;
  segments: Segment[];
}

function findLines(text: string): Span[] {
  const lines: Span[] = [];
  for (const line of text.matchAll(/[^\n\r]*\S[^\n\r]*/g))
    lines.push([line.index, line.index + line[0].length]);
  return lines;
}

function listParts(article: Article): { kind: PartKind; span: Span }[] {
  const inside = article.parts.filter(({ span }) => span[0] < span[1]);
  if (0 < inside.length) return [...inside].sort((a, b) => a.span[0] - b.span[0]);
  return findLines(article.text).map((span) => ({ kind: 'paragraph', span }));
}

/** Make the blocks of an article with the marks of its entries on them. */
export function assembleBlocks(article: Article, entries: readonly Entry[]): Block[] {
  const parts = listParts(article);
  const boundaries = parts.flatMap(({ span }) => span);
  const segments = findSegments(article.text.length, entries, boundaries);
  let next = 0;
  return parts.map(({ kind, span }) => {
    const mine: Segment[] = [];
    while (next < segments.length && (segments[next] as Segment).span[1] <= span[0]) next++;
    for (; next < segments.length && (segments[next] as Segment).span[1] <= span[1]; next++)
      mine.push(segments[next] as Segment);
    return { kind, span, segments: mine };
  });
}
