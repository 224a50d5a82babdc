/**
 * One article's tree as the commitment rules see it: lower-case words, lemmas, tags by name, and
 * the questions that the frames ask of a predicate (its subject, its negation, its phrases).
 * @module
 */
import type { PhraseTree } from '../attribution/phrase-tree.ts';
import { listChildren } from '../attribution/phrase-tree.ts';
import type { Analysis } from '../layers.ts';
import { XPOS } from '../layers.ts';
import { readWords } from '../mention/words.ts';

/** Half-open range of token indices. */
export type TokenRange = readonly [start: number, end: number];

/** The layers of an article, with the columns that the rules read. */
export interface ClauseView {
  readonly analysis: Analysis;
  readonly tree: PhraseTree;
  readonly words: readonly string[];
  readonly lemmas: readonly string[];
  /** Penn tags by name. */
  readonly tags: readonly string[];
  /** Universal tags by name. */
  readonly classes: readonly string[];
}

/** Open the view that all commitment rules of an article share. */
export function openClauseView(analysis: Analysis): ClauseView {
  const { lower, lemma, upos, phrases } = readWords(analysis);
  const { xpos } = analysis.tags;
  const tags: string[] = new Array(xpos.length);
  for (let token = 0; token < xpos.length; token++) tags[token] = XPOS[xpos[token]!] ?? 'X';
  return { analysis, tree: phrases, words: lower, lemmas: lemma, tags, classes: upos };
}

/** The children of a token in the order of the text. */
export const childrenOf = (view: ClauseView, token: number): number[] =>
  listChildren(view.tree, token);

/** Children with one of the relations, subtypes ignored. */
export function childrenBy(view: ClauseView, token: number, ...relations: string[]): number[] {
  const { child, sibling, relation } = view.tree;
  const found: number[] = [];
  for (let at = child[token]!; 0 <= at; at = sibling[at]!)
    if (relations.includes(relation[at]!)) found.push(at);
  return found;
}

/** First and one past the last token of the sentence of a token. */
export function sentenceOf(view: ClauseView, token: number): TokenRange {
  const { sentences } = view.analysis;
  const index = sentences.of[token] ?? 0;
  return [sentences.start[index] ?? 0, sentences.end[index] ?? 0];
}

/** Whether a token is a verb in any form, auxiliaries left out. */
export function isVerb(view: ClauseView, token: number): boolean {
  return view.classes[token] === 'VERB' || (view.tags[token] ?? '').startsWith('VB');
}

/** Whether a verb is in the passive ("was urged", "urged by"). */
export function isPassive(view: ClauseView, verb: number): boolean {
  const { child, sibling, deprel } = view.tree;
  for (let at = child[verb]!; 0 <= at; at = sibling[at]!)
    if (deprel[at]!.endsWith(':pass')) return true;
  return false;
}

const NEGATIONS: ReadonlySet<string> = new Set(['not', "n't", 'n’t', 'never', 'nt']);

const NEGATED_SUBJECTS: ReadonlySet<string> = new Set(['nobody', 'none', 'neither']);

/** The token that negates a predicate ("not", "never", "no" before a noun), or -1. */
export function negationOf(view: ClauseView, token: number): number {
  const { child, sibling, relation } = view.tree;
  for (let at = child[token]!; 0 <= at; at = sibling[at]!) {
    const word = view.words[at]!;
    if (NEGATIONS.has(word)) return at;
    if (word === 'no' && relation[at] === 'det') return at;
    // "There can be no …", "neither side": a negated subject negates the clause.
    if (relation[at] === 'nsubj' && NEGATED_SUBJECTS.has(word)) return at;
  }
  return -1;
}

/** The grammatical subject that a predicate has itself, or -1. */
export function ownSubject(view: ClauseView, token: number): number {
  const { child, sibling, relation } = view.tree;
  for (let at = child[token]!; 0 <= at; at = sibling[at]!)
    if (relation[at] === 'nsubj' || relation[at] === 'csubj') return at;
  return -1;
}

const RELATIVES: ReadonlySet<string> = new Set(['who', 'that', 'which', 'whom', 'whose']);
/** Clauses nest; deeper than this a subject is not looked for (and malformed trees end). */
const DEEPEST = 8;

/**
 * The subject of a predicate, also where it stands with another one: "plans to call for" (the
 * planner), "candidates proposing cuts" (the candidates), "met him and agreed to" (the one who met).
 */
export function subjectOf(view: ClauseView, token: number, depth = 0): number {
  if (depth > DEEPEST) return -1;
  const { head, relation } = view.tree;
  const own = ownSubject(view, token);
  const parent = head[token]!;
  const role = relation[token];
  if (own >= 0) return RELATIVES.has(view.words[own]!) ? antecedentOf(view, token, own) : own;
  if (parent < 0) return -1;
  if (role === 'acl') return parent;
  if (role === 'xcomp') return controllerOf(view, token, depth);
  if (role === 'conj' || role === 'advcl' || role === 'ccomp' || role === 'parataxis')
    return subjectOf(view, parent, depth + 1);
  if (role === 'aux' || role === 'cop') return subjectOf(view, parent, depth + 1);
  return -1;
}

