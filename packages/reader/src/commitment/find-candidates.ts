/**
 * Candidates for commitments: every cue of the stance tables with its arguments, in the order of
 * the text. Frames propose widely ("said it will rain" is a candidate too); the ranker decides.
 * @module
 */
import type { Candidate, PartyPlace } from './candidate.ts';
import { turnStance } from './candidate.ts';
import type { ClauseView, TokenRange } from './clause-view.ts';
import {
  agentOf,
  childrenBy,
  childrenOf,
  isPassive,
  isVerb,
  modalOver,
  negationOf,
  nounPhrase,
  ownSubject,
  subjectOf,
} from './clause-view.ts';
import type { Complement } from './complements.ts';
import { findComplement, predicateOf } from './complements.ts';
import { findModal } from './find-modal.ts';
import { LIGHT_VERBS } from './lang/en/data/stance-cues.ts';
import type { CueFrame, CueTable } from './stance-lexicon.ts';
import { ADJECTIVE_TABLE, NOUN_TABLE, VERB_TABLE } from './stance-lexicon.ts';

/** Find the candidates of an article. */
export function findCandidates(view: ClauseView): Candidate[] {
  const found: Candidate[] = [];
  for (let token = 0; token < view.words.length; token++) {
    const lexical = findLexical(view, token);
    if (lexical) found.push(lexical);
    const modal = findModal(view, token);
    if (modal) found.push(modal);
  }
  return found;
}

interface Entry {
  readonly lemma: string;
  readonly frames: readonly CueFrame[];
  /** Where the cue ends: its particle, if it has one. */
  readonly last: number;
}

/** Verbs that have a row with a particle ("rule+out"). */
const PHRASAL: ReadonlySet<string> = new Set(
  [...VERB_TABLE.keys()].flatMap((key) => (key.includes('+') ? [key.split('+')[0]!] : [])),
);

/** What trees call a particle. */
const PARTICLE_LINKS: ReadonlySet<string> = new Set('compound advmod obl xcomp case'.split(' '));

/** Every word of the tables: most tokens are none, and one look-up tells. */
const CUE_WORDS: ReadonlySet<string> = new Set([
  ...PHRASAL,
  ...[VERB_TABLE, NOUN_TABLE, ADJECTIVE_TABLE].flatMap((table) => [...table.keys()]),
]);

/** The row of a verb, with its particle if there is one ("ruled | out"). */
function verbEntry(view: ClauseView, token: number): Entry | null {
  const lemma = view.lemmas[token]!;
  const plain = VERB_TABLE.get(lemma);
  if (!PHRASAL.has(lemma)) return plain ? { lemma, frames: plain, last: token } : null;
  const { tree } = view;
  for (let child = tree.child[token]!; 0 <= child; child = tree.sibling[child]!) {
    const isParticle = child > token && child <= token + 3;
    if (!isParticle || !PARTICLE_LINKS.has(tree.relation[child]!)) continue;
    const frames = VERB_TABLE.get(`${lemma}+${view.words[child]}`);
    if (frames) return { lemma: `${lemma}+${view.words[child]}`, frames, last: child };
  }
  const next = VERB_TABLE.get(`${lemma}+${view.words[token + 1] ?? ''}`);
  if (next) return { lemma: `${lemma}+${view.words[token + 1]}`, frames: next, last: token + 1 };
  return plain ? { lemma, frames: plain, last: token } : null;
}

function tableEntry(view: ClauseView, token: number, table: CueTable): Entry | null {
  const lemma = view.lemmas[token]!;
  const ofLemma = table.get(lemma);
  if (ofLemma) return { lemma, frames: ofLemma, last: token };
  const word = view.words[token]!;
  const ofWord = table.get(word);
  return ofWord ? { lemma: word, frames: ofWord, last: token } : null;
}

