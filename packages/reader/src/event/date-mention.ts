/**
 * What a date in the text is: its words, the days that it covers, and how sure the year is.
 * @module
 */
import type { Span } from '@onrecord/record';

/** The calendar unit that the words name; `from` and `to` cover the whole unit. */
export type DatePrecision =
  | 'day'
  | 'weekend'
  | 'week'
  | 'month'
  | 'quarter'
  | 'season'
  | 'year'
  | 'decade';

/** How the word before a date limits what hangs on it ("by Friday", "until June", "in 2030"). */
export type DateLimit = 'by' | 'until' | 'before' | 'after' | 'since' | 'at' | 'within' | 'for';

/** A date, a range or a duration that the text names. Tokens and span do not hold `limit`. */
export interface DateMention {
  /** Token indices, `[start, end)`. */
  readonly start: number;
  readonly end: number;
  /** UTF-16 code units. */
  readonly span: Span;
  /** ISO dates, both inclusive; absent where the year or the reference stays open. */
  readonly from?: string;
  readonly to?: string;
  /** Absent for durations. */
  readonly precision?: DatePrecision;
  /** ISO 8601 duration ("in 24 hours" is PT24H); absent where the number is vague ("a few"). */
  readonly within?: string;
  /** The words themselves are a length of time ("two weeks", "a few days"). */
  readonly isDuration: boolean;
  /** Day, month and year all stand in the text. */
  readonly isFull: boolean;
  /** The days lie on or before the day of publication; false where either is unknown. */
  readonly isPast: boolean;
  readonly limit?: DateLimit;
  /** The token of `limit`, where there is one. */
  readonly limitIndex?: number;
  /** What found it. */
  readonly rule: string;
}
