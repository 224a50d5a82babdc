/**
 * By when a position falls due: a date, a duration, an event or a word like "soon" inside or right
 * after the action, or in front of the sentence. A date that belongs to another clause, to a noun or
 * to the telling is none.
 * @module
 */
import type { DateMention } from '../event/date-mention.ts';
import type { Candidate } from './candidate.ts';
import type { ClauseView, TokenRange } from './clause-view.ts';
import { ownSubject, sentenceOf, standsAt } from './clause-view.ts';
import {
  DATE_OPENINGS,
  DEADLINE_PHRASES,
  EVENT_NOUNS,
  EVENT_OPENINGS,
} from './lang/en/data/position-words.ts';

/** A deadline's stretch and, where it is a date or a duration, that mention. */
export interface FoundDeadline {
  readonly range: TokenRange;
  readonly date?: DateMention;
}

/** Phrases by their first word, longer before shorter. */
function indexPhrases(phrases: readonly string[]): ReadonlyMap<string, string[][]> {
  const index = new Map<string, string[][]>();
  for (const phrase of phrases) {
    const words = phrase.split(' ');
    index.set(words[0]!, [...(index.get(words[0]!) ?? []), words]);
  }
  for (const list of index.values()) list.sort((a, b) => b.length - a.length);
  return index;
}

const DEADLINES = indexPhrases(DEADLINE_PHRASES);
const EVENTS = indexPhrases(EVENT_OPENINGS);
const DATES = DATE_OPENINGS.map((phrase) => phrase.split(' '));

/** How far behind the action a deadline may stand ("send aid to the north by Friday"). */
const REACH = 7;

/** By when, or null. */
export function findDeadline(
  view: ClauseView,
  candidate: Candidate,
  dates: readonly DateMention[],
): FoundDeadline | null {
  const { action, cue } = candidate;
  const stop = reachOf(view, candidate);
  const inReach = dates.filter(
    (date) =>
      (date.start >= cue[1] - 1 || isOpening(view, candidate, date)) &&
      date.start < stop &&
      isDeadlineDate(view, date) &&
      !isAttributive(view, date) &&
      !isOfTelling(view, candidate, date) &&
      !isOfOtherClause(view, candidate, { token: date.limitIndex ?? date.start, isDate: true }),
  );
  const limited = inReach.find(({ limit }) => limit !== undefined) ?? inReach[0];
  const event = eventDeadline(view, candidate, [action[0], stop]);
  if (limited) {
    const from = openingOf(view, limited);
    // "until the convention in July": the date is a part of the event, "at the next one next year" it is not.
    const isPart =
      event &&
      event.range[0] < from &&
      limited.end <= event.range[1] &&
      /^(until|before|prior|ahead)$/.test(view.words[event.range[0]]!);
    return { range: isPart ? event.range : [from, limited.end], date: limited };
  }
  return (
    phraseDeadline(view, candidate, stop) ??
    event ??
    eventDeadline(view, candidate, frontOf(view, candidate))
  );
}

/** A date that lies behind, is today, or only says how long is no deadline. */
function isDeadlineDate(view: ClauseView, date: DateMention): boolean {
  const { limit, isPast, isDuration } = date;
  const word = limit && view.words[date.limitIndex!]!;
  if (word === 'since' || limit === 'for') return false;
  if (/^(ago|behind)$/.test(date.rule)) return false;
  // "by 15 days" is a measure, "a second ballot" a number.
  if (isDuration && (limit === 'by' || view.words[date.end - 1] === 'second')) return false;
  // "voted on Tuesday to …": told of, not set for; "by 2010" in a pledge of old stays one.
  if (isPast && !/^(by|until|before)$/.test(limit ?? '')) return false;
  if (/^(last|past|previous|earlier|yesterday|today)$/.test(view.words[date.start]!)) return false;
  return !isDuration || limit !== undefined;
}

