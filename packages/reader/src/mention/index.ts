/**
 * The mention stage: names, pronouns and noun phrases with what their own words tell.
 * @module
 */
export { findMentions } from './find-mentions.ts';
