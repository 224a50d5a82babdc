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
  if (!entry) return findBeTo(view, token);
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
    isWeak: true,
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
