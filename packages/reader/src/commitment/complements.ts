/**
 * What stands after a cue: the infinitive, the gerund, the clause, the object or the phrase that
 * says what would be done. One finder a frame; each gives the action's head word and stretch and,
 * where the frame has one, the party that is asked or served.
 * @module
 */
import { endOfClause, endOfNoun } from './action-end.ts';
import type { ClauseView, TokenRange } from './clause-view.ts';
import {
  caseOf,
  childrenBy,
  infinitiveOf,
  isInfinitiveMark,
  isPassive,
  isVerb,
  ownSubject,
  sentenceOf,
} from './clause-view.ts';

/** An argument that a frame found. */
export interface Complement {
  readonly head: number;
  readonly range: TokenRange;
  /** A piece before the range that belongs to the action ("the road … examined"). */
  readonly lead?: TokenRange;
  /** Head word of the one asked or served, or -1. */
  readonly object: number;
}

const CLAUSES = ['xcomp', 'ccomp', 'advcl', 'acl', 'csubj'] as const;
const PHRASES = ['obl', 'nmod', 'advcl', 'acl', 'xcomp'] as const;
/** How far after a cue a gerund may stand ("considered again running"). */
const NEAR = 4;

/** How far after its preposition a phrase's head may stand. */
const FAR = 14;

/** The stretch of a verb phrase: from the word after "to" or the modal to the subtree's end. */
export function verbPhrase(view: ClauseView, verb: number, after: number): TokenRange {
  const { tree } = view;
  let end = tree.last[verb]! + 1;
  for (let child = tree.child[verb]!; 0 <= child; child = tree.sibling[child]!) {
    const isTail = tree.relation[child] === 'parataxis' && child > verb;
    if (isTail) end = Math.min(end, tree.first[child]!);
  }
  return [Math.min(after + 1, verb), endOfClause(view, verb, Math.max(end, verb + 1))];
}

/** "to VERB …" below a cue, or right after it where the tree hung it elsewhere. */
function findInfinitive(view: ClauseView, cue: number): Complement | null {
  for (const child of childrenBy(view, cue, ...CLAUSES)) {
    const to = child > cue ? infinitiveOf(view, child) : -1;
    if (to > cue && ownSubject(view, child) < 0)
      return { head: child, range: verbPhrase(view, child, to), object: -1 };
  }
  return findNextInfinitive(view, cue);
}

/** The surface test: "pledged | not to …", "ready | to …". */
function findNextInfinitive(view: ClauseView, cue: number): Complement | null {
  for (let at = cue + 1; at <= cue + 2 && at < view.words.length; at++) {
    if (isInfinitiveMark(view, at)) {
      const verb = nextVerb(view, at);
      return verb < 0 ? null : { head: verb, range: verbPhrase(view, verb, at), object: -1 };
    }
    if (view.words[at] === 'to' && view.classes[cue] === 'VERB')
      return findHiddenInfinitive(view, at);
    const isParticle = view.tree.relation[at] === 'compound';
    if (view.classes[at] !== 'ADV' && view.classes[at] !== 'PART' && !isParticle) return null;
  }
  return null;
}

/** "pledged to broker peace", the verb read as a noun before another one: up to the next comma. */
function findHiddenInfinitive(view: ClauseView, to: number): Complement | null {
  const verb = to + 1;
  const isHidden =
    view.tags[verb] === 'NN' && /^(NOUN|PROPN|DET|ADJ)$/.test(view.classes[verb + 1] ?? '');
  if (!isHidden || view.tree.head[verb]! < verb) return null;
  const [, stop] = sentenceOf(view, to);
  let end = verb + 1;
  while (end < stop && !/^(PUNCT|SCONJ|VERB|AUX)$/.test(view.classes[end]!)) end++;
  return { head: verb, range: [verb, end], object: -1 };
}

function nextVerb(view: ClauseView, to: number): number {
  for (let at = to + 1; at <= to + 3 && at < view.words.length; at++) {
    // "are to be kept": the auxiliary leads to its verb.
    const isAux = view.tags[at] === 'VB' && view.tree.relation[at] === 'aux';
    if (isAux && view.tree.head[at]! > at) return view.tree.head[at]!;
    if (view.tags[at] === 'VB') {
      // "to be able": the predicate is what "be" hangs on.
      const parent = view.tree.head[at]!;
      if (view.tree.relation[at] === 'cop' && parent > at) return parent;
      // "to help raise": the tree may hang the first verb on the second.
      return parent > at && parent <= at + 2 && view.tags[parent] === 'VB' ? parent : at;
    }
  }
  return -1;
}

