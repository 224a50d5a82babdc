/**
 * JSONL in, results out, in order and at constant memory: a window of lines is under way at once,
 * the next line is taken when the first of them is written.
 * @module
 */
import { createReadStream } from 'node:fs';
import { type DecodedLine, decodeLine, type IncomingArticle, readLines } from '@onrecord/intake';
import type { World } from '../world.ts';
import { checkFile } from './load-article.ts';

/** A line that was worked on, with what came of it. */
export type LineResult<T> =
  | { kind: 'done'; line: number; value: T; share: number | undefined }
  | {
      kind: 'error';
      line: number;
      id?: string;
      error: string;
      /** What was thrown, where the line itself was well formed. */
      cause?: unknown;
      share: number | undefined;
    };

/** How lines are worked on. */
export interface StreamOptions<T> {
  /** A file, or `-`. */
  file: string;
  /** How many lines are under way at once. */
  width: number;
  work: (article: IncomingArticle) => Promise<T>;
}

/** Work on every line of a file, results in the order of the lines. */
export async function* streamLines<T>(
  options: StreamOptions<T>,
  world: World,
): AsyncGenerator<LineResult<T>> {
  const size = options.file === '-' ? undefined : await checkFile(options.file);
  let doneBytes = 0;
  const counted = countBytes(
    options.file === '-' ? world.stdin : createReadStream(options.file),
    (bytes) => {
      doneBytes += bytes;
    },
  );
  const share = () => (size ? doneBytes / size : undefined);
  yield* inOrder(readLines(counted), options.width, (line) =>
    workOn(decodeLine(line), options.work, share()),
  );
}

/** Work on every item of a list, results in its order, so many under way at once. */
export async function* workInOrder<In, Out>(
  items: readonly In[],
  width: number,
  work: (item: In) => Promise<Out>,
): AsyncGenerator<LineResult<Out>> {
  const numbered = items.map((item, index) => ({ item, line: index + 1 }));
  yield* inOrder(numbered, width, async ({ item, line }): Promise<LineResult<Out>> => {
    const share = line / items.length;
    try {
      return { kind: 'done', line, value: await work(item), share };
    } catch (cause) {
      return { kind: 'error', line, error: (cause as Error).message, cause, share };
    }
  });
}

async function* inOrder<In, Out>(
  items: Iterable<In> | AsyncIterable<In>,
  width: number,
  work: (item: In) => Promise<Out>,
): AsyncGenerator<Out> {
  const window: Promise<Out>[] = [];
  for await (const item of items) {
    window.push(work(item));
    if (width <= window.length) yield await (window.shift() as Promise<Out>);
  }
  for (const last of window) yield await last;
}

async function* countBytes(
  chunks: AsyncIterable<Uint8Array | string>,
  count: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    count(bytes.length);
    yield bytes;
  }
}

async function workOn<T>(
  decoded: DecodedLine,
  work: StreamOptions<T>['work'],
  share: number | undefined,
): Promise<LineResult<T>> {
  if (decoded.kind === 'error') return { ...decoded, share };
  const { line, article } = decoded;
  try {
    return { kind: 'done', line, value: await work(article), share };
  } catch (error) {
    const named = article.id === undefined ? {} : { id: article.id };
    return { kind: 'error', line, ...named, error: (error as Error).message, share };
  }
}
