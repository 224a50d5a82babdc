/**
 * Reading on Node: models from the disk, articles from bytes and addresses, worker threads. An entry
 * of its own, so that the command line reads one article without loading the server.
 * @module
 */
export { modelFolder, openNodeReader } from './open-node-reader.ts';
export {
  type ArticleReader,
  openLocalReader,
  type ReadingInput,
  readInput,
} from './read-input.ts';
export { openReadingPool, type PoolOptions, type ReadingPool } from './reading-pool.ts';
export { type ArticleSource, resolveArticle } from './resolve-article.ts';
