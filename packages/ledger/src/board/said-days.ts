/**
 * The days on which a statement may have been made, from its own date or its article's.
 * @module
 */
import type { ArticleRecord, DateRange, Statement } from '@onrecord/record';
import { moveDate } from '../matter/move-date.ts';

/** An article without a day tells of the last days: dailies report the day before, weeklies more. */
export const DAYS_BEFORE_PUBLICATION = 2;

/** The days on which a statement may have been made. */
export function daysOf(record: ArticleRecord, statement: Statement): DateRange | null {
  const said = statement.saidOn;
  if (said !== undefined && said.basis !== 'published') return { from: said.from, to: said.to };
  const on = said?.to ?? record.article.publishedOn;
  return on === undefined ? null : { from: moveDate(on, -DAYS_BEFORE_PUBLICATION), to: on };
}
