/**
 * The API of On Record: the one route table, its schemas, the OpenAPI document and the client.
 * @module
 */
export * from './addresses.ts';
export * from './client.ts';
export * from './openapi.ts';
export * from './problem.ts';
export * from './routes.ts';
export * from './schema/actor.ts';
export * from './schema/article.ts';
export * from './schema/decision.ts';
export * from './schema/dossier.ts';
export * from './schema/entry.ts';
