/**
 * What stands around a position besides conditions and deadline: hedges, exceptions, quantity,
 * repetition, who leads and who assists, and how it came out. Each is read in the candidate's own
 * sentence; what is a condition or a party is not decided here.
 * @module
 */
import type { Commitment, Hedge } from '@onrecord/record';
import type { DateMention } from '../event/date-mention.ts';
import type { Candidate } from './candidate.ts';
import type { ClauseView, TokenRange } from './clause-view.ts';
import { sentenceOf, standsAt } from './clause-view.ts';
import {
  ASSIST_WORDS,
  EXCEPTION_PHRASES,
  HEDGE_PHRASES,
  HEDGE_VERBS,
  LEAD_PATTERN,
  OUTCOME_PATTERNS,
  OUTLET_HEDGES,
  REPEATED_WORDS,
  SPEAKER_HEDGES,
} from './lang/en/data/position-words.ts';

const split = (phrase: string): string[] => phrase.split(' ');
const EXCEPTIONS = EXCEPTION_PHRASES.map(split);
const HEDGES = HEDGE_PHRASES.map(([phrase, by]) => ({ words: split(phrase), by }));

/** Words that lower certainty around a cue, with who lowers it. */
export function findHedges(view: ClauseView, candidate: Candidate): Hedge[] {
  const { cue, action, cueWord, modal } = candidate;
  const [start] = sentenceOf(view, cueWord);
  const found: { range: TokenRange; by: Hedge['by'] }[] = [];
  const from = Math.max(start, cue[0] - 4);
  const to = Math.max(cue[1], Math.min(action[0] + 1, action[1]));
  for (let at = from; at < to; at++) {
    const word = view.words[at]!;
    if (OUTLET_HEDGES.has(word)) found.push({ range: [at, at + 1], by: 'outlet' });
    if (SPEAKER_HEDGES.has(word)) found.push({ range: [at, at + 1], by: 'speaker' });
  }
  for (let at = Math.max(start, cue[0] - 6); at < action[1]; at++)
    for (const { words, by } of HEDGES) {
      const end = standsAt(view, at, words);
      if (end > 0) found.push({ range: [at, end], by });
    }
  const verb = reportVerb(view, candidate);
  if (verb >= 0) found.push({ range: [verb, verb + 1], by: 'speaker' });
  const isWeakModal =
    modal >= 0 && modal !== cueWord && /^(could|may|might)$/.test(view.words[modal]!);
  if (isWeakModal) found.push({ range: [modal, modal + 1], by: 'speaker' });
  const seen = new Set<number>();
  return found
    .filter(({ range }) => !seen.has(range[0]) && seen.add(range[0]))
    .map(({ range, by }) => ({ span: spanOf(view, range), by }));
}

/** By lemma, or by the stem where the doubled letter of "signalled" hides it. */
const isHedgeVerb = (view: ClauseView, token: number): boolean =>
  HEDGE_VERBS.has(view.lemmas[token]!) || /^signall?(?:ed|ing|s)$/.test(view.words[token]!);

/** "signalled that it would help", "suggested her husband would serve": the hedging verb, or -1. */
function reportVerb(view: ClauseView, { cueWord, actionHead }: Candidate): number {
  if (isHedgeVerb(view, cueWord)) return cueWord;
  const above = hedgeAbove(view, actionHead);
  return above >= 0 ? above : hedgeAbove(view, cueWord);
}

function hedgeAbove(view: ClauseView, token: number): number {
  const { head, relation } = view.tree;
  for (let at = token, i = 0; at >= 0 && i < 4; at = head[at]!, i++) {
    if (relation[at] !== 'ccomp' && relation[at] !== 'xcomp' && relation[at] !== 'obj') continue;
    const parent = head[at]!;
    if (parent >= 0 && isHedgeVerb(view, parent)) return parent;
  }
  return -1;
}

/** Carve-outs inside or right after the action ("but no troops at the front"). */
export function findExceptions(view: ClauseView, { action }: Candidate): TokenRange[] {
  const [, sentenceEnd] = sentenceOf(view, action[0]);
  const found: TokenRange[] = [];
  for (let at = action[0]; at < Math.min(sentenceEnd, action[1] + 2); at++)
    for (const phrase of EXCEPTIONS) {
      const after = standsAt(view, at, phrase);
      if (after < 0) continue;
      const end = exceptionEnd(view, after, sentenceEnd);
      if (end > after) found.push([at, end]);
      at = end;
      break;
    }
  return found;
}

