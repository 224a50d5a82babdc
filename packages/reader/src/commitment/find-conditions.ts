/**
 * Conditions in the text: the connective, the stretch that it opens, what the clause hangs on, and
 * a normalised trigger with its type, so that two outlets' "in the event of a ceasefire" and "once
 * the guns fall silent" can meet. Which commitment a condition belongs to is decided in
 * `attach-conditions.ts`.
 * @module
 */
import type { ConditionType, Connective } from '@onrecord/record';
import type { ClauseView, TokenRange } from './clause-view.ts';
import { ownSubject, sentenceOf } from './clause-view.ts';
import {
  CONNECTIVE_PHRASES,
  NO_CONDITION_BEFORE,
  QUESTION_VERBS,
  TRIGGER_ROWS,
} from './lang/en/data/condition-words.ts';

/** A condition in the text, not yet hung on a commitment. */
export interface FoundCondition {
  readonly range: TokenRange;
  readonly connective: Connective;
  readonly type: ConditionType;
  readonly trigger: string;
  /** Head word of the one who must act ("if Moscow agrees"), or -1. */
  readonly actor: number;
  /** The predicate that the condition hangs on, or -1. */
  readonly governor: number;
}

interface Opening {
  readonly start: number;
  /** The token after the connective's words. */
  readonly after: number;
  readonly connective: Connective;
}

const PHRASES = CONNECTIVE_PHRASES.map(([phrase, connective]) => ({
  words: phrase.split(' '),
  connective,
}));
const FIRST_WORDS = new Set(PHRASES.map(({ words }) => words[0]!));

/** Longest condition, in tokens; beyond it the tree has swallowed the sentence. */
const LONGEST = 60;

/**
 * Find the conditions of an article, in the order of the text.
 * @param sentences the sentences to look in, all of them unless given
 */
export function findConditions(
  view: ClauseView,
  sentences: readonly TokenRange[] = [[0, view.words.length]],
): FoundCondition[] {
  const found: FoundCondition[] = [];
  for (const [start, end] of sentences)
    for (let at = start; at < end; at++) {
      const opening = openingAt(view, at) ?? invertedAt(view, at);
      if (!opening) continue;
      const condition = readCondition(view, opening);
      if (!condition) continue;
      found.push(condition);
      at = opening.after - 1;
    }
  return found;
}

function openingAt(view: ClauseView, at: number): Opening | null {
  if (!FIRST_WORDS.has(view.words[at]!)) return null;
  const stop = sentenceOf(view, at)[1];
  for (const { words, connective } of PHRASES) {
    if (at + words.length > stop || !words.every((word, i) => view.words[at + i] === word))
      continue;
    const opening = { start: at, after: at + words.length, connective };
    return isCondition(view, opening) ? opening : null;
  }
  return null;
}

/** "asked if", "even if", "as if", "not once", "provided aid": the words without a condition. */
function isCondition(view: ClauseView, { start, after }: Opening): boolean {
  const { words, lemmas, classes, tree } = view;
  const word = words[start]!;
  const before = words[start - 1] ?? '';
  if (word === 'on' && isAnonymity(view, after)) return false;
  if (word === 'if') {
    if (NO_CONDITION_BEFORE.has(before)) return false;
    // "If you look at the numbers, they reject it": a turn of phrase.
    if (words[after] === 'you' && GENERIC_VERBS.test(lemmas[after + 1] ?? '')) return false;
    const clause = tree.head[start]!;
    const governor = clause < 0 ? -1 : tree.head[clause]!;
    const isComplement = clause >= 0 && tree.relation[clause] === 'ccomp' && governor === start - 1;
    if (!hasPredicate(view, after)) return false;
    // "said if the walls fell, they would leave" tells a condition, "would not say if" a question.
    if (lemmas[start - 1] === 'say') return !isUnsaid(view, start - 1);
    return !(isComplement || QUESTION_VERBS.has(lemmas[start - 1] ?? ''));
  }
  if (word === 'once') {
    // "the guild, once the strongest one, …" tells what was.
    const isFormer = before === ',' && !hasPredicate(view, after);
    return isClauseOpener(view, start) && words[after] !== 'again' && !isFormer;
  }
  // "…, assuming the two agree": a participle to the tagger.
  if (word === 'assuming' && (before === ',' || before === '') && after < words.length) return true;
  if (word === 'provided' || word === 'assuming')
    return words[after] === ',' || isClauseOpener(view, start);
  if (word === 'until' || word === 'till') return !isTime(view, after);
  if (word === 'pending')
    return classes[start] === 'ADP' || classes[start] === 'VERB' || classes[start] === 'SCONJ';
  // "will be subject to a fine" is no condition, "troops will go, subject to a vote" is one.
  if (word === 'subject') return !/^(be|is|are|was|were|been|being)$/.test(before);
  return true;
}