function entryOf(view: ClauseView, token: number): Entry | null {
  const kind = view.classes[token];
  if (kind === 'VERB') {
    // "is committed to", "is opposed to": participles that the treebanks call verbs.
    const verb = verbEntry(view, token);
    return verb ?? tableEntry(view, token, ADJECTIVE_TABLE);
  }
  if (kind === 'NOUN')
    return tableEntry(view, token, NOUN_TABLE) ?? tableEntry(view, token, ADJECTIVE_TABLE);
  if (kind === 'ADJ' || kind === 'ADP') return tableEntry(view, token, ADJECTIVE_TABLE);
  return null;
}

/** The best candidate of a lexical cue: the first frame that finds its complement. */
function findLexical(view: ClauseView, token: number): Candidate | null {
  for (const entry of entriesOf(view, token)) {
    const best = pickFrame(listFrames(view, token, entry));
    if (best) return describeCandidate(view, { token, entry, ...best });
  }
  return null;
}

function listFrames(
  view: ClauseView,
  token: number,
  entry: Entry,
): { frame: CueFrame; complement: Complement }[] {
  const found: { frame: CueFrame; complement: Complement }[] = [];
  for (const frame of entry.frames) {
    const complement =
      frame.frame === 'bare'
        ? bareComplement(view, token)
        : findComplement(view, token, frame.frame);
    if (complement && isSound(token, complement)) found.push({ frame, complement });
  }
  return found;
}

const NO_ENTRIES: readonly Entry[] = [];

/** The rows of a token: that of its class, then those of the words that taggers confuse it with. */
function entriesOf(view: ClauseView, token: number): readonly Entry[] {
  const word = view.words[token]!;
  const isKnown = CUE_WORDS.has(view.lemmas[token]!) || CUE_WORDS.has(word);
  const first = isKnown ? entryOf(view, token) : null;
  if (!first && !word.endsWith('ing')) return NO_ENTRIES;
  const found = first ? [first] : [];
  // "the U.S. backing for": a noun in -ing that was tagged as a verb, and the other way round.
  if (!word.endsWith('ing')) return found;
  const noun = NOUN_TABLE.get(word);
  if (noun && first?.frames !== noun) found.push({ lemma: word, frames: noun, last: token });
  if (view.classes[token] === 'VERB') return found;
  for (const lemma of [word.slice(0, -3), `${word.slice(0, -3)}e`]) {
    const verb = VERB_TABLE.get(lemma);
    if (verb) found.push({ lemma, frames: verb, last: token });
  }
  return found;
}

/** A complement that covers its own cue comes from a broken tree. */
const isSound = (token: number, { range }: Complement): boolean =>
  range[0] < range[1] && !(range[0] <= token && token < range[1]);

/** Of several frames the one with an object before a verb phrase, then the strong one, wins. */
function pickFrame<F extends { frame: CueFrame }>(found: readonly F[]): F | undefined {
  if (found.length < 2) return found[0];
  const rank = ({ frame }: F) => FRAME_RANKS.findIndex((test) => test.test(frame.frame));
  return [...found].sort((a, b) => rank(a) - rank(b))[0];
}

/** "urged X to go" before "urged X"; "pledged to go" before the date that follows as an object. */
const FRAME_RANKS: readonly RegExp[] = [
  /^.+-inf$/,
  /^inf$/,
  /that$/,
  /^ing$/,
  /^obj-/,
  /^np$/,
  /^pp/,
  /^cop$/,
  /./,
];

/** "… is unacceptable": what is judged is the subject. */
function bareComplement(view: ClauseView, token: number): Complement | null {
  const subject = ownSubject(view, token);
  if (subject < 0 || subject > token) return null;
  return { head: subject, range: nounPhrase(view, subject), object: -1 };
}

interface Found {
  readonly token: number;
  readonly entry: Entry;
  readonly frame: CueFrame;
  readonly complement: Complement;
}

