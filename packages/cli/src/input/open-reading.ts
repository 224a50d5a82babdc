/**
 * Something that reads: on this thread for one job (it starts sooner), on worker threads for more.
 * @module
 */
import {
  type ArticleReader,
  openLocalReader,
  openNodeReader,
  openReadingPool,
} from '@onrecord/server/reading';

/** A reader and its end. */
export interface Reading {
  reader: ArticleReader;
  close(): Promise<void>;
}

/** Open a reader for so many articles at once. */
export async function openReading(jobs: number): Promise<Reading> {
  if (1 < jobs) {
    const pool = openReadingPool({ size: jobs });
    return { reader: pool, close: () => pool.close() };
  }
  const reader = openLocalReader(await openNodeReader());
  return { reader, close: async () => {} };
}
