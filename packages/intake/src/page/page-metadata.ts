/**
 * What a page says of itself: JSON-LD of schema.org first (the most explicit), then OpenGraph and
 * the older meta names, then `<time>` and the canonical link. A page's word is data, not trusted:
 * an address of another host than the one it came from is not taken.
 * @module
 */
import { type ArticleOrigin, type LooseOrigin, mergeOrigins } from '../incoming-article.ts';
import { isoDate } from '../iso-date.ts';
import type { PageDocument } from './page-dom.ts';

const ARTICLE_TYPES = /(?:Article|Posting|Report|WebPage)$/;
/** A headline, a name, an outlet: longer ones are markup gone wrong. */
const MOST_LENGTH = 500;

type Json = { [key: string]: unknown };

/** Find the origin that a page states, `pageUrl` being where it came from. */
export function findMetadata(page: PageDocument, pageUrl?: string): ArticleOrigin {
  const origins = [fromLinkedData(page), fromMeta(page), fromElements(page)];
  const stated = mergeOrigins(...origins);
  const url = origins.map((origin) => ownAddress(origin.url, pageUrl)).find((found) => found);
  delete stated.url;
  return { ...stated, ...(url ? { url } : pageUrl ? { url: pageUrl } : {}) };
}

function fromLinkedData(page: PageDocument): LooseOrigin {
  const things: Json[] = [];
  for (const script of page.querySelectorAll('script[type="application/ld+json"]'))
    things.push(...parseThings(script.textContent ?? ''));
  const articles = things.filter((thing) =>
    typesOf(thing).some((type) => ARTICLE_TYPES.test(type)),
  );
  // A news page often describes the site as a WebPage too; the article with a headline is meant.
  const article = articles.find((thing) => thing.headline !== undefined) ?? articles[0];
  if (!article) return {};
  return {
    title: wordsOf(article.headline ?? article.name),
    byline: namesOf(article.author),
    publisher: namesOf(article.publisher),
    publishedOn: isoDate(wordsOf(article.datePublished) ?? '') ?? undefined,
    url: wordsOf(article.url) ?? addressOf(article.mainEntityOfPage),
  };
}

function parseThings(source: string): Json[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(source);
  } catch {
    return []; // broken JSON-LD is common and says nothing
  }
  const listed = Array.isArray(parsed) ? parsed : [parsed];
  const graphs = listed.filter(isJson).flatMap((thing) => {
    const graph = thing['@graph'];
    return Array.isArray(graph) ? [thing, ...graph] : [thing];
  });
  return graphs.filter(isJson);
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function typesOf(thing: Json): string[] {
  const type = thing['@type'];
  return (Array.isArray(type) ? type : [type]).filter((name) => typeof name === 'string');
}

function wordsOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const words = value.replace(/\s+/g, ' ').trim();
  return words === '' || MOST_LENGTH < words.length ? undefined : words;
}

/** "Mara Lind", { name: "Mara Lind" }, or a list of either. */
function namesOf(value: unknown): string | undefined {
  const listed = Array.isArray(value) ? value : [value];
  const names = listed
    .map((person) => wordsOf(isJson(person) ? person.name : person))
    .filter((name) => name !== undefined && !/^https?:/i.test(name));
  return names.length === 0 ? undefined : names.join(', ');
}

function addressOf(value: unknown): string | undefined {
  return wordsOf(isJson(value) ? value['@id'] : value);
}

function fromMeta(page: PageDocument): LooseOrigin {
  const said = new Map<string, string>();
  for (const meta of page.querySelectorAll('meta')) {
    const name = meta.getAttribute('property') ?? meta.getAttribute('name');
    const words = wordsOf(meta.getAttribute('content'));
    if (name && words && !said.has(name.toLowerCase())) said.set(name.toLowerCase(), words);
  }
  const first = (...names: string[]) => names.map((name) => said.get(name)).find((words) => words);
  const author = first('author', 'article:author', 'parsely-author', 'dc.creator');
  const date = first(
    'article:published_time',
    'og:published_time',
    'parsely-pub-date',
    'datepublished',
    'date',
    'dc.date',
    'dc.date.issued',
  );
  return {
    title: first('og:title', 'twitter:title', 'parsely-title', 'dc.title'),
    byline: namesOf(author),
    publisher: first('og:site_name', 'application-name', 'dc.publisher'),
    publishedOn: isoDate(date ?? '') ?? undefined,
    url: first('og:url'),
  };
}

function fromElements(page: PageDocument): LooseOrigin {
  const time = page.querySelector('article time[datetime], time[datetime]');
  const written = time?.getAttribute('datetime') ?? '';
  return {
    title:
      wordsOf(page.querySelector('h1')?.textContent) ??
      wordsOf(page.querySelector('title')?.textContent),
    publishedOn: isoDate(written) ?? undefined,
    url: wordsOf(page.querySelector('link[rel="canonical"]')?.getAttribute('href')),
  };
}

/** The stated address, where it is http(s) and of the host that the page came from. */
function ownAddress(stated: string | undefined, pageUrl: string | undefined): string | undefined {
  if (!stated) return undefined;
  try {
    const url = pageUrl ? new URL(stated, pageUrl) : new URL(stated);
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
    if (pageUrl && bareHost(url) !== bareHost(new URL(pageUrl))) return undefined;
    return url.href;
  } catch {
    return undefined;
  }
}

function bareHost(url: URL): string {
  return url.hostname.replace(/^(?:www|m|amp)\./, '');
}
