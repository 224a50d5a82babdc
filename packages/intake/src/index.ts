/**
 * Plain files, lines of JSONL and addresses to articles that the reader can read. Pages of HTML
 * live behind `@onrecord/intake/page`, so that reading plain text never loads a DOM.
 * @module
 */
export * from './decode-lines.ts';
export * from './decode-text.ts';
export * from './fetch-page.ts';
export * from './incoming-article.ts';
export * from './iso-date.ts';
export * from './looks-like-page.ts';
