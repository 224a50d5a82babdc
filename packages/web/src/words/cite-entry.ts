/**
 * Citations: a quotation with where it stands, and a link that opens at the words (a text fragment,
 * `#:~:text=prefix-,start,end,-suffix`). The quotation is always cut from the text.
 * @module
 */
import type { ArticleRecord, Span } from '@onrecord/record';
import { describeDate } from './date.ts';
import { describeEntryLine } from './describe-entry.ts';
import { type Entry, factsOf } from './entry.ts';

/** Longer quotations are named by their first and last words in the link. */
const WHOLE_LIMIT = 120;
const EDGE_WORDS = 5;
const CONTEXT_WORDS = 3;

// A dash, a comma and an ampersand have a meaning of their own inside a text fragment.
function encodeFragment(words: string): string {
  return encodeURIComponent(words.replace(/\s+/g, ' ').trim()).replace(/-/g, '%2D');
}

const lineAround = (text: string, [start, end]: Span): Span => {
  const before = text.lastIndexOf('\n', start - 1) + 1;
  const after = text.indexOf('\n', end);
  return [before, after < 0 ? text.length : after];
};

const firstWords = (words: string, count: number) => words.trim().split(/\s+/).slice(0, count);
const lastWords = (words: string, count: number) => words.trim().split(/\s+/).slice(-count);

/** Make the text fragment that names a stretch of words, without the `#`. */
export function describeFragment(text: string, span: Span): string {
  const exact = text.slice(span[0], span[1]);
  const line = lineAround(text, span);
  const prefix = lastWords(text.slice(line[0], span[0]), CONTEXT_WORDS).join(' ');
  const suffix = firstWords(text.slice(span[1], line[1]), CONTEXT_WORDS).join(' ');
  const long = WHOLE_LIMIT < exact.length || /\n/.test(exact);
  const words = long
    ? `${encodeFragment(firstWords(exact, EDGE_WORDS).join(' '))},${encodeFragment(lastWords(exact, EDGE_WORDS).join(' '))}`
    : encodeFragment(exact);
  const before = prefix ? `${encodeFragment(prefix)}-,` : '';
  const after = suffix ? `,-${encodeFragment(suffix)}` : '';
  return `:~:text=${before}${words}${after}`;
}

/** The address of an article where it is one that a link may point to, else null. */
export function findSafeUrl(url: string | undefined): string | null {
  if (!url || !URL.canParse(url)) return null;
  const { protocol } = new URL(url);
  return protocol === 'http:' || protocol === 'https:' ? url : null;
}

/** Make the link that opens an article at an entry's words; null for an article without address. */
export function linkEntry(record: ArticleRecord, entry: Entry): string | null {
  const url = findSafeUrl(record.article.url);
  if (!url) return null;
  return `${url.replace(/#.*$/, '')}#${describeFragment(record.article.text, entry.cover)}`;
}

/** Cite an entry: its line, its quotation, where it stands, and the link or the text's hash. */
export function citeEntry(record: ArticleRecord, entry: Entry): string {
  const { article } = record;
  const quotation = article.text.slice(entry.cover[0], entry.cover[1]).replace(/\s+/g, ' ');
  const place = [
    article.title && `“${article.title}”`,
    article.publisher,
    article.publishedOn && describeDate(article.publishedOn),
  ].filter(Boolean);
  const link = linkEntry(record, entry) ?? `text with SHA-256 ${article.textHash}`;
  const where = `characters ${entry.cover[0]}–${entry.cover[1]}`;
  const head = `${describeEntryLine(factsOf(record, entry))}.`;
  return `${head}\n“${quotation}”\n${[...place, where, link].join(', ')}`;
}
