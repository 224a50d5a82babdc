/**
 * Segments: a stretch of text cut wherever a field begins or ends, so that each piece can be drawn
 * as one flat element over a text node. Linear in the text and in the number of fields.
 * @module
 */
import type { Span } from '@onrecord/record';
import { FIELDS, type Field, type FieldSpan } from './field.ts';

/** What has fields to mark: an entry. */
interface Marked {
  fields: readonly FieldSpan[];
}

/** What one entry makes of a segment. */
export interface Mark {
  /** Index of the entry in its list. */
  entry: number;
  field: Field;
}

/** A piece of text on which the same marks lie throughout. */
export interface Segment {
  span: Span;
  /** The winning field first; empty for plain text. */
  marks: Mark[];
}

const rank = new Map<Field, number>(FIELDS.map((field, index) => [field, index]));
const byRank = (a: Mark, b: Mark) => (rank.get(a.field) ?? 0) - (rank.get(b.field) ?? 0);

interface Edge {
  at: number;
  mark: Mark;
  opens: boolean;
}

function listEdges(entries: readonly Marked[]): Edge[] {
  const edges: Edge[] = [];
  entries.forEach(({ fields }, entry) => {
    for (const { field, span } of fields) {
      const mark = { entry, field };
      edges.push({ at: span[0], mark, opens: true }, { at: span[1], mark, opens: false });
    }
  });
  return edges.sort((a, b) => a.at - b.at);
}

/**
 * Cut a text at every edge of a field and at every given boundary (the ends of paragraphs).
 * @returns segments in order that give back the text when joined; `[]` for an empty text.
 */
export function findSegments(
  length: number,
  entries: readonly Marked[],
  boundaries: readonly number[] = [],
): Segment[] {
  const edges = listEdges(entries);
  const cuts = [...new Set([0, length, ...boundaries, ...edges.map((edge) => edge.at)])]
    .filter((cut) => 0 <= cut && cut <= length)
    .sort((a, b) => a - b);
  const open = new Set<Mark>();
  const segments: Segment[] = [];
  let next = 0;
  for (let index = 0; index + 1 < cuts.length; index++) {
    const start = cuts[index] as number;
    for (let edge = edges[next]; edge && edge.at <= start; edge = edges[++next])
      if (edge.opens) open.add(edge.mark);
      else open.delete(edge.mark);
    segments.push({ span: [start, cuts[index + 1] as number], marks: [...open].sort(byRank) });
  }
  return segments;
}
