/**
 * What is worked out on an article before any transaction begins: its comparable address, its
 * JSON and that text's hash, the bands that reprints are found by, its rows. Best done by the
 * thread that reads: what comes out is plain data, and cheaper to hand over than the record.
 * @module
 */
import { createHash } from 'node:crypto';
import { type Article, type ArticleRecord, encodeRecord } from '@onrecord/record';
import { findBands, findShingles } from '../article/shingles.ts';
import { readingOf } from '../decision/apply-decisions.ts';
import { type ArticleRows, projectRows } from './project-record.ts';

/** An article ready to be added. */
export interface PreparedArticle {
  article: Omit<Article, 'text' | 'parts'>;
  /** The first characters of the text, to tell it by where it has no title. */
  opening: string;
  /** The reader's version and model. */
  reader: string;
  /** The whole record's JSON as UTF-8: handed from thread to thread without a copy. */
  json: Uint8Array;
  recordHash: string;
  /** Null for a text without an address: it has no versions. */
  address: string | null;
  bands: number[];
  /** Its rows as long as nobody decided anything on it, and it is the first at its address. */
  rows: ArticleRows;
}

/** Characters of an opening. */
const OPENING = 80;

/** Parameters that say how a reader came, not what is read. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|mc_cid|mc_eid|ref|ref_src)$/i;

/**
 * An address made comparable: no fragment, no tracking parameters, no default port, no slash at
 * the end. Addresses that cannot be parsed are compared as they are.
 */
export function comparableAddress(address: string): string {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return address;
  }
  url.hash = '';
  for (const name of [...url.searchParams.keys()])
    if (TRACKING.test(name)) url.searchParams.delete(name);
  return url.href.replace(/\/$/, '');
}

/** Work out what adding needs. The line's id (`--jsonl`) is the caller's and is not kept. */
export async function prepareArticle(given: ArticleRecord): Promise<PreparedArticle> {
  const { id: _lineId, ...record } = given;
  const { text, parts: _parts, ...article } = record.article;
  const json = new TextEncoder().encode(encodeRecord(record));
  return {
    article,
    opening: text.slice(0, OPENING),
    reader: `${record.reader.version} ${record.reader.model}`,
    json,
    recordHash: createHash('sha256').update(json).digest('hex').slice(0, 32),
    address: article.url === undefined ? null : comparableAddress(article.url),
    bands: findBands(findShingles(record.article)),
    rows: await projectRows(readingOf(record), article.id),
  };
}
