/**
 * Dated events: the summits, briefings and votes that statements are made at or after, with their
 * days and participants. An event is kept when the text gives it a day, or names it closely
 * enough to tell it from others ("the press briefing at the palace"); a bare "the summit" later in
 * the text is the same event and no new one.
 * @module
 */
import type { Article, DatedEvent, Span } from '@onrecord/record';
import { eventId } from '@onrecord/record';
import type { PhraseTree } from '../attribution/phrase-tree.ts';
import { listChildren, readPhraseTree } from '../attribution/phrase-tree.ts';
import type { Analysis } from '../layers.ts';
import { UPOS } from '../layers.ts';
import { readWords } from '../mention/words.ts';
import type { DateMention } from './date-mention.ts';
import { EVENT_NOUNS } from './lang/en/data/event-nouns.ts';

/** What events are found from. */
export interface EventsInput {
  readonly analysis: Analysis;
  readonly dates: readonly DateMention[];
  readonly cast: { readonly actorAt: (span: Span) => string | undefined };
  readonly articleId: Article['id'];
}

interface Sight {
  readonly input: EventsInput;
  readonly tree: PhraseTree;
}

/** Find the events of an article, in the order of the text. */
export function findEvents(input: EventsInput): DatedEvent[] {
  const sight: Sight = { input, tree: readPhraseTree(input.analysis) };
  const { length, lemma } = readWords(input.analysis);
  const found: DatedEvent[] = [];
  let covered = 0;
  for (let noun = 0; noun < length; noun++) {
    if (noun < covered || !EVENT_NOUNS.has(lemma[noun]!) || !isNoun(sight, noun)) continue;
    if (isModifier(sight, noun)) continue;
    const range = eventPhrase(sight, noun);
    const on = dayOf(sight, noun, range);
    if (!on && !isClose(sight, noun)) continue;
    found.push(describeEvent(sight, { noun, range, on }));
    covered = range[1];
  }
  return found;
}

const isNoun = ({ input }: Sight, token: number): boolean =>
  /^(NOUN|PROPN)$/.test(UPOS[input.analysis.tags.upos[token]!]!);

/** "the summit declaration": the noun only says what kind of thing another noun is. */
function isModifier({ tree }: Sight, noun: number): boolean {
  return /^(compound|flat|nmod:poss)$/.test(tree.deprel[noun]!);
}

type Range = readonly [start: number, end: number];

/** The noun with what stands before it and its phrases, without clauses. */
function eventPhrase(sight: Sight, noun: number): Range {
  const { tree } = sight;
  let start = noun;
  let end = noun + 1;
  for (const child of listChildren(tree, noun)) {
    const relation = tree.relation[child]!;
    if (/^(acl|conj|cc|punct|appos|parataxis|case|cop|nsubj|advcl|mark|advmod)$/.test(relation)) {
      if (child > noun && relation !== 'case') break;
      continue;
    }
    if (child < noun) start = Math.min(start, tree.first[child]!);
    else end = phraseEnd(sight, child);
  }
  return [start, end];
}

/** Where a phrase below the event ends: before a relative clause of its own. */
function phraseEnd({ input, tree }: Sight, token: number): number {
  let end = tree.last[token]! + 1;
  const queue = [token];
  for (let i = 0; i < queue.length && i < 20; i++)
    for (const child of listChildren(tree, queue[i]!)) {
      const opensClause = /^(acl|appos|parataxis|advcl)$/.test(tree.relation[child]!);
      if (opensClause && child > token) end = Math.min(end, tree.first[child]!);
      else queue.push(child);
    }
  return isComma(input, end - 1) ? end - 1 : end;
}

function isComma({ analysis }: EventsInput, token: number): boolean {
  const { text, start, end } = analysis.tokens;
  return text.slice(start[token], end[token]) === ',';
}

/** The days that the text gives an event: inside its phrase, or beside it on the same verb. */
function dayOf(sight: Sight, noun: number, [start, end]: Range): DatedEvent['on'] {
  const { input, tree } = sight;
  const { sentences } = input.analysis;
  const governor = tree.head[noun]!;
  const sentence = sentences.of[noun];
  for (const date of input.dates) {
    if (date.isDuration || date.from === undefined || date.to === undefined) continue;
    if (sentences.of[date.start] !== sentence) continue;
    const isInside = start <= date.start && date.end <= end;
    // "held a summit on Sept. 4": the date hangs on the event or on the verb that has it as object.
    const head = headOf(sight, date);
    const isObject = /^(obj|nsubj)$/.test(tree.relation[noun]!);
    const isBeside = head === noun || (isObject && governor >= 0 && head === governor);
    if (isInside || isBeside) return { from: date.from, to: date.to };
  }
  return undefined;
}

/** What a date hangs on. */
function headOf({ tree }: Sight, { start, end }: DateMention): number {
  for (let token = start; token < end; token++) {
    const parent = tree.head[token]!;
    if (parent < start || parent >= end) return parent;
  }
  return -1;
}

/** Definite and with a phrase of its own: "the press briefing at the palace". */
function isClose({ input, tree }: Sight, noun: number): boolean {
  const { tags } = input.analysis;
  let isDefinite = false;
  let hasName = false;
  for (const child of listChildren(tree, noun)) {
    const relation = tree.relation[child]!;
    if (relation === 'det' && tags.lemma[child]?.toLowerCase() === 'the') isDefinite = true;
    if (/^(nmod|obl)$/.test(relation)) hasName ||= holdsName(input, tree, child);
  }
  return isDefinite && hasName;
}

function holdsName({ analysis }: EventsInput, tree: PhraseTree, token: number): boolean {
  for (let at = tree.first[token]!; at <= tree.last[token]!; at++)
    if (UPOS[analysis.tags.upos[at]!] === 'PROPN') return true;
  return false;
}

interface FoundEvent {
  readonly noun: number;
  readonly range: Range;
  readonly on: DatedEvent['on'];
}

function describeEvent({ input, tree }: Sight, { noun, range, on }: FoundEvent): DatedEvent {
  const { tokens } = input.analysis;
  const spanOf = ([start, end]: Range): Span => [tokens.start[start]!, tokens.end[end - 1]!];
  const span = spanOf(range);
  const participants = new Set<string>();
  const governor = tree.head[noun]!;
  const around = governor >= 0 && tree.relation[noun] === 'obj' ? listChildren(tree, governor) : [];
  const subjects = around.filter((child) => tree.relation[child] === 'nsubj');
  for (const token of [...listTokens(range), ...subjects]) {
    const id =
      UPOS[input.analysis.tags.upos[token]!] === 'PROPN' || subjects.includes(token)
        ? input.cast.actorAt(spanOf([token, token + 1]))
        : undefined;
    if (id !== undefined) participants.add(id);
  }
  return {
    id: eventId(input.articleId, span),
    span,
    ...(on && { on }),
    participants: [...participants],
  };
}

const listTokens = ([start, end]: Range): number[] =>
  Array.from({ length: end - start }, (_, index) => start + index);
