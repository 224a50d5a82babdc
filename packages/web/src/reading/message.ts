/**
 * What the page and the reading worker say to each other.
 * @module
 */
import type { ArticleRecord } from '@onrecord/record';

/** What is known of a text besides its words. */
export interface ReadingOptions {
  publishedOn?: string;
  publisher?: string;
  url?: string;
  title?: string;
}

/** Page to worker. */
export interface ReadRequest {
  id: number;
  text: string;
  options: ReadingOptions;
}

/** Worker to page. */
export type ReadReply =
  | { id: number; kind: 'record'; record: ArticleRecord; sentenceCount: number; tookMs: number }
  | { id: number; kind: 'failed'; code: string; message: string; remedy: string }
  | { id: number; kind: 'stage'; stage: 'loading' | 'reading' };