/** Where the words before a date begin that are part of it ("as soon as Monday", "no later than May"). */
function openingOf(view: ClauseView, { limitIndex, start }: DateMention): number {
  const from = limitIndex ?? start;
  for (const words of DATES) {
    const at = from - words.length;
    if (at >= 0 && standsAt(view, at, words) === from) return at;
  }
  return from;
}

/** "Later this year, Norland will vote": a date in front, of what is still to come. */
function isOpening(view: ClauseView, candidate: Candidate, date: DateMention): boolean {
  const { cue, cueWord, action, frame } = candidate;
  if (frame !== 'modal' && frame !== 'half-modal') return false;
  const start = date.limitIndex ?? date.start;
  const [first] = sentenceOf(view, cueWord);
  if (cue[0] < date.end || start - first > 1) return false;
  for (let at = start; at < date.end; at++) {
    const head = view.tree.head[at]!;
    if (head === cueWord || (action[0] <= head && head < action[1])) return true;
  }
  return false;
}

/** The stretch before the cue that a phrase in front of a sentence may stand in ("In the run-up to the vote, we will …"). */
function frontOf(view: ClauseView, { cue, cueWord, frame }: Candidate): TokenRange {
  const [first] = sentenceOf(view, cueWord);
  if (frame !== 'modal' && frame !== 'half-modal') return [first, first];
  return [first, Math.min(cue[0], first + 2)];
}