/** "urged X to VERB", "wants X to VERB", passive "was asked to VERB". */
function findObjectInfinitive(view: ClauseView, cue: number): Complement | null {
  const object = childrenBy(view, cue, 'obj', 'iobj').find((child) => child > cue) ?? -1;
  for (const child of childrenBy(view, cue, ...CLAUSES)) {
    const to = child > cue ? infinitiveOf(view, child) : -1;
    if (to < 0 || to < cue) continue;
    const inner = ownSubject(view, child);
    const asked = inner > cue ? inner : object;
    if (asked >= 0 && asked < to)
      return { head: child, range: verbPhrase(view, child, to), object: asked };
  }
  if (object >= 0) return infinitiveBelow(view, object, cue);
  // "is committed to": bent on it, not asked to do it.
  if (!isPassive(view, cue) || /^(commit|prepare|determine)$/.test(view.lemmas[cue]!)) return null;
  const infinitive = findInfinitive(view, cue);
  return infinitive && { ...infinitive, object: ownSubject(view, cue) };
}

/** The tree hung "to VERB" on the object ("urged leaders to turn away" read as a noun's clause). */
function infinitiveBelow(view: ClauseView, noun: number, cue: number): Complement | null {
  for (const child of childrenBy(view, noun, 'acl', 'advcl', 'xcomp')) {
    const to = child > noun ? infinitiveOf(view, child) : -1;
    if (to > cue) return { head: child, range: verbPhrase(view, child, to), object: noun };
  }
  // "encourage the president and all leaders to …": on the last of several.
  for (const child of childrenBy(view, noun, 'conj', 'flat', 'appos', 'nmod')) {
    if (child < noun) continue;
    const below = infinitiveBelow(view, child, cue);
    if (below) return { ...below, object: noun };
  }
  return null;
}

/** "called on X to VERB", "a call for X to VERB". */
function findPhraseInfinitive(view: ClauseView, cue: number, word: string): Complement | null {
  for (const child of childrenBy(view, cue, ...PHRASES)) {
    if (child < cue) continue;
    const marker = markerOf(view, child);
    const to = infinitiveOf(view, child);
    // "for X to VERB": X is the subject of the infinitive in the tree.
    const inner = to > cue ? ownSubject(view, child) : -1;
    if (
      inner > cue &&
      (marker === word || view.words[inner - 1] === word || hasCase(view, inner, word))
    )
      return { head: child, range: verbPhrase(view, child, to), object: inner };
    if (marker !== word && !hasCase(view, child, word)) continue;
    const below = infinitiveBelow(view, child, cue);
    if (below) return below;
    for (const other of childrenBy(view, cue, ...CLAUSES)) {
      const otherTo = other > child ? infinitiveOf(view, other) : -1;
      if (otherTo > child)
        return { head: other, range: verbPhrase(view, other, otherTo), object: child };
    }
  }
  return view.words[cue + 1] === word ? infinitiveAfterPhrase(view, cue + 1) : null;
}

/** "its call for | all forces to withdraw": the tree hung the phrase above the cue. */
function infinitiveAfterPhrase(view: ClauseView, at: number): Complement | null {
  const noun = view.tree.head[at]!;
  if (noun <= at || noun > at + FAR) return null;
  if (infinitiveOf(view, noun) > at) {
    const inner = ownSubject(view, noun);
    const to = infinitiveOf(view, noun);
    return inner > at && inner < to
      ? { head: noun, range: verbPhrase(view, noun, to), object: inner }
      : null;
  }
  return infinitiveBelow(view, noun, at);
}

function hasCase(view: ClauseView, token: number, word: string): boolean {
  const { child, sibling, relation } = view.tree;
  for (let at = child[token]!; 0 <= at; at = sibling[at]!)
    if ((relation[at] === 'case' || relation[at] === 'mark') && view.words[at] === word)
      return true;
  return false;
}

/** The first marker of a clause or phrase: preposition, "that", "for", "whether". */
function markerOf(view: ClauseView, token: number): string {
  return caseOf(view, token);
}

