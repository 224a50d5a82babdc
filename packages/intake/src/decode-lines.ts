/**
 * JSONL: bytes → lines → articles to read, one at a time, so that a file of any length is read at
 * constant memory. A line that cannot be read is a value, not an exception: the rest goes on.
 * @module
 */
import type { IncomingArticle } from './incoming-article.ts';
import { mergeOrigins } from './incoming-article.ts';
import { isoDate } from './iso-date.ts';

/** A line of a text, counted from 1. */
export interface Line {
  line: number;
  text: string;
  /** True when the line was longer than the limit: `text` is empty then. */
  tooLong?: true;
}

/** An article of a line, or why there is none. */
export type DecodedLine =
  | { kind: 'article'; line: number; article: IncomingArticle }
  | { kind: 'error'; line: number; id?: string; error: string };

/** Longest line that is read, in UTF-16 units: far over any article, under what a string may hold. */
export const MOST_LINE_LENGTH = 64 * 1024 * 1024;

/**
 * Find the lines of a stream of bytes. Empty lines are counted and left out; a carriage return at
 * the end belongs to the line break; invalid UTF-8 is read with replacement.
 */
export async function* readLines(
  chunks: AsyncIterable<Uint8Array>,
  mostLength: number = MOST_LINE_LENGTH,
): AsyncGenerator<Line> {
  const decoder = new TextDecoder('utf-8');
  const line = new LineBuilder(mostLength);
  for await (const chunk of chunks)
    for (const found of line.add(decoder.decode(chunk, { stream: true }))) yield found;
  for (const found of line.add(`${decoder.decode()}\n`)) yield found;
}

/** Collects pieces until a line break; pieces are joined once, so a long line costs linear time. */
class LineBuilder {
  readonly #mostLength: number;
  #pieces: string[] = [];
  #length = 0;
  #line = 1;

  constructor(mostLength: number) {
    this.#mostLength = mostLength;
  }

  *add(text: string): Generator<Line> {
    let start = 0;
    for (let end = text.indexOf('\n'); 0 <= end; end = text.indexOf('\n', start)) {
      this.#keep(text.slice(start, end));
      const found = this.#take();
      if (found) yield found;
      start = end + 1;
    }
    this.#keep(text.slice(start));
  }

  #keep(piece: string): void {
    this.#length += piece.length;
    if (this.#mostLength < this.#length) this.#pieces = [];
    else if (piece !== '') this.#pieces.push(piece);
  }

  #take(): Line | null {
    const line = this.#line;
    const isTooLong = this.#mostLength < this.#length;
    const text = isTooLong ? '' : this.#pieces.join('').replace(/\r$/, '');
    this.#pieces = [];
    this.#length = 0;
    this.#line += 1;
    if (isTooLong) return { line, text, tooLong: true };
    return text.trim() === '' ? null : { line, text };
  }
}

/**
 * Decode one line of JSONL: `{"id", "text", "title"?, "byline"?, "date"?, "publisher"?, "url"?}`.
 * `date` may also be called `publishedOn`; an `id` that is a number is kept as its digits.
 */
export function decodeLine({ line, text, tooLong }: Line): DecodedLine {
  if (tooLong) return { kind: 'error', line, error: 'the line is too long to be an article' };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    return { kind: 'error', line, error: `not JSON: ${(cause as Error).message}` };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { kind: 'error', line, error: 'not a JSON object with a "text"' };
  return decodeRow(value as { [key: string]: unknown }, line);
}

function decodeRow(row: { [key: string]: unknown }, line: number): DecodedLine {
  const id = typeof row.id === 'number' ? String(row.id) : row.id;
  const named = typeof id === 'string' ? { id } : {};
  const wrong = wrongMember(row, id);
  if (wrong) return { kind: 'error', line, ...named, error: wrong };
  const date = row.date ?? row.publishedOn;
  const origin = mergeOrigins({
    ...named,
    title: stringOf(row.title),
    byline: stringOf(row.byline),
    publisher: stringOf(row.publisher),
    url: stringOf(row.url),
    publishedOn: isoDate(stringOf(date) ?? '') ?? undefined,
  });
  return { kind: 'article', line, article: { ...origin, text: row.text as string } };
}

function wrongMember(row: { [key: string]: unknown }, id: unknown): string | null {
  if (typeof row.text !== 'string') return '"text" must be a string';
  if (row.text.trim() === '') return '"text" is empty';
  if (id !== undefined && id !== null && typeof id !== 'string') return '"id" must be a string';
  return null;
}

function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
