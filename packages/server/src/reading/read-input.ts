/**
 * From what comes in to a record. One place, so that the command line, the server and the worker
 * threads read alike.
 * @module
 */
import type { ArticleOrigin, IncomingArticle } from '@onrecord/intake';
import type { PreparedArticle } from '@onrecord/ledger/prepare';
import type { Reader } from '@onrecord/reader';
import { type ArticleRecord, encodeRecord } from '@onrecord/record';
import { type ArticleSource, resolveArticle } from './resolve-article.ts';

/** An article, or bytes in which one must be found first. */
export type ReadingInput =
  | { article: IncomingArticle }
  | { source: ArticleSource; origin: ArticleOrigin };

/** Reads articles, here or on another thread. */
export interface ArticleReader {
  read(input: ReadingInput): Promise<ArticleRecord>;
  /** The record's JSON as UTF-8: what goes over a wire, with no object made of it here. */
  encode(input: ReadingInput): Promise<Uint8Array>;
  /** What the ledger adds, worked out where the article is read. */
  prepare(input: ReadingInput): Promise<PreparedArticle>;
}

/** Reads on the thread that asks. */
export function openLocalReader(reader: Reader): ArticleReader {
  const read = async (input: ReadingInput) => readInput(reader, input);
  return {
    read,
    encode: async (input) => new TextEncoder().encode(encodeRecord(await read(input))),
    async prepare(input) {
      // Whoever only reads does not load the ledger's part.
      const { prepareArticle } = await import('@onrecord/ledger/prepare');
      return prepareArticle(await read(input));
    },
  };
}

/** Read one article. */
export async function readInput(reader: Reader, input: ReadingInput): Promise<ArticleRecord> {
  const { text, ...origin } =
    'article' in input ? input.article : await resolveArticle(input.source, input.origin);
  return reader.read(text, origin);
}