/** "that X should VERB": the clause, without its marker. */
function findClause(view: ClauseView, cue: number): Complement | null {
  for (const child of childrenBy(view, cue, 'ccomp', 'acl', 'parataxis', 'csubj')) {
    if (child < cue || infinitiveOf(view, child) > 0) continue;
    const subject = ownSubject(view, child);
    if (subject < 0) continue;
    const marker = markerOf(view, child);
    if (marker !== '' && marker !== 'that') continue;
    // "the promises he made" is a relative clause, "the promise that he made" may be one.
    if (view.classes[cue] === 'NOUN' && view.words[cue + 1] !== 'that') continue;
    const start = view.words[view.tree.first[child]!] === 'that' ? 1 : 0;
    const end = endOfClause(view, child, view.tree.last[child]! + 1);
    const range: TokenRange = [view.tree.first[child]! + start, end];
    if (range[0] > cue) return { head: child, range, object: subject };
  }
  return null;
}

/**
 * A clause's predicate without its subject and modals: "(that Moscow should) withdraw its troops".
 * In the passive the subject is part of what would be done, as a piece of its own.
 */
export function predicateOf(view: ClauseView, { head, range, object }: Complement): Complement {
  let start = object >= 0 ? Math.max(range[0], view.tree.last[object]! + 1) : range[0];
  if (start > head) start = object >= 0 ? object + 1 : range[0];
  while (start < head && isOfForm(view, start)) start++;
  if (!isPassive(view, head) || object < 0) return { head, range: [start, range[1]], object };
  return { head, range: [start, range[1]], lead: subjectRange(view, object, start), object: -1 };
}

/** Auxiliaries, modals, negations and commas before a predicate. */
const isOfForm = (view: ClauseView, token: number): boolean =>
  /^(AUX|PART|PUNCT)$/.test(view.classes[token]!) || /^(MD|TO)$/.test(view.tags[token]!);

/** A subject up to the words of form before its predicate. */
function subjectRange(view: ClauseView, subject: number, limit: number): TokenRange {
  const end = Math.min(view.tree.last[subject]! + 1, limit);
  return [view.tree.first[subject]!, Math.max(end, subject + 1)];
}

/** The object; the subject of a passive. */
function findObject(view: ClauseView, cue: number): Complement | null {
  const { tree } = view;
  const object = childrenBy(view, cue, 'obj').find((child) => child > cue);
  if (object !== undefined) return nounComplement(view, object);
  // "is opposed to" says what the subject is against, "was opposed by" who was against it.
  const isBent = view.words[cue + 1] === 'to';
  const passive = isPassive(view, cue) && !isBent ? ownSubject(view, cue) : -1;
  if (passive >= 0) return nounComplement(view, passive);
  // "the reforms demanded by the union": a participle on the noun.
  const isParticiple = tree.relation[cue] === 'acl' && view.tags[cue] === 'VBN';
  if (isParticiple) return nounComplement(view, tree.head[cue]!, cue);
  return null;
}

/**
 * A noun's stretch as an action: with its clauses up to `limit`, or with the phrases that go on with
 * it where there is none.
 */
function nounComplement(view: ClauseView, noun: number, limit?: number): Complement {
  const { tree } = view;
  const stop = limit ?? view.words.length;
  let start = noun;
  let end = noun + 1;
  for (let child = tree.child[noun]!; 0 <= child; child = tree.sibling[child]!) {
    const relation = tree.relation[child]!;
    if (relation === 'case' || relation === 'mark' || relation === 'parataxis') continue;
    if (relation === 'punct' || relation === 'cop' || relation === 'nsubj') continue;
    if (tree.first[child]! >= stop) break;
    if (child < noun) start = Math.min(start, tree.first[child]!);
    else end = Math.max(end, Math.min(tree.last[child]! + 1, stop));
  }
  if (limit === undefined) end = endOfClause(view, noun, endOfNoun(view, end));
  return { head: noun, range: [start, end], object: -1 };
}

/** "considered running", "opposes banning": a gerund without "to", near the cue. */
function findGerund(view: ClauseView, cue: number): Complement | null {
  for (const child of childrenBy(view, cue, 'xcomp', 'ccomp', 'obj', 'advcl')) {
    const isNear = child > cue && child <= cue + NEAR;
    if (!isNear || view.tags[child] !== 'VBG' || infinitiveOf(view, child) > 0) continue;
    if (hasMarker(view, child)) continue;
    return { head: child, range: verbPhrase(view, child, child - 1), object: -1 };
  }
  return null;
}

const hasMarker = (view: ClauseView, token: number): boolean =>
  childrenBy(view, token, 'mark', 'case').length > 0;

