/**
 * Worker threads that read, so that neither the server's event loop nor the writing of the ledger
 * waits for a long article.
 * @module
 */
import { availableParallelism } from 'node:os';
import type { PreparedArticle } from '@onrecord/ledger/prepare';
import { ThreadPool } from '../thread/thread-pool.ts';
import type { ArticleReader, ReadingInput } from './read-input.ts';

/** How many threads there are, and what runs on them. */
export interface PoolOptions {
  /** Default: one a core. */
  size?: number;
  /** Default: this package's own worker. */
  workerUrl?: URL;
}

/** Reads on threads. */
export interface ReadingPool extends ArticleReader {
  /** How many threads there are at most. */
  readonly size: number;
  /** Ends the threads; articles under way are rejected. */
  close(): Promise<void>;
}

const WORKER = new URL('../../worker/reading-worker.mjs', import.meta.url);

/** Open a pool; no thread starts before the first article. */
export function openReadingPool(options: PoolOptions = {}): ReadingPool {
  const size = options.size ?? availableParallelism();
  const pool = new ThreadPool({ size, workerUrl: options.workerUrl ?? WORKER });
  const encode = (input: ReadingInput) => pool.ask<Uint8Array>(input);
  return {
    size,
    // A record's JSON is handed over and parsed in less time than the record is copied.
    read: async (input) => JSON.parse(new TextDecoder().decode(await encode(input))),
    encode,
    prepare: (input) => pool.ask<PreparedArticle>({ ...input, wanted: 'prepared' }),
    close: () => pool.close(),
  };
}
