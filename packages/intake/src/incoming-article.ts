/**
 * What intake hands to the reader: a text, and what its source says of it.
 * The reader makes the `Article` (ids, parts, language) out of it; nothing is read here.
 * @module
 */
/** What is known of an article beside its text. */
export interface ArticleOrigin {
  /** The input line's id, with JSONL. */
  id?: string;
  title?: string;
  byline?: string;
  publisher?: string;
  url?: string;
  /** ISO 8601 date. */
  publishedOn?: string;
}

/** An article before it is read. */
export interface IncomingArticle extends ArticleOrigin {
  /** The text unchanged, where the input is plain text. */
  text: string;
}

const ORIGIN_KEYS = ['id', 'title', 'byline', 'publisher', 'url', 'publishedOn'] as const;

/** An origin whose members may be there and undefined, as options and metadata come. */
export type LooseOrigin = { [K in keyof ArticleOrigin]?: ArticleOrigin[K] | undefined };

/**
 * Merge origins, the first that says something winning, member by member. Empty strings say nothing.
 * @example
 * mergeOrigins({ title: '' }, { title: 'Talks end' }) // { title: 'Talks end' }
 */
export function mergeOrigins(...origins: readonly LooseOrigin[]): ArticleOrigin {
  const merged: ArticleOrigin = {};
  for (const key of ORIGIN_KEYS) {
    const said = origins.map((origin) => origin[key]).find((value) => value);
    if (said) merged[key] = said;
  }
  return merged;
}
