/**
 * When something was said: a date in the clause of the cue, else the date of the event that it was
 * said at or after, else the day of publication.
 * @module
 */
import type { DatedEvent, SaidOn } from '@onrecord/record';
import type { DateMention } from '../event/date-mention.ts';
import type { Words } from '../mention/words.ts';
import type { CueClause } from './clause.ts';
import type { Occasion } from './find-addressee.ts';

/** What dates the statements of an article. */
export interface SaidOnInput {
  readonly words: Words;
  readonly dates: readonly DateMention[];
  readonly events: readonly DatedEvent[];
  readonly publishedOn?: string;
}

/** Find when a statement was made. @returns undefined where nothing tells. */
export function findSaidOn(
  input: SaidOnInput,
  clause: CueClause,
  occasion: Occasion | undefined,
): SaidOn | undefined {
  const stated = findStated(input, clause);
  if (stated) return stated;
  const event = occasion ? findEventDate(input, occasion) : undefined;
  if (event) return event;
  const day = input.publishedOn;
  return day ? { from: day, to: day, basis: 'published' } : undefined;
}

/** A day in the cue's sentence outside what is attributed: "said on Friday". */
function findStated({ words, dates }: SaidOnInput, clause: CueClause): SaidOn | undefined {
  const { sentences } = words.analysis;
  let best: DateMention | undefined;
  for (const date of dates) {
    if (sentences.of[date.start] !== clause.sentence || date.isDuration) continue;
    if (!date.from || !date.to || clause.isContent(date.start)) continue;
    // A month or a year says when something else was: "who served until 2012".
    if (date.precision !== 'day' && date.precision !== 'weekend') continue;
    if (!hangsOnCue(words, date, clause)) continue;
    if (!best || Math.abs(date.start - clause.verb) < Math.abs(best.start - clause.verb))
      best = date;
  }
  if (!best?.from || !best.to) return undefined;
  return { from: best.from, to: best.to, span: best.span, basis: 'stated' };
}

/** Whether a date hangs on the cue's verb, or on the verb that it is joined to. */
function hangsOnCue(words: Words, date: DateMention, clause: CueClause): boolean {
  const { head, deprel } = words.phrases;
  let verb = clause.verb;
  const verbs = new Set<number>();
  // "signalled on Friday … but stressed": the second verb shares the first one's date.
  for (let step = 0; 0 <= verb && step < 4; step++) {
    verbs.add(verb);
    const relation = deprel[verb] as string;
    if (
      relation !== 'conj' &&
      relation !== 'advcl' &&
      relation !== 'parataxis' &&
      relation !== 'xcomp'
    )
      break;
    verb = head[verb] as number;
  }
  for (let token = date.start; token < date.end; token++) {
    let at = token;
    for (let step = 0; 0 <= at && step < 4; step++) {
      if (verbs.has(at)) return true;
      const relation = deprel[at] as string;
      if (relation.startsWith('acl') || relation === 'ccomp') break;
      at = head[at] as number;
    }
  }
  return false;
}

function findEventDate({ words, events }: SaidOnInput, occasion: Occasion): SaidOn | undefined {
  const { tokens, tags } = words.analysis;
  const noun = tags.lemma[occasion.head]?.toLowerCase();
  const here = tokens.start[occasion.head] as number;
  let best: DatedEvent | undefined;
  for (const event of events) {
    if (!event.on || event.span[0] > here) continue;
    const said = words.analysis.text.slice(event.span[0], event.span[1]).toLowerCase();
    if (noun && said.includes(noun)) best = event;
  }
  return best?.on
    ? { from: best.on.from, to: best.on.to, span: best.span, basis: 'event' }
    : undefined;
}
