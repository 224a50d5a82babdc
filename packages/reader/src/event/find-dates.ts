/**
 * Dates, ranges and durations that the text names, after chrono's manner: an ordered list of small
 * finders, the longest reading wins, and what the words leave open is settled from the day of
 * publication, else (for the year alone) from the nearest full date in the text, else not at all.
 * Pure: no clock, no time zone. Which statement or commitment a date belongs to is not said here.
 * @module
 */
import type { Analysis } from '../layers.ts';
import { readForms } from '../tokenize/word-forms.ts';
import {
  findDayMonth,
  findDecade,
  findMonth,
  findMonthDay,
  findNumeric,
  findSeason,
  findYear,
} from './calendar-finders.ts';
import { decodeDate, encodeDate } from './civil-date.ts';
import type { DateLimit, DateMention } from './date-mention.ts';
import type { DateContext, DateFinder, DateReading } from './date-reading.ts';
import { findLength, findSpell } from './duration-finders.ts';
import { FUTURE_WORDS, LIMITS, PAST_WORDS } from './lang/en/data/date-words.ts';
import { findDeictic, findEdge, findStep, findWeekday } from './relative-finders.ts';

/** In the order of trust; of readings that begin at one token the longest wins. */
const FINDERS: readonly DateFinder[] = [
  findNumeric,
  findMonthDay,
  findDayMonth,
  findWeekday,
  findEdge,
  findSpell,
  findStep,
  findDeictic,
  findMonth,
  findSeason,
  findDecade,
  findLength,
  findYear,
];

/** How far back a verb may stand and still tell whether a weekday lies ahead. */
const LOOK_BACK = 10;

/** The layers that dates are read from. */
export type DateLayers = Pick<Analysis, 'tokens' | 'sentences'>;

/**
 * Find the dates, ranges and durations of an article, in the order of the text, without overlap.
 * @param reference the day of publication as an ISO 8601 date; a malformed one counts as absent.
 */
export function findDates(analysis: DateLayers, reference?: string): DateMention[] {
  const context = openContext(analysis, reference);
  const readings: { at: number; reading: DateReading }[] = [];
  let behind = 0;
  for (const at of context.starts) {
    if (at < behind) continue;
    const reading = readAt(at, context);
    if (!reading) continue;
    readings.push({ at, reading });
    behind = reading.end;
  }
  return readings.map(({ at, reading }) => describeDate(at, reading, { analysis, context }));
}

function readAt(at: number, context: DateContext): DateReading | null {
  let best: DateReading | null = null;
  for (const find of FINDERS) {
    const reading = find(at, context);
    if (reading && (!best || reading.end > best.end)) best = reading;
  }
  return best;
}

/** A cheap first look, so that nine tokens in ten cost one set lookup. */
function mayBegin(word: string): boolean {
  const first = word.charCodeAt(0);
  return (first >= 48 && first <= 57) || STARTERS.has(word);
}

const STARTERS: ReadonlySet<string> = new Set(
  (
    'january jan february feb march mar april apr may june jun july jul august aug september sept ' +
    'sep october oct november nov december dec sunday sun monday mon tuesday tues tue wednesday ' +
    'wed thursday thurs thu friday fri saturday sat spring summer autumn fall winter today tonight ' +
    'yesterday tomorrow last past previous this current next coming following earlier later early ' +
    'late the end beginning start year year-end zero one two three four five six seven eight nine ' +
    'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty ' +
    'forty fifty sixty seventy eighty ninety hundred dozen a an few several couple many some first ' +
    'second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth ' +
    'fourteenth fifteenth'
  ).split(' '),
);

/** The context, and the tokens at which a date may begin. */
interface Opened extends DateContext {
  readonly starts: readonly number[];
}

interface Begun {
  readonly words: readonly string[];
  readonly capital: Uint8Array;
  readonly starts: readonly number[];
}

