/**
 * The vocabulary of On Record, shared by every room of the house.
 * @module
 */
export * from './actor.ts';
export * from './article.ts';
export * from './article-record.ts';
export type * from './board.ts';
export * from './coded-error.ts';
export * from './commitment.ts';
export * from './dated-event.ts';
export * from './describe-reports.ts';
export type * from './evidence.ts';
export * from './find-outcome.ts';
export * from './id.ts';
export * from './list-reasons.ts';
export * from './position.ts';
export * from './selector.ts';
export * from './span.ts';
export * from './statement.ts';
export type * from './utterance.ts';
