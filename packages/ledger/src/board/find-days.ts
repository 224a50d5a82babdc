/**
 * The days on which a position may have been taken. An article without a day tells of the last
 * days; one that looks back ("had told cadets on May 20") tells of a day that nobody gave us, and
 * such a recap must not count as a position taken again.
 * @module
 */
import type { ArticleRecord, Commitment, DateRange, Span } from '@onrecord/record';
import { moveDate } from '../matter/move-date.ts';
import { sentenceAround } from './merge-entries.ts';
import { DAYS_BEFORE_PUBLICATION, daysOf } from './said-days.ts';

/** "had told cadets", "had earlier promised" */
const LOOKS_BACK =
  /\bhad\s+(?:\w+\s+)?(?:told|said|promised|pledged|offered|announced|vowed|agreed|warned|threatened|refused|rejected|ruled|demanded|spoken|signalled|committed)\b|\b(?:that|which) (?:he|she|it|they|[A-Z]\w+) (?:set|made|gave|named) (?:on|in|last|less than|more than)\b/;
/** "on April 14", "in March", "last week": a day beside the one of the article. */
const OTHER_DAY =
  /\b(?:[Oo]n|[Ii]n|[Ss]ince) (?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.)(?: \d{1,2}\b)?|\b(?:[Ll]ast|[Ee]arlier this) (?:week|month|year|spring|summer|autumn|winter)\b|\b(?:weeks|months|years) ago\b/;
/** "on May 20", when the article itself is of May 20, is no other day. */
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

function namesOtherDay(sentence: string, publishedOn: string | undefined): boolean {
  const match = OTHER_DAY.exec(sentence);
  if (match === null) return false;
  const month = MONTHS.findIndex((name) => match[0].toLowerCase().includes(` ${name}`));
  const day = /\d{1,2}/.exec(match[0])?.[0];
  if (month < 0 || publishedOn === undefined) return true;
  // "in July" in an article of May is a time to come.
  if (day === undefined) return month + 1 < Number(publishedOn.slice(5, 7));
  const told = `${publishedOn.slice(0, 4)}-${String(month + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
  // A day to come is a deadline, not a day of speech.
  return told < moveDate(publishedOn, -DAYS_BEFORE_PUBLICATION);
}

/** Whether a sentence tells of an earlier day than its article's. */
export const looksBack = (sentence: string, publishedOn: string | undefined): boolean =>
  LOOKS_BACK.test(sentence) || namesOtherDay(sentence, publishedOn);

/** Where a position stands. */
export interface PositionPlace {
  spans: readonly Span[];
  commitment: Commitment;
}

/** The days on which a position may have been taken, or null when the text looks back. */
export function findDays(record: ArticleRecord, place: PositionPlace): DateRange | null {
  const { text, publishedOn } = record.article;
  const statement = record.statements.find((one) => one.id === place.commitment.statement);
  const isDated = statement?.saidOn !== undefined && statement.saidOn.basis !== 'published';
  if (statement !== undefined && isDated) return daysOf(record, statement);
  const spans = [...place.spans, ...(statement?.cue ?? [])];
  const start = Math.min(...spans.map((span) => span[0]));
  const end = Math.max(...spans.map((span) => span[1]));
  const sentence = spans.length === 0 ? '' : sentenceAround(text, start, end);
  if (looksBack(sentence, publishedOn)) return null;
  if (publishedOn === undefined) return null;
  return { from: moveDate(publishedOn, -DAYS_BEFORE_PUBLICATION), to: publishedOn };
}