function describeCandidate(view: ClauseView, found: Found): Candidate {
  const { token, entry, frame } = found;
  const negation = negationOf(view, token);
  const inner = negationOf(view, found.complement.head);
  const isVerbal = /^(inf|ing|that|obj-that)$/.test(frame.frame);
  const turnsInside = isVerbal && inner >= 0 && /^(commits|offers|considers)$/.test(frame.stance);
  const isClause = /that$/.test(frame.frame);
  const isNominal = NOUN_TABLE.get(entry.lemma) === entry.frames;
  const party = isNominal
    ? nounParty(view, token)
    : isClause
      ? clauseParty(view, found)
      : partyOf(view, token, frame);
  const complement = isClause ? trimClause(view, found, party.party) : found.complement;
  return {
    cueWord: token,
    key: `${entry.lemma}:${frame.frame}`,
    frame: frame.frame,
    stance: turnStance(frame.stance, negation >= 0 !== turnsInside),
    lexical: frame.stance,
    isWeak: frame.isWeak,
    isSure: frame.isSure,
    ...party,
    cue: cueRange(view, { token, last: entry.last, complement }),
    actionHead: complement.head,
    action: complement.range,
    lead: complement.lead ?? null,
    counterparty: isClause && frame.stance !== 'demands' ? -1 : complement.object,
    negation: negation >= 0 ? negation : turnsInside ? inner : -1,
    modal: modalOver(view, token),
  };
}

/**
 * "demanded that Moscow withdraw" and "pledged that he would help" keep the predicate alone;
 * "promised that every miner will be paid" keeps the clause.
 */
function trimClause(view: ClauseView, { frame, complement }: Found, party: number): Complement {
  const subject = complement.object;
  if (frame.stance === 'demands') return predicateOf(view, complement);
  const isSame = /^(i|we|he|she|it|they)$/.test(view.words[subject] ?? '') || subject === party;
  return isSame ? { ...predicateOf(view, complement), object: -1 } : complement;
}

/** Verbs that only tell what follows; the words nearest the position are the pronoun after them. */
const TELLING = /^(announce|say|declare|confirm|suggest|indicate|tweet|write|reaffirm|reiterate)$/;

/**
 * "Dale announced he would resign", "Dale said that Norland would pay": whoever stands beside
 * "would" takes the position; in "said that miners will be paid" that is the teller.
 */
function clauseParty(
  view: ClauseView,
  { token, frame, complement }: Found,
): { party: number; partyPlace: PartyPlace } {
  const { object: subject, head } = complement;
  const isPronoun = subject >= 0 && /^(he|she|it|they|we|i)$/.test(view.words[subject]!);
  const isNoun = subject >= 0 && /^(NOUN|PROPN)$/.test(view.classes[subject]!);
  const isActing = isPronoun || (isNoun && !isPassive(view, head));
  if (isActing && frame.stance === 'commits' && TELLING.test(view.lemmas[token]!))
    return { party: subject, partyPlace: 'subject' };
  return partyOf(view, token, frame);
}

const EXPLETIVES: ReadonlySet<string> = new Set(['it', 'there', 'that', 'this', 'which', 'what']);

/** Who takes the position: subject, owner or agent of the cue; none where the speaker does. */
function partyOf(
  view: ClauseView,
  token: number,
  { frame }: CueFrame,
): { party: number; partyPlace: PartyPlace } {
  const speaker = { party: -1, partyPlace: 'speaker' as const };
  if (view.classes[token] === 'NOUN') return nounParty(view, token);
  const agent = agentOf(view, token);
  const isParticiple = view.tree.relation[token] === 'acl' && view.tags[token] === 'VBN';
  if (isVerb(view, token) && (isPassive(view, token) || isParticiple)) {
    if (agent >= 0) return { party: agent, partyPlace: 'agent' };
    if (!isReallyActive(view, token, frame)) return speaker;
  }
  const subject = subjectOf(view, token);
  // "We need new roads": who says so demands it.
  if (view.lemmas[token] === 'need') return speaker;
  const isJudged = frame === 'bare' || EXPLETIVES.has(view.words[subject] ?? '');
  return subject < 0 || isJudged ? speaker : { party: subject, partyPlace: 'subject' };
}

/** Participles that say what their subject is bent on, no passive ("is committed to"). */
const BENT: ReadonlySet<string> = new Set([
  'commit',
  'determine',
  'dedicate',
  'oppose',
  'prepare',
  'resolve',
  'intend',
]);

