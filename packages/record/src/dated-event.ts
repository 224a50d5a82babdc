/**
 * Dated events: a summit, a briefing, a vote, that statements are placed at or after.
 * @module
 */
import type { Span } from './span.ts';

/** Something that happened or will happen; `on` is a range of ISO dates, both inclusive. */
export interface DatedEvent {
  id: string;
  span: Span;
  on?: { from: string; to: string };
  /** Actor ids. */
  participants: string[];
}
