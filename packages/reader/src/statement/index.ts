/**
 * The statement stage: attributions become statements; declined questions become attributions.
 * @module
 */
export { assembleStatements, type StatementsInput } from './assemble-statements.ts';
export { findDeclines } from './find-declines.ts';
export { mergeDeclines } from './merge-declines.ts';
