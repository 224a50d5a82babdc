/**
 * Evidence: where an entry of a board, an utterance or a shift rests, with words cut from the source.
 * Types only; the ledger fills them, the API and the app show them.
 * @module
 */
import type { Span } from './span.ts';

/** A place in an article that an entry rests on. */
export interface Evidence {
  articleId: string;
  /** The origin that the article goes back to: a wire story and its reprints share one. */
  originId: string;
  title?: string;
  publisher?: string;
  publishedOn?: string;
  url?: string;
  statementId?: string;
  commitmentId?: string;
  spans: Span[];
  /** The words at the spans, never retyped; pieces joined by " … ". */
  quote: string;
}

/** A range of ISO dates, both inclusive. */
export interface DateRange {
  from: string;
  to: string;
}

/** Who stands in a row of a board or in an utterance, across articles. */
export interface Party {
  /** The same for the same party in every article of the set. */
  key: string;
  name: string;
  kind: 'person' | 'government' | 'organisation' | 'group' | 'document' | 'unnamed';
  /** How many, of a counted group ("26 countries") whose members are not named. */
  count?: number;
  /** ISO 3166-1 alpha-2. */
  country?: string;
}
