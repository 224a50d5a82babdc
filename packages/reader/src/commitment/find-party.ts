/**
 * Who takes the position and towards whom: the words nearest the position, and where the cue has
 * no party of its own ("must", "it is time to"), the one who speaks: the source of the attribution
 * around it, the "I think" above it, or, in a press release, the "we" that spoke last.
 * @module
 */
import type { Attribution } from '../layers.ts';
import type { Candidate } from './candidate.ts';
import type { Situation } from './candidate-features.ts';
import { canAct, isActing } from './candidate-features.ts';
import type { ClauseView, TokenRange } from './clause-view.ts';
import { childrenBy, nounPhrase, sentenceOf, subjectOf } from './clause-view.ts';
import type { RulePartners } from './list-partners.ts';
import { rangeOf } from './situation.ts';

/** What the rules say of a candidate's partners. */
export function findRulePartners(
  situation: Situation,
  candidate: Candidate,
  { attributions, action }: { attributions: readonly Attribution[]; action: readonly TokenRange[] },
): RulePartners {
  const party = findParty(situation, candidate, attributions);
  return { party, counterparties: findCounterparties(situation, candidate, { party, action }) };
}

/** Where the party's words stand; null where nobody in the text takes the position. */
function findParty(
  situation: Situation,
  candidate: Candidate,
  attributions: readonly Attribution[],
): TokenRange | null {
  const { view } = situation;
  const own = candidate.party < 0 ? null : candidate.party;
  const teller = tellerOf(situation, candidate, attributions);
  // "Despite pledging peace, Dale's efforts …": the tree's subject is no one who can pledge.
  if (own !== null && (canAct(situation, own) || !teller))
    return partyPhrase(situation, own, candidate.cueWord);
  return (
    teller ??
    speakerAbove(view, candidate) ??
    sourceAround(situation, candidate, attributions) ??
    speechAbove(view, candidate) ??
    releaseVoice(situation, candidate)
  );
}

/** The source of the attribution that has the candidate's cue as its own cue. */
function tellerOf(
  { view, cueOf }: Situation,
  { cueWord }: Candidate,
  attributions: readonly Attribution[],
): TokenRange | null {
  const source = attributions[cueOf[cueWord] ?? -1]?.source[0];
  return source ? rangeOf(view, source) : null;
}

/** A possessive gives its noun ("the judiciary's"), a name its whole phrase. */
function partyPhrase(situation: Situation, party: number, cueWord: number): TokenRange {
  const { view } = situation;
  const word = view.words[party]!;
  // "who": the noun that the relative clause hangs on was not found.
  if (/^(my|our|your|his|her|their|its)$/.test(word)) return [party, party + 1];
  const [start, end] = nounPhrase(view, party, cueWord);
  // "Attorney General Dale" stays whole where the tree broke the name.
  const name = situation.nameAt(party);
  if (!name || (name[0] <= cueWord && cueWord < name[1])) return [start, end];
  return [Math.min(start, name[0]), Math.max(end, name[1])];
}

/** Verbs by which a speaker says that a view is his own. */
const VOICE_VERBS = /^(think|believe|say|hope|want|feel|know|agree|insist|suggest|recommend|urge)$/;

/** "I think it's time that …": "I" or "we" above the cue in the same sentence. */
function speakerAbove(view: ClauseView, candidate: Candidate): TokenRange | null {
  return voiceAbove(
    view,
    candidate,
    (subject, verb) =>
      /^(i|we)$/.test(view.words[subject]!) && VOICE_VERBS.test(view.lemmas[verb]!),
  );
}

/** "The minister argued that they must": the subject of the verb above, whoever it is. */
function speechAbove(view: ClauseView, candidate: Candidate): TokenRange | null {
  if ((view.analysis.quotes.depth[candidate.cueWord] ?? 0) > 0) return null;
  return voiceAbove(
    view,
    candidate,
    (subject) => !/^(it|there|that|this|which|what|who|you)$/.test(view.words[subject]!),
  );
}

function voiceAbove(
  view: ClauseView,
  { cueWord, actionHead, frame }: Candidate,
  isVoice: (subject: number, verb: number) => boolean,
): TokenRange | null {
  const { head, relation } = view.tree;
  let at = frame === 'modal' ? actionHead : cueWord;
  for (let i = 0; i < 6 && at >= 0; i++, at = head[at]!) {
    if (relation[at] !== 'ccomp' && relation[at] !== 'parataxis') continue;
    const parent = head[at]!;
    const subject = parent < 0 || view.classes[parent] !== 'VERB' ? -1 : subjectOf(view, parent);
    if (subject >= 0 && isVoice(subject, parent)) return nounPhrase(view, subject, cueWord);
  }
  return null;
}

/** The source of the innermost attribution that covers the cue, or of the speech that goes on. */
function sourceAround(
  { view, coverOf }: Situation,
  { cueWord }: Candidate,
  attributions: readonly Attribution[],
): TokenRange | null {
  let index: number | undefined = coverOf[cueWord];
  for (let step = 0; index !== undefined && index >= 0 && step < attributions.length; step++) {
    const attribution: Attribution | undefined = attributions[index];
    const source = attribution?.source[0];
    if (source) return rangeOf(view, source);
    index = attribution?.continues;
  }
  return null;
}

