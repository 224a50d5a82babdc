/**
 * An article as it came, and the parts that it is made of.
 * @module
 */
import type { Span } from './span.ts';

/** What a stretch of an article is. `boilerplate` is text around the news ("Read more: …"). */
export const PART_KINDS = [
  'title',
  'byline',
  'dateline',
  'caption',
  'credit',
  'heading',
  'paragraph',
  'boilerplate',
] as const;
export type PartKind = (typeof PART_KINDS)[number];

/** One part of an article. */
export interface Part {
  kind: PartKind;
  span: Span;
}

/** An article: its text unchanged, and what is known of where it comes from. */
export interface Article {
  /** From the hash of the text and the address. */
  id: string;
  text: string;
  /** SHA-256 of the UTF-8 bytes of `text`, in hexadecimal. */
  textHash: string;
  title?: string;
  byline?: string;
  publisher?: string;
  url?: string;
  /** ISO 8601 date. */
  publishedOn?: string;
  /** BCP 47 tag; `und` where it is unknown. */
  language: string;
  parts: Part[];
}
