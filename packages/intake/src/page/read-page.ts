/**
 * A page's source → the article in it. Mozilla's Readability finds the article among menus and
 * advertisements; the text is the title, then its paragraphs with blank lines between.
 * @module
 */
import { Readability } from '@mozilla/readability';
import { CodedError } from '@onrecord/record';
import type { ArticleOrigin, IncomingArticle } from '../incoming-article.ts';
import { mergeOrigins } from '../incoming-article.ts';
import { isDeeperThan, type PageDocument, type PageElement, parsePage } from './page-dom.ts';
import { findMetadata } from './page-metadata.ts';
import { pageText } from './page-text.ts';

/** Readability's time grows with elements; a page over this is no article. */
const MOST_ELEMENTS = 200_000;
/** Browsers stop at 512 levels; Readability's time grows with elements times depth. */
const MOST_DEPTH = 512;

interface Extraction {
  title?: string | null;
  byline?: string | null;
  siteName?: string | null;
  content?: PageElement | null;
}

/**
 * Read the article out of a page's source.
 * @param origin what is known from elsewhere; it wins over what the page says. `url` is where the
 * page came from.
 * @throws CodedError `page-without-article` when no stretch of the page reads as an article.
 */
export function readPage(source: string, origin: ArticleOrigin = {}): IncomingArticle {
  const place = origin.url ?? 'the page';
  const page = parsePage(source);
  if (page.documentElement && isDeeperThan(page.documentElement, MOST_DEPTH))
    throw withoutArticle(`${place} nests deeper than ${MOST_DEPTH} elements`, place);
  const stated = findMetadata(page, origin.url); // before Readability, which takes the page apart
  const found = extract(page, place);
  const body = found?.content ? pageText(found.content) : '';
  if (body === '') throw withoutArticle(`no article was found in ${place}`, place);
  const merged = mergeOrigins(origin, stated, {
    title: found?.title?.trim(),
    byline: found?.byline?.trim(),
    publisher: found?.siteName?.trim(),
  });
  const { url: _, ...rest } = merged;
  const url = stated.url ?? origin.url;
  return { ...rest, ...(url ? { url } : {}), text: textOf(merged, body) };
}

function extract(page: PageDocument, place: string): Extraction | null {
  const options = { maxElemsToParse: MOST_ELEMENTS, serializer: (node: unknown) => node };
  try {
    return new Readability(page as never, options as never).parse() as Extraction | null;
  } catch (cause) {
    throw withoutArticle(`no article could be taken out of ${place}`, place, cause);
  }
}

function withoutArticle(message: string, place: string, cause?: unknown): CodedError {
  return new CodedError('page-without-article', message, {
    cause,
    place,
    remedy: 'save the text of the article to a file and read that',
  });
}

/** The title opens the text unless the article's own words open with it. */
function textOf(origin: ArticleOrigin, body: string): string {
  const title = origin.title ?? '';
  return title === '' || body.startsWith(title) ? `${body}\n` : `${title}\n\n${body}\n`;
}