/** In a press release: the "we" in the sentence, else the last "we" or subject before it. */
function releaseVoice({ view, isRelease }: Situation, { cueWord }: Candidate): TokenRange | null {
  const [start, end] = sentenceOf(view, cueWord);
  const own = findWord(view, [start, end], /^(we|i)$/);
  if (own >= 0) return [own, own + 1];
  if (!isRelease) return null;
  for (let at = start - 1; at >= 0; at--)
    if (view.words[at] === 'we' && (view.analysis.quotes.depth[at] ?? 0) === 0) return [at, at + 1];
  const later = findWord(view, [end, view.words.length], /^we$/);
  return later >= 0 ? [later, later + 1] : null;
}

function findWord(view: ClauseView, [start, end]: TokenRange, pattern: RegExp): number {
  for (let at = start; at < end; at++) if (pattern.test(view.words[at]!)) return at;
  return -1;
}

/** Who is asked, served or opposed, where the sentence names him: one, or none. */
function findCounterparties(
  situation: Situation,
  candidate: Candidate,
  { party, action }: { party: TokenRange | null; action: readonly TokenRange[] },
): TokenRange[] {
  const { view } = situation;
  const isParty = (at: number) => party !== null && party[0] <= at && at < party[1];
  const asked = candidate.counterparty;
  if (asked >= 0 && !isParty(asked) && canBeAsked(view, asked)) {
    const [start, end] = nounPhrase(view, asked, candidate.cueWord);
    // "for the states and their allies | to organise": up to the action, where it follows.
    const stop = start < candidate.action[0] ? Math.min(end, candidate.action[0] - 1) : end;
    return [[start, Math.max(stop, asked + 1)]];
  }
  const owner = ownerOf(situation, candidate);
  if (owner >= 0 && !isParty(owner)) return [partnerPhrase(situation, owner)];
  // Elsewhere the first actor in the action is as often part of the matter as a partner.
  if (!SERVING.test(candidate.stance)) return [];
  const served = firstPartner(situation, { action, head: candidate.actionHead }, isParty);
  return served < 0 ? [] : [partnerPhrase(situation, served)];
}

/** "They", "all Muslims", "Parliament"; not "it" and "that". */
function canBeAsked(view: ClauseView, token: number): boolean {
  return !/^(it|that|this|there|which|what|who|himself|herself|themselves|itself|i|we)$/.test(
    view.words[token]!,
  );
}

/** "rejected Norland's offer", "backed the Sudland plan": whose matter is accepted or rejected. */
function ownerOf(situation: Situation, { stance, actionHead }: Candidate): number {
  const { view } = situation;
  if (stance !== 'rejects' && stance !== 'accepts') return -1;
  const owner = childrenBy(view, actionHead, 'nmod', 'compound').find((child) => {
    const isOwning =
      view.tree.deprel[child] === 'nmod:poss' || view.tree.deprel[child] === 'compound';
    return isOwning && child < actionHead && isActing(situation, child);
  });
  const isPronoun =
    owner !== undefined && /^(its|his|her|their|our|my|your)$/.test(view.words[owner]!);
  return owner === undefined || isPronoun ? -1 : owner;
}

/** Stances whose action has somebody whom it serves or hits. */
const SERVING = /^(commits|refuses|threatens|considers)$/;

interface ActionPlace {
  readonly action: readonly TokenRange[];
  readonly head: number;
}

/** The first person, state, body or group that the action names as object or partner. */
function firstPartner(
  situation: Situation,
  { action, head }: ActionPlace,
  isParty: (token: number) => boolean,
): number {
  const { view, kindAt } = situation;
  for (const [start, end] of action)
    for (let at = start; at < end; at++) {
      if (kindAt(at) === undefined) continue;
      const word = view.words[at]!;
      const isOwn =
        /^(my|our|your|his|her|their|its|it|we|i|he|she|they|who|himself|herself|itself|themselves|ourselves)$/.test(
          word,
        );
      const isObject =
        /^(you|him|her|them|us|me)$/.test(word) && view.tree.deprel[at] !== 'nmod:poss';
      if (isParty(at) || (isOwn && !isObject) || !isNear(view, at, head)) continue;
      if (isObject || isActing(situation, at)) return at;
    }
  return -1;
}

/** "help | them", "meet with | the envoy", "assist with aid for | the north": a few steps down. */
function isNear({ tree }: ClauseView, token: number, head: number): boolean {
  for (let at = token, i = 0; at >= 0 && i < 4; at = tree.head[at]!, i++) {
    if (at === head) return true;
    const relation = tree.relation[at]!;
    if (relation === 'acl' || relation === 'appos') return false;
  }
  return false;
}

/** The partner's phrase: a name as it stands, else its noun phrase. */
function partnerPhrase({ view, nameAt }: Situation, token: number): TokenRange {
  return nameAt(token) ?? nounPhrase(view, token);
}