function openContext({ tokens, sentences }: DateLayers, reference?: string): Opened {
  const forms = readForms(tokens);
  const { length } = tokens;
  const words: string[] = new Array(length);
  const capital = new Uint8Array(length);
  const starts: number[] = [];
  for (let i = 0; i < length; i++) {
    const { lower: word, isCapital } = forms[i]!;
    // "Sept." may be one token or two: cut the full stop off the one, step over it in the other.
    const cut = word.length > 1 && word.endsWith('.') ? word.slice(0, -1) : word;
    words[i] = cut;
    if (isCapital) capital[i] = 1;
    if (mayBegin(cut)) starts.push(i);
  }
  const day = reference === undefined ? null : decodeDate(reference);
  const fullDates = day === null ? listFullDates({ words, capital, starts }) : [];
  return {
    words,
    starts,
    isCapital: capital,
    reference: day ?? undefined,
    anchorAt: (token) => day ?? nearestFullDate(fullDates, token),
    isAhead: (token) => isAhead(token, words, sentences.start[sentences.of[token] ?? 0] ?? 0),
  };
}

interface FullDate {
  readonly token: number;
  readonly day: number;
}

const FULL_FINDERS: readonly DateFinder[] = [findNumeric, findMonthDay, findDayMonth];

/** The dates that say day, month and year, for articles whose day of publication is unknown. */
function listFullDates({ words, capital, starts }: Begun): FullDate[] {
  const none: DateContext = {
    words,
    isCapital: capital,
    reference: undefined,
    anchorAt: () => undefined,
    isAhead: () => false,
  };
  const found: FullDate[] = [];
  for (const token of starts) {
    for (const find of FULL_FINDERS) {
      const reading = find(token, none);
      if (reading?.isFull && reading.range) found.push({ token, day: reading.range.from });
    }
  }
  return found;
}

/** Binary search: the full date whose token is nearest. */
function nearestFullDate(dates: readonly FullDate[], token: number): number | undefined {
  let low = 0;
  let high = dates.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((dates[middle]?.token ?? 0) < token) low = middle + 1;
    else high = middle;
  }
  const before = dates[low - 1];
  const after = dates[low];
  if (!before || !after) return (before ?? after)?.day;
  return token - before.token <= after.token - token ? before.day : after.day;
}

/** "will meet on Tuesday" lies ahead, "said Tuesday" behind; the nearest telling word decides. */
function isAhead(token: number, words: readonly string[], sentenceStart: number): boolean {
  const stop = Math.max(sentenceStart, token - LOOK_BACK);
  for (let i = token - 1; i >= stop; i--) {
    const word = words[i] ?? '';
    if (PAST_WORDS.has(word)) return false;
    if (FUTURE_WORDS.has(word)) return true;
  }
  return false;
}

interface Described {
  readonly analysis: DateLayers;
  readonly context: DateContext;
}

function describeDate(
  start: number,
  { end, rule, range, precision, within, isDuration = false, isFull = false }: DateReading,
  { analysis, context }: Described,
): DateMention {
  const { tokens } = analysis;
  const limitIndex = limitBefore(start, context.words);
  const limit = limitIndex < 0 ? undefined : LIMITS.get(context.words[limitIndex] ?? '');
  return {
    start,
    end,
    span: [tokens.start[start] ?? 0, tokens.end[end - 1] ?? 0],
    ...(range && { from: encodeDate(range.from), to: encodeDate(range.to) }),
    ...(precision && { precision }),
    ...(within !== undefined && { within }),
    isDuration,
    isFull,
    isPast: range !== undefined && context.reference !== undefined && range.to <= context.reference,
    ...(limit && { limit: limit as DateLimit, limitIndex }),
    rule,
  };
}

/** Words that may stand between a preposition and its date ("in about two weeks"). */
const LIMIT_FILLERS: ReadonlySet<string> = new Set(
  'the early late mid - about around at least most roughly just'.split(' '),
);

/** The preposition before a date, over "the", "early", "mid-", "about" and "a period of". */
function limitBefore(start: number, words: readonly string[]): number {
  const isPeriod = words[start - 1] === 'of' && words[start - 2] === 'period';
  const first = isPeriod ? start - 4 : start - 1;
  for (let i = first; i >= Math.max(0, first - 3); i--) {
    const word = words[i] ?? '';
    // "at" of "at least" and "at most" belongs to the number.
    const isFiller =
      LIMIT_FILLERS.has(word) && !(word === 'at' && !/^(least|most)$/.test(words[i + 1] ?? ''));
    if (LIMITS.has(word) && !isFiller) return i;
    if (!isFiller) return -1;
  }
  return -1;
}
