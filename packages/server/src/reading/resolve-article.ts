/**
 * Bytes → the article in them: a page where the type or the first characters say so, else text.
 * @module
 */
import {
  type ArticleOrigin,
  decodeText,
  type IncomingArticle,
  looksLikePage,
} from '@onrecord/intake';

/** Where bytes come from and what is known beside them. */
export interface ArticleSource {
  bytes: Uint8Array;
  /** File or address, for messages. */
  place: string;
  mediaType?: string;
  charset?: string;
}

/**
 * Resolve the article in some bytes; what `origin` says wins over what a page says of itself.
 * @throws CodedError `text-empty`, `text-binary`, `page-without-article`.
 */
export async function resolveArticle(
  source: ArticleSource,
  origin: ArticleOrigin = {},
): Promise<IncomingArticle> {
  const { bytes, place, mediaType, charset } = source;
  const text = decodeText(bytes, { place, ...(charset ? { charset } : {}) });
  const isPage = mediaType === undefined ? looksLikePage(text) : /html/.test(mediaType);
  if (!isPage) return { ...origin, text };
  // A DOM takes a while to load: only pages pay for it.
  const { readPage } = await import('@onrecord/intake/page');
  return readPage(text, origin);
}