/** The action's end, or a little further where no other verb begins. */
function reachOf(view: ClauseView, { action, cue }: Candidate): number {
  const end = Math.max(action[1], cue[1]);
  const limit = Math.min(sentenceOf(view, action[0])[1], end + REACH);
  let at = end;
  while (at < limit && !opensClause(view, at) && !/^[,;:”"]$/.test(view.words[at]!)) at++;
  return at;
}

/** A verb, but for one that opens a date ("starting in August"). */
const opensClause = (view: ClauseView, at: number): boolean =>
  view.classes[at] === 'VERB' && !/^(starting|beginning|effective)$/.test(view.words[at]!);

/** "announced on Monday a plan": the date says when it was told, not by when it is due. */
function isOfTelling(view: ClauseView, { cueWord, frame }: Candidate, date: DateMention): boolean {
  if (frame === 'modal' || frame === 'inf' || frame === 'half-modal') return false;
  if (!/^VB[DN]$/.test(view.tags[cueWord]!)) return false;
  for (let at = date.limitIndex ?? date.start; at < date.end; at++) {
    const head = view.tree.head[at]!;
    const isOutside = head < (date.limitIndex ?? date.start) || head >= date.end;
    if (isOutside && head === cueWord) return date.limit !== 'by' && date.limit !== 'until';
  }
  return false;
}

/** How far up the tree the verb of a date is looked for. */
const CLIMB = 6;

/**
 * "restart patrols, which the army began in June", "because they vote in May": what stands under a
 * clause of its own, inside the action or behind it, is not set for the action. A relative clause may
 * hold a word like "soon" ("a system that moves us away from coal as soon as possible").
 */
function isOfOtherClause(
  view: ClauseView,
  candidate: Candidate,
  { token, isDate }: { token: number; isDate: boolean },
): boolean {
  const { head, deprel } = view.tree;
  const { cueWord, actionHead } = candidate;
  for (let at = token, i = 0; 0 <= at && i < CLIMB; at = head[at]!, i++) {
    if (at === cueWord || at === actionHead) return false;
    if (deprel[at] === 'acl:relcl' && isDate) return true;
    // A finite verb of the past tells what was, not what is to be.
    if (i > 0 && view.tags[at] === 'VBD' && ownSubject(view, at) >= 0) return true;
    if (deprel[at] === 'advcl' && isReason(view, at)) return true;
  }
  return false;
}

/** "because …", "as …", "since …": a reason, not a time. */
function isReason(view: ClauseView, verb: number): boolean {
  const { child, sibling, relation } = view.tree;
  for (let at = child[verb]!; 0 <= at; at = sibling[at]!)
    if (relation[at] === 'mark' && /^(because|as|since|so|though|although)$/.test(view.words[at]!))
      return true;
  return false;
}

/** "the 2022 election", "the October 23 ceasefire deal": the date belongs to a noun, not to the position. */
function isAttributive(view: ClauseView, { isDuration, start, end }: DateMention): boolean {
  if (isDuration) return false;
  if (/^(NOUN|PROPN)$/.test(view.classes[end] ?? '')) return true;
  if (/^['’]s$/.test(view.words[end] ?? '')) return true;
  for (let at = start; at < end; at++) {
    const head = view.tree.head[at]!;
    const isLater = end <= head && /^(NOUN|PROPN)$/.test(view.classes[head]!);
    if (isLater && /^(compound|nummod|amod)$/.test(view.tree.relation[at]!)) return true;
  }
  return false;
}

/** Words that say when by themselves: "soon", "as soon as we can". */
function phraseDeadline(
  view: ClauseView,
  candidate: Candidate,
  stop: number,
): FoundDeadline | null {
  for (let at = candidate.cue[0]; at < stop; at++)
    for (const phrase of DEADLINES.get(view.words[at]!) ?? []) {
      const end = standsAt(view, at, phrase);
      if (end < 0 || stop < end) continue;
      if (!isWhole(view, at, end) || isOfOtherClause(view, candidate, { token: at, isDate: false }))
        break;
      return { range: [at, end] };
    }
  return null;
}

/** "shortly", but not "shortly after the vote"; "quickly", but not "more quickly". */
function isWhole(view: ClauseView, at: number, end: number): boolean {
  if (/^(shortly|soon)$/.test(view.words[at]!) && /^(after|before|as)$/.test(view.words[end] ?? ''))
    return false;
  return end > at + 1 || !/^(more|so|as|too|how|very)$/.test(view.words[at - 1] ?? '');
}

/** "before the primary", "prior to the vote", "in the run-up to the summit"; "at the convention" is a place. */
function eventDeadline(
  view: ClauseView,
  candidate: Candidate,
  [from, stop]: TokenRange,
): FoundDeadline | null {
  const { tree } = view;
  for (let at = from; at < stop; at++) {
    const opening = eventOpening(view, at);
    if (opening < 0) continue;
    const noun = nounAfter(view, opening - 1);
    if (noun < 0 || !isEvent(view, noun)) continue;
    if (isOfOtherClause(view, candidate, { token: noun, isDate: true })) continue;
    // A front ends at its comma; an action's reach may end before the noun does.
    const end = Math.min(tree.last[noun]! + 1, Math.max(stop, noun + 1));
    return { range: [at, end] };
  }
  return null;
}

/** One past the words that open a time told by an event, or -1: "before", "in the next …". */
function eventOpening(view: ClauseView, at: number): number {
  const { words } = view;
  for (const phrase of EVENTS.get(words[at]!) ?? []) {
    const end = standsAt(view, at, phrase);
    if (end > 0) return end;
  }
  // "will vote in the primary" says in what; "in the upcoming primary" says when.
  if (!/^(in|by|at|after|during)$/.test(words[at]!)) return -1;
  const next = words[at + 1] === 'the' ? words[at + 2] : words[at + 1];
  return /^(next|upcoming|coming)$/.test(next ?? '') ? at + 1 : -1;
}

/** "the vote", "Election Day". */
function isEvent({ words }: ClauseView, noun: number): boolean {
  return EVENT_NOUNS.has(words[words[noun] === 'day' ? noun - 1 : noun] ?? '');
}

/** The noun that a preposition opens, within a few tokens, or -1. */
function nounAfter(view: ClauseView, at: number): number {
  const noun = view.tree.head[at]!;
  if (noun > at && noun <= at + 8) return noun;
  for (let i = at + 1; i <= at + 5 && i < view.words.length; i++)
    if (view.classes[i] === 'NOUN' && view.classes[i + 1] !== 'NOUN') return i;
  return -1;
}