function exceptionEnd(view: ClauseView, after: number, sentenceEnd: number): number {
  let end = after;
  while (end < sentenceEnd && !/^[,;.!?"”—–]$/.test(view.words[end]!)) end++;
  return end;
}

const SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 1e2],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
  ['m', 1e6],
  ['bn', 1e9],
]);
const SMALL: ReadonlyMap<string, number> = new Map(
  'one two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((word, index) => [word, index + 1]),
);
const CURRENCIES: ReadonlyMap<string, string> = new Map([
  ['$', 'USD'],
  ['us$', 'USD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
]);

/** The first number with a unit in the action that is no date: "$1 billion", "10,000 refugees". */
export function findQuantity(
  view: ClauseView,
  [start, end]: TokenRange,
  dates: readonly DateMention[],
): Commitment['quantity'] {
  const isDate = (at: number) => dates.some((date) => date.start <= at && at < date.end);
  for (let at = start; at < end; at++) {
    const quantity = isDate(at) ? undefined : quantityAt(view, at, end);
    if (quantity) return quantity;
  }
  return undefined;
}

function quantityAt(view: ClauseView, at: number, end: number): Commitment['quantity'] {
  const word = view.words[at]!;
  const digits = /^\d[\d,]*(?:\.\d+)?$/.test(word) ? Number(word.replace(/,/g, '')) : undefined;
  const small = view.classes[at] === 'NUM' ? SMALL.get(word) : undefined;
  let value = digits ?? small;
  if (value === undefined) return undefined;
  let last = at;
  const scale = SCALES.get(view.words[at + 1] ?? '');
  if (scale !== undefined && at + 1 < end) [value, last] = [value * scale, at + 1];
  const currency = CURRENCIES.get(view.words[at - 1] ?? '');
  if (currency) return { span: spanOf(view, [at - 1, last + 1]), value, unit: currency };
  const noun = view.tree.head[at]!;
  const isCounted = noun > at && noun < end && view.tree.relation[at] === 'nummod';
  const next = last + 1 < end && /^(NOUN|SYM)$/.test(view.classes[last + 1]!) ? last + 1 : -1;
  const unit = isCounted ? noun : next;
  if (unit < 0) return undefined;
  return { span: spanOf(view, [at, Math.max(unit, last) + 1]), value, unit: view.lemmas[unit]! };
}

/** "has repeatedly rejected", "reiterated its call". */
export function isRepeated(view: ClauseView, { cue, cueWord }: Candidate): boolean {
  for (let at = Math.max(0, cue[0] - 3); at < cue[1]; at++)
    if (REPEATED_WORDS.has(view.words[at]!) || REPEATED_WORDS.has(view.lemmas[at]!)) return true;
  const parent = view.tree.head[cueWord]!;
  return (
    parent >= 0 && REPEATED_WORDS.has(view.lemmas[parent]!) && view.tree.relation[cueWord] === 'obj'
  );
}

/** "will be first in" leads; "would assist with", "backing for" assists. */
export function findRole(
  view: ClauseView,
  { action, cueWord, actionHead, stance }: Candidate,
): Commitment['role'] {
  if (!/^(commits|offers|accepts)$/.test(stance)) return undefined;
  const start = Math.min(action[0], cueWord);
  const words = view.words.slice(start, Math.min(action[1], action[0] + 8)).join(' ');
  if (
    LEAD_PATTERN.test(words.slice(0, 60)) &&
    /^(lead|be|take|go|spearhead|head)/.test(view.lemmas[actionHead]!)
  )
    return 'leads';
  const isAssisting =
    ASSIST_WORDS.has(view.lemmas[cueWord]!) || ASSIST_WORDS.has(view.lemmas[actionHead]!);
  return isAssisting ? 'assists' : undefined;
}

/** What became of it, told in the same sentence outside quotation marks. */
export function findOutcome(view: ClauseView, candidate: Candidate): Commitment['outcome'] {
  const [start, end] = sentenceOf(view, candidate.cueWord);
  if ((view.analysis.quotes.depth[candidate.cueWord] ?? 0) > 0) return undefined;
  const outside: TokenRange[] = [
    [start, Math.min(candidate.cue[0], candidate.action[0])],
    [Math.max(candidate.cue[1], candidate.action[1]), end],
  ];
  for (const [from, to] of outside) {
    if (from >= to) continue;
    const [offset] = spanOf(view, [from, to]);
    const text = view.analysis.text.slice(...spanOf(view, [from, to])).toLowerCase();
    for (const { status, pattern } of OUTCOME_PATTERNS) {
      const match = pattern.exec(text);
      if (!match) continue;
      const lead = match[0].length - match[0].trimStart().length;
      const at = offset + match.index + lead;
      return { status, span: [at, offset + match.index + match[0].length] };
    }
  }
  return undefined;
}

/** The UTF-16 span of a token range. */
export function spanOf(view: ClauseView, [start, end]: TokenRange): [number, number] {
  const { tokens } = view.analysis;
  return [tokens.start[start] ?? 0, tokens.end[end - 1] ?? 0];
}
