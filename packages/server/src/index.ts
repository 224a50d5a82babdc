/**
 * The ledger over HTTP. Reading on Node lives behind `@onrecord/server/reading`, fetching of
 * addresses behind `@onrecord/server/fetch`.
 * @module
 */
export {
  type App,
  type AppOptions,
  createApp,
  type Handler,
  type HandlerRequest,
} from './create-app.ts';
export { type ServeOptions, type Serving, serveApp } from './serve.ts';
export { type AnsweringThread, openAnsweringThread } from './thread/answering-thread.ts';
