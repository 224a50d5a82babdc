/**
 * The event stage: dates in the text, and the events that they date.
 * @module
 */
export type { DateLimit, DateMention, DatePrecision } from './date-mention.ts';
export { findDates } from './find-dates.ts';
export { type EventsInput, findEvents } from './find-events.ts';
