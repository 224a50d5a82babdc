/**
 * Candidates by modals: "will help", "must leave", "is going to", "need to", "are to meet". The
 * subject binds itself, or the speaker demands; most of them are predictions and plain facts.
 * @module
 */
import type { Stance } from '@onrecord/record';
import type { Candidate } from './candidate.ts';
import { turnStance } from './candidate.ts';
import type { ClauseView, TokenRange } from './clause-view.ts';
import {
  isInfinitiveMark,
  isPassive,
  modalOver,
  negationOf,
  ownSubject,
  sentenceOf,
  subjectOf,
} from './clause-view.ts';
import { findComplement, predicateOf, verbPhrase } from './complements.ts';
import { HALF_MODALS, MODAL_CUES } from './lang/en/data/stance-cues.ts';
import { NOUN_TABLE, VERB_TABLE } from './stance-lexicon.ts';

/** "will help", "must leave", "is going to", "need to": the modal as the cue. */
export function findModal(view: ClauseView, token: number): Candidate | null {
  const { tree, words, lemmas } = view;
  const isModal = view.tags[token] === 'MD';
  const entry = isModal ? MODAL_CUES.get(words[token]!) : HALF_MODALS.get(lemmas[token]!);
  if (!entry)
    return findBeTo(view, token) ?? findImperative(view, token) ?? findProgressive(view, token);
  let verb = -1;
  let after = token;
  if (isModal) verb = tree.relation[token] === 'aux' ? tree.head[token]! : -1;
  else {
    const complement = view.classes[token] === 'VERB' ? findComplement(view, token, 'inf') : null;
    const isGoing = entry.stance !== 'commits' || words[token] !== 'go';
    verb = complement && isGoing && isHalfModal(view, token) ? complement.head : -1;
    after = complement ? complement.range[0] - 1 : token;
  }
  if (verb <= token || isInsideThat(view, verb)) return null;
  const subject = isModal ? subjectOf(view, verb) : subjectOf(view, token);
  const negation = isModal ? negationOf(view, verb) : negationOf(view, token);
  while (after + 1 < verb && /^(not|n't|n’t|also|never)$/.test(words[after + 1]!)) after++;
  // "We can help" says what is possible; "We can't sign it" refuses.
  if (/^(can|ca)$/.test(words[token]!) && negation < 0) return null;
  const isSpeaker = entry.party === 'speaker';
  const own = ownSubject(view, verb);
  const isPassiveVerb = isPassive(view, verb) && own >= 0 && own < token;
  // "The road will be examined": what is done has its object before the modal.
  const passive = isPassiveVerb
    ? predicateOf(view, { head: verb, range: verbPhrase(view, verb, after), object: own })
    : null;
  const lexical = entry.stance as Stance;
  return {
    cueWord: token,
    key: `${isModal ? words[token] : lemmas[token]}:modal`,
    frame: isModal ? 'modal' : 'half-modal',
    stance: turnStance(lexical, negation >= 0),
    lexical,
    isWeak: !isSignalled(view, verb),
    isSure: false,
    party: isSpeaker ? -1 : subject,
    partyPlace: isSpeaker ? 'speaker' : 'subject',
    cue: modalRange(view, token, after),
    actionHead: verb,
    action: passive ? passive.range : verbPhrase(view, verb, after),
    lead: passive?.lead ?? null,
    counterparty: isSpeaker && !passive ? subject : -1,
    negation,
    modal: isModal ? token : modalOver(view, token),
  };
}

/** "pledged that he would help": the pledge is the cue, the modal stands in its clause. */
function isInsideThat(view: ClauseView, verb: number): boolean {
  const parent = view.tree.relation[verb] === 'ccomp' ? view.tree.head[verb]! : -1;
  if (parent < 0 || parent > verb || view.classes[parent] !== 'VERB') return false;
  const frames = VERB_TABLE.get(view.lemmas[parent]!) ?? [];
  return frames.some(({ frame, isWeak }) => frame === 'that' && !isWeak);
}

/** "signalled that Norland would assist": a verb that says there is a position, whosever it is. */
function isSignalled(view: ClauseView, verb: number): boolean {
  const parent = view.tree.relation[verb] === 'ccomp' ? view.tree.head[verb]! : -1;
  return 0 <= parent && parent < verb && /^(signall?|indicate)$/.test(view.lemmas[parent]!);
}

/** "is to switch", "they were to form": "be" right before an infinitive. */
function findBeTo(view: ClauseView, token: number): Candidate | null {
  if (view.lemmas[token] !== 'be' || !isInfinitiveMark(view, token + 1)) return null;
  const complement = findComplement(view, token, 'inf');
  if (!complement) return null;
  const verb = complement.head;
  const subject = ownSubject(view, verb) >= 0 ? ownSubject(view, verb) : subjectOf(view, token);
  // "The goal is to win": that is the noun's frame, no "be to" of a party.
  if (subject < 0 || subject > token || NOUN_TABLE.has(view.lemmas[subject]!)) return null;
  const negation = negationOf(view, verb);
  return {
    cueWord: token,
    key: 'be:modal',
    frame: 'half-modal',
    stance: turnStance('commits', negation >= 0),
    lexical: 'commits',
    isWeak: true,
    isSure: false,
    party: subject,
    partyPlace: 'subject',
    cue: [token, token + 2],
    actionHead: verb,
    action: complement.range,
    lead: null,
    counterparty: -1,
    negation,
    modal: -1,
  };
}

/** Words before an imperative's verb: "Please wait", "Don't sign it", "Let's leave". */
const BEFORE_IMPERATIVE = /^(please|["“”‘'`(]|''|``|now|just|and|so|then|[.!?:])$/;

const AFTER_DO: ReadonlySet<string> = new Set(['not', "n't", 'n’t', 'ever']);
const AFTER_LET: ReadonlySet<string> = new Set(["'s", '’s', 'us']);

/** "Don't sign it", "Let's vote it down", "“Build the road”": a base form without a subject. */
function findImperative(view: ClauseView, token: number): Candidate | null {
  const { words, tags, tree } = view;
  const word = words[token]!;
  const isNegative = (word === 'do' || word === 'never') && AFTER_DO.has(words[token + 1] ?? '');
  const isLet = word === 'let' && AFTER_LET.has(words[token + 1] ?? '');
  let verb = token;
  if (isNegative) verb = token + 2;
  else if (isLet) verb = words[token + 2] === 'all' ? token + 3 : token + 2;
  const isQuoted = (view.analysis.quotes.depth[token] ?? 0) > 0;
  const isBase = tags[verb] === 'VB' || tags[verb] === 'VBP';
  if (!isBase || (!isQuoted && !isNegative && !isLet)) return null;
  if (/^(be|have|see|look|think|know|remember|thank|let)$/.test(view.lemmas[verb]!) && !isNegative)
    return null;
  const before = words[token - 1] ?? '.';
  const isOpening = BEFORE_IMPERATIVE.test(before) || token === sentenceOf(view, token)[0];
  if (!isOpening || ownSubject(view, verb) >= 0 || ownSubject(view, token) >= 0) return null;
  if (tree.relation[verb] === 'aux' || tree.relation[verb] === 'xcomp') return null;
  return {
    ...BARE,
    ...{ cueWord: token, key: `${isNegative ? 'do-not' : isLet ? 'let' : 'verb'}:imperative` },
    ...{ frame: 'imperative', stance: 'demands', lexical: 'demands' },
    cue: [token, Math.max(verb, token + 1)],
    actionHead: verb,
    action: verbPhrase(view, verb, verb - 1),
  };
}

/** "I'm not leaving", "isn't running for office": what is negated in the progressive is refused. */
function findProgressive(view: ClauseView, token: number): Candidate | null {
  const { tags, tree } = view;
  if (view.lemmas[token] !== 'be' || tree.relation[token] !== 'aux') return null;
  const verb = tree.head[token]!;
  const negation = verb > token && tags[verb] === 'VBG' ? negationOf(view, verb) : -1;
  if (negation < 0 || view.lemmas[verb] === 'go') return null;
  const subject = subjectOf(view, verb);
  if (subject < 0 || VERB_TABLE.has(view.lemmas[verb]!)) return null;
  return {
    ...BARE,
    ...{ cueWord: token, key: 'be:progressive', frame: 'progressive', stance: 'refuses' },
    ...{ lexical: 'commits', party: subject, partyPlace: 'subject', negation },
    cue: [token, Math.max(negation, token) + 1],
    actionHead: verb,
    action: verbPhrase(view, verb, verb - 1),
  };
}

/** What a candidate without a row of the tables has not. */
const BARE = {
  isWeak: true,
  isSure: false,
  party: -1,
  partyPlace: 'speaker',
  lead: null,
  counterparty: -1,
  negation: -1,
  modal: -1,
} as const;

/** "is going to", "needs to", "have to", "has got to"; not "went to see", "get to know". */
function isHalfModal(view: ClauseView, token: number): boolean {
  const word = view.words[token]!;
  if (word === 'going' || word === 'gon' || word === 'gonna' || word === 'got') return true;
  return /^(need|have)$/.test(view.lemmas[token]!);
}

/** The modal with what stands between it and the action, and the auxiliary before it. */
function modalRange(view: ClauseView, token: number, after: number): TokenRange {
  const isHalf = view.tags[token] !== 'MD';
  const before = view.words[token - 1] ?? '';
  const start =
    isHalf && /^(am|is|are|'s|'re|'m|’s|’re|’m|was|were|has|have|'ve|’ve|not|n't)$/.test(before);
  const double = start && /^(not|n't|n’t)$/.test(before) ? token - 2 : token - 1;
  return [start ? Math.max(0, double) : token, Math.max(after + 1, token + 1)];
}
