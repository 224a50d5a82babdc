/**
 * What is worked out on an article before any transaction begins: its comparable address, its
 * JSON and that text's hash, the sequences that reprints are found by.
 * @module
 */
import { createHash } from 'node:crypto';
import { type ArticleRecord, encodeRecord } from '@onrecord/record';
import { findBands, findShingles } from '../article/shingles.ts';

/** An article ready to be added. */
export interface PreparedArticle {
  record: ArticleRecord;
  json: string;
  recordHash: string;
  /** Null for a text without an address: it has no versions. */
  address: string | null;
  shingles: ReadonlySet<number>;
  bands: number[];
}

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
export function prepareArticle(given: ArticleRecord): PreparedArticle {
  const { id: _lineId, ...record } = given;
  const json = encodeRecord(record);
  const shingles = findShingles(record.article);
  const { url } = record.article;
  return {
    record,
    json,
    recordHash: createHash('sha256').update(json).digest('hex').slice(0, 32),
    address: url === undefined ? null : comparableAddress(url),
    shingles,
    bands: findBands(shingles),
  };
}