/** "if the walls fall", "if elected", "if possible"; not "if anything", "hundreds if not thousands". */
function hasPredicate({ words, classes, tags }: ClauseView, after: number): boolean {
  for (let at = after; at < after + LONGEST && at < words.length; at++) {
    if (/^(VERB|AUX)$/.test(classes[at]!) || tags[at] === 'VBN') return true;
    if (at === after && classes[at] === 'ADJ') return true;
    if (/^[,;:.!?—–)]$/.test(words[at]!)) return false;
  }
  return false;
}

/** "would not say if", "declined to say if". */
function isUnsaid({ words, lemmas }: ClauseView, verb: number): boolean {
  for (let at = Math.max(0, verb - 4); at < verb; at++)
    if (/^(not|n['’]t|never)$/.test(words[at]!) || /^(decline|refuse)$/.test(lemmas[at]!))
      return true;
  return false;
}

/** "on condition of anonymity", "on condition that he not be named": how it was told. */
function isAnonymity({ words }: ClauseView, after: number): boolean {
  for (let at = after; at < after + 8 && at < words.length; at++)
    if (/^(anonymity|named|identified|quoted)$/.test(words[at]!)) return true;
  return false;
}

/** What the generic "you" does in a turn of phrase. */
const GENERIC_VERBS = /^(look|watch|talk|listen|think|read|ask|go|see)$/;

/** A subordinating conjunction with a finite or participial clause after it. */
function isClauseOpener(view: ClauseView, at: number): boolean {
  const { classes, tree, words } = view;
  if (words[at] === 'provided' && words[at + 1] === 'that') return true;
  // ", provided parliament agrees": a participle to the tagger, with the clause as its complement.
  if (words[at] === 'provided' && clauseBelow(view, at) >= 0) return true;
  if (classes[at] === 'SCONJ') return true;
  const clause = tree.head[at]!;
  const isMark =
    tree.relation[at] === 'mark' || (words[at] === 'once' && tree.relation[at] === 'advmod');
  return isMark && clause > at && /^(advcl|ccomp|root|conj)$/.test(tree.relation[clause]!);
}

const TIME_WORDS =
  /^(january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|now|today|then|recently|late|early|next|last|later|noon|midnight|\d+)$/;

/** "until June", "until the end of the year", "until next week": a deadline, no condition. */
function isTime(view: ClauseView, from: number): boolean {
  const after = /^(approximately|roughly|about|around|after|just)$/.test(view.words[from] ?? '')
    ? from + 1
    : from;
  const first = view.words[after] ?? '';
  const second = /^(the|at|least|about|this|that|around|mid)$/.test(first)
    ? (view.words[after + 1] ?? '')
    : '';
  if (TIME_WORDS.test(first)) return true;
  if (/^(end|beginning|start|week|month|year|day|time|summer|spring|winter|fall)$/.test(second))
    return true;
  return TIME_WORDS.test(second) || /^(week|month|year|day)s?$/.test(view.words[after + 2] ?? '');
}

/** "should they dare to leave", "had it failed": a condition by inversion. */
function invertedAt(view: ClauseView, at: number): Opening | null {
  const { words, tree } = view;
  if (words[at] !== 'should' || tree.relation[at] !== 'aux') return null;
  const verb = tree.head[at]!;
  // "keep that promise should Orr win": what stands before is the verb's subject to some trees.
  const isSubject = (token: number): boolean =>
    tree.head[token] === verb && /^nsubj/.test(tree.relation[token]!);
  let subject = at + 1;
  while (subject < verb && !isSubject(subject)) subject++;
  const isInverted = subject < verb;
  // A question stands at the head of the sentence; a condition after the position, or before a comma.
  const [start, end] = sentenceOf(view, at);
  const hasComma = view.words.slice(verb, end).includes(',');
  const isFree =
    at > start + 1 ? !/^(,|why|how|what|when|where|who)$/.test(words[at - 1]!) : hasComma;
  const isQuestion = words[end - 1] === '?';
  return isInverted && isFree && !isQuestion
    ? { start: at, after: at + 1, connective: 'if' }
    : null;
}

function readCondition(view: ClauseView, opening: Opening): FoundCondition | null {
  const clause = clauseOf(view, opening);
  const end = endOf(view, opening, clause);
  if (end <= opening.after) return null;
  const start = withLead(view, opening.start);
  const text = spell(view, [opening.start, end]);
  const { type, trigger, hasActor } = triggerOf(view, { opening, end, text });
  const actor = hasActor ? actorOf(view, clause, [opening.after, end]) : -1;
  return {
    range: [start, end],
    connective:
      start < opening.start ? hardened(opening.connective, view.words[start]!) : opening.connective,
    type,
    trigger: nameTrigger(view, { type, trigger, actor, range: [opening.after, end] }),
    actor,
    governor: governorOf(view, opening, clause),
  };
}

/** What the condition hangs on: what is over its clause, or over the connective that is over it. */
function governorOf({ tree }: ClauseView, { start, after }: Opening, clause: number): number {
  const above = clause < 0 ? -1 : tree.head[clause]!;
  return start <= above && above < after ? tree.head[above]! : above;
}

/** "for" of "for as long as", "only" of "only … if" right before the connective. */
function withLead(view: ClauseView, start: number): number {
  return /^(only|just)$/.test(view.words[start - 1] ?? '') ? start - 1 : start;
}

const hardened = (connective: Connective, lead: string): Connective =>
  lead !== 'only'
    ? connective
    : connective === 'if'
      ? 'only-if'
      : connective === 'after'
        ? 'only-after'
        : connective;

/** The head of the clause or phrase that the connective opens, or -1 where the tree has none. */
function clauseOf(view: ClauseView, { start, after }: Opening): number {
  const { tree } = view;
  let clause = -1;
  for (let at = start; at < after; at++) {
    const parent = tree.head[at]!;
    if (parent >= after) clause = Math.max(clause, parent);
  }
  if (clause < 0) return clauseBelow(view, start);
  // "if elected president": the tree may hang the mark on the noun below the participle.
  const parent = tree.head[clause]!;
  const isNear = parent >= after && parent < after + LONGEST && tree.first[parent]! >= start - 2;
  return isNear && !isNewClause(view, clause, parent) ? parent : clause;
}

/** The clause with a subject of its own that hangs on the connective, or -1. */
function clauseBelow(view: ClauseView, at: number): number {
  const { child, sibling, relation } = view.tree;
  for (let below = child[at]!; 0 <= below; below = sibling[below]!)
    if (at < below && relation[below] === 'ccomp' && at < ownSubject(view, below)) return below;
  return -1;
}

/** "If it fails, | we will go": a comma or a subject between the clause and what it hangs on. */
function isNewClause(view: ClauseView, clause: number, parent: number): boolean {
  for (let at = clause + 1; at < parent; at++) if (view.words[at] === ',') return true;
  return ownSubject(view, parent) > clause;
}

/** Where the condition ends: with its clause, or at the comma or the quotation mark. */
function endOf(view: ClauseView, { start, after }: Opening, clause: number): number {
  const stop = Math.min(sentenceOf(view, start)[1], start + LONGEST);
  let end = clause < 0 ? -1 : view.tree.last[clause]! + 1;
  const reachesBack = clause >= 0 && view.tree.first[clause]! < start - 2;
  // "If it fails, we will go," she said: a comma hung too low must not take the position along.
  const governor = clause < 0 ? -1 : view.tree.head[clause]!;
  const reachesOver = clause < governor && governor < end;
  if (end <= after || end > stop || reachesBack || reachesOver) end = breakAfter(view, after, stop);
  // "and, if necessary | destroying the wells": the adjective alone.
  if (/^(necessary|needed|possible|required|asked|so)$/.test(view.words[after]!)) end = after + 1;
  // "if elected | to force firms …": the infinitive goes with the pledge, not with the election.
  if (view.words[after] === 'elected' && view.words[after + 1] === 'to') end = after + 1;
  return trimEnd(view, after, beforeTag(view, after, beforeContrast(view, after, end)));
}

/** "if the bill passes | , even though few believe it will": what is set against it is no part. */
function beforeContrast({ words }: ClauseView, after: number, end: number): number {
  for (let at = after + 1; at + 1 < end; at++) {
    const isEven = words[at + 1] === 'even' && /^(though|if|as)$/.test(words[at + 2] ?? '');
    if (words[at] === ',' && (isEven || /^(although|though|because)$/.test(words[at + 1]!)))
      return at;
  }
  return end;
}

/** "only if the rebels disarm | , the minister said": a tag behind the comma is who said it. */
function beforeTag({ words, classes }: ClauseView, after: number, end: number): number {
  for (let at = after + 1; at < end; at++) {
    if (words[at] !== ',') continue;
    let verb = at + 1;
    while (verb < end && TAG_NAME.test(classes[verb]!)) verb++;
    if (verb > at + 1 && verb < end && TAG_VERBS.test(words[verb]!)) return at;
  }
  return end;
}

/** Word classes of the one named in a tag (", the interim prime minister said"). */
const TAG_NAME = /^(DET|ADJ|NOUN|PROPN|PRON|NUM|PART|ADP)$/;
/** Verbs that close a sentence with who said it (", she added"). */
const TAG_VERBS = /^(said|says|added|adds|told|announced)$/;

/** The next comma, dash or closing mark: where a clause ends that the tree lost. */
function breakAfter(view: ClauseView, after: number, stop: number): number {
  for (let at = after; at < stop; at++) if (/^[,;:—–"”.!?]$|^''$/.test(view.words[at]!)) return at;
  return stop;
}

function trimEnd(view: ClauseView, after: number, end: number): number {
  let to = end;
  while (to > after && view.classes[to - 1] === 'PUNCT' && !/^[)\]]$/.test(view.words[to - 1]!))
    to--;
  return to;
}

function spell(view: ClauseView, [start, end]: TokenRange): string {
  const { tokens } = view.analysis;
  return tokens.text
    .slice(tokens.start[start] ?? 0, tokens.end[end - 1] ?? 0)
    .replace(/\s+/g, ' ')
    .toLowerCase();
}

interface Spelled {
  readonly opening: Opening;
  readonly end: number;
  readonly text: string;
}

function triggerOf(
  _view: ClauseView,
  { text }: Spelled,
): { type: ConditionType; trigger: string; hasActor: boolean } {
  for (const { type, pattern, trigger, hasActor = false } of TRIGGER_ROWS)
    if (pattern.test(text)) return { type, trigger, hasActor };
  return { type: 'other', trigger: '', hasActor: true };
}

/** Who must act: the clause's subject, or the name after "of" and "by" in a phrase. */
function actorOf(view: ClauseView, clause: number, [start, end]: TokenRange): number {
  if (clause < 0) return -1;
  const subject = ownSubject(view, clause);
  if (subject >= start && subject < end) return view.words[subject] === 'it' ? subject : subject;
  for (let at = start; at < end; at++) {
    const isOf = /^(of|by|from)$/.test(view.words[at]!) && view.tree.relation[at] === 'case';
    const noun = isOf ? view.tree.head[at]! : -1;
    if (noun > at && noun < end) return noun;
  }
  for (let at = start; at < end; at++) if (view.tree.deprel[at] === 'nmod:poss') return at;
  return -1;
}

interface Naming {
  readonly type: ConditionType;
  readonly trigger: string;
  readonly actor: number;
  readonly range: TokenRange;
}

const FUNCTION_CLASSES = /^(DET|PUNCT|AUX|CCONJ|PART|SCONJ|INTJ)$/;
/** Content words kept in the trigger of an unclassified condition. */
const TRIGGER_WORDS = 6;

/** The trigger's name: a fixed noun with its actor, or the content words of the clause. */
function nameTrigger(view: ClauseView, { type, trigger, actor, range }: Naming): string {
  if (type !== 'other') {
    const isNamed = actor >= 0 && /^(NOUN|PROPN)$/.test(view.classes[actor]!);
    return isNamed ? `${trigger} of ${view.words[actor]}` : trigger;
  }
  const words: string[] = [];
  for (let at = range[0]; at < range[1] && words.length < TRIGGER_WORDS; at++)
    if (!FUNCTION_CLASSES.test(view.classes[at]!)) words.push(view.lemmas[at]!);
  return words.join(' ');
}
