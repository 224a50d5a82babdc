/**
 * Addressees and occasions: "told journalists", "said to aides", "during the press briefing at the
 * White House", "when asked about the plan".
 * @module
 */
import type { Span } from '@onrecord/record';
import {
  OCCASION_CASES,
  OCCASIONS,
  TALK_CASES,
  TELL_VERBS,
} from '../lang/en/data/statement-words.ts';
import { Lexical } from '../mention/lexicon.ts';
import type { Words } from '../mention/words.ts';
import { type CueClause, caseOf, childrenOf, phraseSpan } from './clause.ts';

const TELL = new Set(TELL_VERBS.split(' '));
const TALK = new Set(TALK_CASES.split(' '));
const OCCASION = new Set(OCCASIONS.split(' '));
const CASES = new Set(OCCASION_CASES.split(' '));

/** Find who hears a statement. @returns undefined where the clause does not say. */
export function findAddressee(words: Words, clause: CueClause): Span | undefined {
  if (clause.verb < 0) return undefined;
  const tells = TELL.has(words.analysis.tags.lemma[clause.verb] as string);
  const { deprel } = words.phrases;
  for (const at of childrenOf(words, clause.verb)) {
    if (clause.isContent(at)) continue;
    const relation = deprel[at] as string;
    if (tells && (relation === 'obj' || relation === 'iobj') && canHear(words, at))
      return hearerSpan(words, at);
    if (relation === 'obl' && TALK.has(caseOf(words, at)) && canHear(words, at))
      return phraseSpan(words, at);
  }
  return undefined;
}

/** "told journalists at the gate": where they stood belongs to the occasion. */
function hearerSpan(words: Words, head: number): Span {
  const [start, end] = phraseSpan(words, head);
  const { tokens } = words.analysis;
  for (let token = head + 1; token < words.length && (tokens.start[token] as number) < end; token++)
    if (PLACES.has(words.lower[token] as string)) return [start, tokens.end[token - 1] as number];
  return [start, end];
}

const PLACES = new Set(['at', 'in', 'on', 'during', 'outside', 'before', 'after', 'aboard', 'who']);

/** Persons, bodies, names and pronouns hear; "told the truth" has no hearer. */
function canHear(words: Words, token: number): boolean {
  const bits = words.bits[token] as number;
  const upos = words.upos[token];
  if (upos === 'PROPN' || upos === 'PRON') return words.lower[token] !== 'it';
  return (bits & (Lexical.Person | Lexical.Body | Lexical.Collective)) !== 0;
}

/** The phrase of an occasion, its head word, and how it stands to the statement. */
export interface Occasion {
  readonly span: Span;
  readonly head: number;
  /** "after the summit": the statement follows the event; else it is made at it. */
  readonly isAfter: boolean;
}

/** Find on what occasion something was said. @returns undefined where the clause does not say. */
export function findOccasion(words: Words, clause: CueClause): Occasion | undefined {
  if (clause.verb < 0) return undefined;
  const { deprel } = words.phrases;
  let asked: Occasion | undefined;
  for (const at of childrenOf(words, clause.verb)) {
    if (clause.isContent(at)) continue;
    const relation = deprel[at] as string;
    if (relation === 'obl' || relation === 'obl:unmarked') {
      const found = occasionAt(words, at);
      if (found) return found;
    }
    if (relation === 'advcl') asked ??= questionAt(words, at);
  }
  return asked ?? findQuestion(words, clause);
}

/** "when asked about the storm", which trees often hang on the last verb of the content. */
function findQuestion(words: Words, clause: CueClause): Occasion | undefined {
  const { sentences } = words.analysis;
  const end = sentences.end[clause.sentence] as number;
  for (let token = sentences.start[clause.sentence] as number; token < end; token++) {
    if (words.phrases.deprel[token] !== 'advcl' || clause.isContent(token)) continue;
    const found = questionAt(words, token);
    if (found) return found;
  }
  return undefined;
}

function occasionAt(words: Words, head: number): Occasion | undefined {
  const preposition = caseOf(words, head);
  if (!CASES.has(preposition)) return undefined;
  if (!OCCASION.has(words.analysis.tags.lemma[head]?.toLowerCase() as string)) return undefined;
  const span = phraseSpan(words, head, firstCase(words, head));
  return { span, head, isAfter: preposition === 'after' || preposition === 'following' };
}

function firstCase(words: Words, head: number): number {
  for (const at of childrenOf(words, head))
    if (words.phrases.deprel[at] === 'case' && at < head) return at;
  return head;
}

/** "when asked about the plan", "asked whether". */
function questionAt(words: Words, head: number): Occasion | undefined {
  const lemma = words.analysis.tags.lemma[head];
  if (lemma !== 'ask' && lemma !== 'press' && lemma !== 'question') return undefined;
  const { first, last } = words.phrases;
  const { tokens } = words.analysis;
  let end = last[head] as number;
  while (head < end && words.upos[end] === 'PUNCT') end--;
  const start = first[head] as number;
  return { span: [tokens.start[start] as number, tokens.end[end] as number], head, isAfter: false };
}