/** "the senators who refused": the noun that the relative clause hangs on. */
function antecedentOf(view: ClauseView, token: number, own: number): number {
  for (let at = token, i = 0; at >= 0 && i < DEEPEST; at = view.tree.head[at]!, i++)
    if (view.tree.relation[at] === 'acl' && view.tree.head[at]! < own) return view.tree.head[at]!;
  // The tree hung the clause elsewhere: the noun right before "who".
  const before = view.words[own - 1] === ',' ? own - 2 : own - 1;
  if (before < 0 || !/^(NOUN|PROPN|PRON)$/.test(view.classes[before]!)) return own;
  const parent = view.tree.head[before]!;
  const isInName = /^(flat|compound)$/.test(view.tree.relation[before]!) && parent >= 0;
  return isInName ? parent : before;
}

/** "urged them to leave": the object acts; "promised them to leave": the subject does. */
function controllerOf(view: ClauseView, token: number, depth: number): number {
  const parent = view.tree.head[token]!;
  const object = childrenBy(view, parent, 'obj', 'iobj').find((child) => child < token);
  const keepsSubject = /^(promise|vow|pledge|threaten)$/.test(view.lemmas[parent]!);
  if (object !== undefined && !keepsSubject) return object;
  return subjectOf(view, parent, depth + 1);
}

/** The "by …" phrase of a passive or of a noun, or -1. */
export function agentOf(view: ClauseView, token: number): number {
  for (const child of childrenBy(view, token, 'obl', 'nmod'))
    if (caseOf(view, child) === 'by') return child;
  return -1;
}

/** The preposition of a phrase's head ("on" of "on allies"), or ''. */
export function caseOf(view: ClauseView, token: number): string {
  const { child, sibling, relation } = view.tree;
  // Children come in the order of the text: behind the head there is no preposition.
  for (let at = child[token]!; 0 <= at && at < token; at = sibling[at]!)
    if (relation[at] === 'case' || relation[at] === 'mark') return view.words[at]!;
  return '';
}

/** "to" before a base form, however the tagger called it. */
export function isInfinitiveMark(view: ClauseView, token: number): boolean {
  if (view.words[token] !== 'to') return false;
  if (view.tags[token] === 'TO' || view.tree.relation[token] === 'mark') return true;
  return view.tags[token + 1] === 'VB';
}

/** The infinitive's "to" before a verb, or -1. */
export function infinitiveOf(view: ClauseView, verb: number): number {
  const { child, sibling } = view.tree;
  for (let at = child[verb]!; 0 <= at && at < verb; at = sibling[at]!)
    if (isInfinitiveMark(view, at)) return at;
  // Where the tree failed: "to" right before the verb, or before its adverb.
  for (let at = verb - 1; at >= Math.max(0, verb - 2); at--) {
    if (isInfinitiveMark(view, at) && /^VB/.test(view.tags[verb]!)) return at;
    if (view.classes[at] !== 'ADV') break;
  }
  return -1;
}

const LEAVES_NOUN_PHRASE: ReadonlySet<string> = new Set([
  'parataxis',
  'advcl',
  'ccomp',
  'punct',
  'discourse',
  'cop',
  'aux',
  'nsubj',
  'advmod',
]);
/** Longest party or counterparty, in tokens: beyond it the tree has swallowed a clause. */
const LONGEST_PARTY = 24;

/**
 * The noun phrase of a head: determiners, titles, appositions and phrases, without its own
 * preposition, without relative clauses set off by a comma, without what is no part of a name.
 * @param without a token that must stay outside: the cue of "candidates | proposing cuts"
 */
export function nounPhrase(view: ClauseView, headWord: number, without = -1): TokenRange {
  const { tree } = view;
  let start = headWord;
  let end = headWord + 1;
  for (let child = tree.child[headWord]!; 0 <= child; child = tree.sibling[child]!) {
    const relation = tree.relation[child]!;
    const isOutside =
      LEAVES_NOUN_PHRASE.has(relation) || relation === 'case' || relation === 'mark';
    if (relation === 'case' && child > headWord) {
      end = Math.max(end, child + 1);
      continue;
    }
    if (isOutside || relation === 'cc') continue;
    const isClause = relation === 'acl';
    const isOfCue = tree.first[child]! <= without && without <= tree.last[child]!;
    if (child > headWord && isOfCue) break;
    // "urged leaders | to leave": the infinitive is what they are urged to do.
    if (isClause && child > headWord && infinitiveOf(view, child) > headWord) break;
    const afterComma = view.words[tree.first[child]! - 1] === ',';
    if (child > headWord && ((isClause && afterComma) || tree.last[child]! - start > LONGEST_PARTY))
      break;
    if (child < headWord) start = Math.min(start, tree.first[child]!);
    else end = Math.max(end, tree.last[child]! + 1);
  }
  return [start, end];
}

/** The modal or auxiliary over a predicate that tells of its time ("will", "would"), or -1. */
export function modalOver(view: ClauseView, token: number): number {
  const { child, sibling, relation } = view.tree;
  for (let at = child[token]!; 0 <= at; at = sibling[at]!)
    if (relation[at] === 'aux' && view.tags[at] === 'MD') return at;
  return -1;
}

/**
 * Where a phrase that begins at a token ends, or -1 where it does not stand there; contractions
 * count as one word.
 */
export function standsAt(view: ClauseView, at: number, phrase: readonly string[]): number {
  if (view.words[at] !== phrase[0]) return -1;
  let token = at;
  for (const word of phrase) {
    let form = view.words[token] ?? '';
    if (form === '') return -1;
    if (form !== word && view.analysis.tokens.joined[token + 1]) form += view.words[++token];
    if (form !== word) return -1;
    token++;
  }
  return token;
}
