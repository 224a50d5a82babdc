/**
 * Web pages: HTML → the article in it. Loads a DOM, so it is an entry of its own.
 * @module
 */
export * from './read-page.ts';