/** "is committed to"; "Two members opposed | the bill", a past tense read as a participle. */
function isReallyActive(view: ClauseView, token: number, frame: string): boolean {
  if (BENT.has(view.lemmas[token]!)) return true;
  if (view.tree.relation[token] !== 'acl') return false;
  const hasObject = childrenBy(view, token, 'obj').some((child) => child > token);
  return hasObject || !/^(np|obj-|ing)/.test(frame);
}

/** "his pledge", "a pledge by …", "reiterated its commitment", "is an advocate of". */
function nounParty(view: ClauseView, token: number): { party: number; partyPlace: PartyPlace } {
  const { tree } = view;
  const owner = childrenOf(view, token).find((child) => tree.deprel[child] === 'nmod:poss');
  if (owner !== undefined) {
    // "They reaffirmed their commitment": who reaffirms it stands nearer to the position.
    const voice = /^(their|its|our|his|her|my)$/.test(view.words[owner]!)
      ? voiceOf(view, token)
      : -1;
    if (voice >= 0) return { party: voice, partyPlace: 'object' };
    return { party: owner, partyPlace: 'owner' };
  }
  const modifier = childrenBy(view, token, 'compound').find((child) => isStateName(view, child));
  if (modifier !== undefined) return { party: modifier, partyPlace: 'owner' };
  const agent = agentOf(view, token);
  if (agent >= 0) return { party: agent, partyPlace: 'agent' };
  const parent = tree.head[token]!;
  const isObject = parent >= 0 && /^(obj|obl|xcomp|conj)$/.test(tree.relation[token]!);
  const isLight = isObject && LIGHT_VERBS.has(view.lemmas[parent]!);
  const hasCopula = childrenBy(view, token, 'cop').length > 0;
  const subject = hasCopula ? ownSubject(view, token) : isLight ? subjectOf(view, parent) : -1;
  if (subject >= 0 && !EXPLETIVES.has(view.words[subject]!))
    return { party: subject, partyPlace: 'object' };
  const from = childrenBy(view, token, 'nmod', 'obl').find((child) =>
    childrenBy(view, child, 'case').some((at) => view.words[at] === 'from'),
  );
  if (from !== undefined) return { party: from, partyPlace: 'agent' };
  return { party: -1, partyPlace: 'speaker' };
}

/** The subject of the light verb that has a noun as its object, or -1. */
function voiceOf(view: ClauseView, token: number): number {
  const parent = view.tree.head[token]!;
  const isObject = parent >= 0 && /^(obj|obl|conj)$/.test(view.tree.relation[token]!);
  if (!isObject || !LIGHT_VERBS.has(view.lemmas[parent]!)) return -1;
  const subject = subjectOf(view, parent);
  return subject >= 0 && !EXPLETIVES.has(view.words[subject]!) ? subject : -1;
}

/** "the U.S. commitment": a short name in capitals before the noun. */
const isStateName = (view: ClauseView, token: number): boolean =>
  view.classes[token] === 'PROPN' &&
  /^(u\.s\.?|us|u\.k\.?|uk|eu|e\.u\.?|u\.n\.?|un)$/.test(view.words[token]!);

interface CuePlace {
  readonly token: number;
  readonly last: number;
  readonly complement: Complement;
}

/** The cue with its auxiliaries before it and the "to" or preposition after it. */
function cueRange(view: ClauseView, { token, last, complement }: CuePlace): TokenRange {
  let start = token;
  for (const child of childrenOf(view, token)) {
    const relation = view.tree.relation[child]!;
    const isBefore = child < token && child >= token - 5;
    if (isBefore && /^(aux|cop|advmod)$/.test(relation) && isUnbroken(view, child, token))
      start = Math.min(start, child);
  }
  let end = last + 1;
  const stop = complement.object > last ? complement.object : complement.range[0];
  // "pledged | to", "committed | to", "called | on": words of form only, up to the next argument.
  while (end < stop && /^(PART|ADP|SCONJ|ADV)$/.test(view.classes[end]!)) end++;
  return [start, end];
}

/** No comma between an auxiliary and its verb. */
function isUnbroken(view: ClauseView, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (view.words[at] === ',') return false;
  return true;
}