/** "committed to lifting sanctions", "opposition to the deal", "voted against it". */
function findPhrase(view: ClauseView, cue: number, word: string): Complement | null {
  for (const child of childrenBy(view, cue, ...PHRASES)) {
    if (child < cue || !hasCase(view, child, word)) continue;
    if (isVerb(view, child)) {
      const after = childrenBy(view, child, 'mark', 'case').find((at) => view.words[at] === word)!;
      return { head: child, range: verbPhrase(view, child, after), object: -1 };
    }
    return nounComplement(view, child);
  }
  return findNextPhrase(view, cue, word);
}

/** The surface test: the preposition right after the cue, wherever the tree hung its phrase. */
function findNextPhrase(view: ClauseView, cue: number, word: string): Complement | null {
  const { tree, words, classes } = view;
  let at = cue + 1;
  // "called, among others, for" is rare; "campaigned hard for" and "signed up for" are not.
  while (at <= cue + 2 && words[at] !== word && classes[at] === 'ADV') at++;
  if (words[at] !== word) return null;
  // "the reforms called for by the union": nothing after the preposition, the noun before.
  if (words[at + 1] === 'by' && tree.relation[cue] === 'acl')
    return nounComplement(view, tree.head[cue]!, cue);
  const head = tree.head[at]!;
  if (head <= at || head > at + FAR) return null;
  if (isVerb(view, head) && view.tags[head] === 'VBG')
    return { head, range: verbPhrase(view, head, at), object: -1 };
  return /^(NOUN|PROPN|PRON|NUM|ADJ)$/.test(classes[head]!) ? nounComplement(view, head) : null;
}

/** "committed troops to the mission": the phrase after an object. */
function findObjectPhrase(view: ClauseView, cue: number, word: string): Complement | null {
  const phrase = findPhrase(view, cue, word);
  const object = childrenBy(view, cue, 'obj').find((child) => child > cue);
  if (!phrase || object === undefined) return null;
  const whole = nounComplement(view, object);
  return { ...whole, range: [whole.range[0], phrase.range[1]] };
}

/** "promised the union a deal": two objects, the first of them is served. */
function findSecondObject(view: ClauseView, cue: number): Complement | null {
  const served = childrenBy(view, cue, 'iobj').find((child) => child > cue);
  const object = childrenBy(view, cue, 'obj').find((child) => child > cue);
  if (object === undefined) return null;
  if (served !== undefined) return { ...nounComplement(view, object), object: served };
  // "RJR was promised incentives": the subject of the passive is served.
  if (!isPassive(view, cue)) return null;
  return { ...nounComplement(view, object), object: ownSubject(view, cue) };
}

/** "assured them that …": the clause, and the one who is told. */
function findObjectClause(view: ClauseView, cue: number): Complement | null {
  const told = childrenBy(view, cue, 'obj', 'iobj').find((child) => child > cue);
  const clause = findClause(view, cue);
  return clause && told !== undefined ? { ...clause } : null;
}

/** "The goal is to VERB": the predicate of which the cue is the subject. */
function findPredicate(view: ClauseView, cue: number): Complement | null {
  const { tree } = view;
  if (tree.relation[cue] !== 'nsubj') return null;
  const head = tree.head[cue]!;
  const copula = childrenBy(view, head, 'cop')[0];
  if (copula === undefined || copula < cue) {
    // EWT's way: "is" as the root with an infinitive as its complement.
    const infinitive = view.lemmas[head] === 'be' ? findInfinitive(view, head) : null;
    return infinitive;
  }
  const to = infinitiveOf(view, head);
  if (to > cue) return { head, range: verbPhrase(view, head, to), object: -1 };
  return nounComplement(view, head);
}

/** Find the complement that a frame of the tables asks for, or null. */
export function findComplement(view: ClauseView, cue: number, frame: string): Complement | null {
  switch (frame) {
    case 'inf':
      return findInfinitive(view, cue);
    case 'obj-inf':
      return findObjectInfinitive(view, cue);
    case 'that':
      return findClause(view, cue);
    case 'obj-that':
      return findObjectClause(view, cue);
    case 'np':
      return findObject(view, cue);
    case 'ing':
      return findGerund(view, cue);
    case 'obj-np':
      return findSecondObject(view, cue);
    case 'obj-to':
      return findObjectPhrase(view, cue, 'to');
    case 'cop':
      return findPredicate(view, cue);
  }
  const dash = frame.indexOf('-');
  const [first, second] = dash < 0 ? [frame, ''] : [frame.slice(0, dash), frame.slice(dash + 1)];
  if (first === 'pp') return findPhrase(view, cue, second);
  if (second === 'inf') return findPhraseInfinitive(view, cue, first);
  return null;
}
