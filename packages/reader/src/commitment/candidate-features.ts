/**
 * Features of a candidate for the ranker: which cue in which frame, who the party is, what stands
 * over the cue (a modal, a negation, an "if", a verb of speech), where it stands in the article.
 * Names are never features: the ranker is to learn English, not who was in the news.
 * @module
 */
import type { Candidate } from './candidate.ts';
import type { ClauseView, TokenRange } from './clause-view.ts';
import { caseOf, childrenBy, childrenOf, ownSubject, sentenceOf } from './clause-view.ts';
import type { FeatureRows } from './feature-rows.ts';

/** What the features need to know of the article beside the tree. */
export interface Situation {
  readonly view: ClauseView;
  /** The article speaks as "we" outside quotation marks (a press release). */
  readonly isRelease: boolean;
  /** Index of the innermost attribution whose content holds the token, or -1. */
  readonly coverOf: Int32Array;
  /** Index of the attribution in whose cue the token stands, or -1. */
  readonly cueOf: Int32Array;
  /** What the source of each attribution does with its content. */
  readonly acts: readonly string[];
  /** Lemma of the cue of each attribution. */
  readonly cueLemmas: readonly string[];
  /** What kind of mention a token heads ("person", "government", …), or undefined. */
  kindAt(token: number): string | undefined;
  /** The whole name that a token stands in, or undefined. */
  nameAt(token: number): TokenRange | undefined;
  /** The kind of part that a token stands in ("title", "paragraph", …). */
  partAt(token: number): string;
}

/** Words that are a party's class themselves. */
const PRONOUNS: ReadonlySet<string> = new Set(
  (
    'i we you he she they it who this that these those there one everyone anyone nobody some many ' +
    'most both all my our your his her their its whose'
  ).split(' '),
);

/** Kinds of mentions that can take a position. */
const ACTING: ReadonlySet<string> = new Set(
  'person government organisation group unnamed'.split(' '),
);

/** A word for what kind of party a token is: a pronoun itself, else class, kind and number. */
export function partyClass({ view, kindAt }: Situation, token: number): string {
  if (token < 0) return 'none';
  const word = view.words[token]!;
  if (PRONOUNS.has(word)) return word;
  const kind = kindAt(token) ?? '-';
  return `${view.classes[token]}.${kind}`;
}

/** Whether a token heads a mention of somebody who can take a position. */
export const isActing = ({ kindAt }: Situation, token: number): boolean =>
  ACTING.has(kindAt(token) ?? '');

/** A party that can take a position; where the tree has another one, the attribution's source does. */
export const canAct = (situation: Situation, token: number): boolean =>
  0 <= token && (isActing(situation, token) || situation.view.classes[token] === 'PRON');

/** A candidate among those of its article. */
export interface CandidateInOrder {
  readonly candidate: Candidate;
  /** How many candidates with its key came before. */
  readonly rank: number;
  /** Whether one before it has its stance and action. */
  readonly repeats: boolean;
}

/** Add the features of a candidate. */
export function addFeatures(
  situation: Situation,
  { candidate, rank, repeats }: CandidateInOrder,
  features: FeatureRows,
): void {
  const { view } = situation;
  const { cueWord, key, frame, lexical, stance } = candidate;
  const told = situation.cueOf[cueWord]!;
  const who =
    told >= 0 && !canAct(situation, candidate.party)
      ? 'teller'
      : partyClass(situation, candidate.party);
  const other = partyClass(situation, candidate.counterparty);
  const tag = view.tags[cueWord]!;
  const isNegated = candidate.negation >= 0;
  const modal = candidate.modal >= 0 ? view.words[candidate.modal]! : '-';
  const quote = (view.analysis.quotes.depth[cueWord] ?? 0) > 0 ? 'quote' : 'plain';
  features.add`bias`;
  const weak = String(candidate.isWeak);
  const negated = String(isNegated);
  const release = String(situation.isRelease);
  for (const stem of [
    features.stem`key=${key}`,
    features.stem`stance=${stance}`,
    features.stem`lexical=${lexical}.${frame}`,
  ]) {
    features.addAfter(stem, '');
    features.addAfter(stem, '|weak=', weak);
    features.addAfter(stem, '|not=', negated);
    features.addAfter(stem, '|who=', who);
    features.addAfter(stem, '|tag=', tag);
    features.addAfter(stem, '|modal=', modal);
    features.addAfter(stem, '|', quote);
    features.addAfter(stem, '|place=', candidate.partyPlace);
    features.addAfter(stem, '|release=', release);
  }
  features.add`who=${who}`;
  features.add`who=${who}|${quote}`;
  features.add`other=${other}`;
  features.add`stance=${stance}|other=${other}`;
  features.add`frame=${frame}|other=${other}`;
  features.add`tag=${tag}|modal=${modal}`;
  addAction(situation, candidate, features);
  addAbove(situation, candidate, features);
  addAround(situation, candidate, features);
  const act = told < 0 ? 'none' : situation.acts[told]!;
  features.add`act=${act}|weak=${candidate.isWeak}`;
  features.add`act=${act}|${lexical}.${frame}`;
  features.add`act=${act}|key=${key}`;
  features.add`rank=${Math.min(rank, 2)}`;
  if (repeats) features.add`repeats`;
}

/** The action: its head, its length, its first word, its own subject. */
function addAction({ view, kindAt }: Situation, candidate: Candidate, features: FeatureRows): void {
  const { actionHead, action, lexical, frame, key } = candidate;
  const lemma = view.lemmas[actionHead]!;
  const length = action[1] - action[0];
  const size =
    length < 2 ? '1' : length < 4 ? '3' : length < 10 ? '9' : length < 25 ? '24' : 'long';
  features.add`action=${view.classes[actionHead] === 'PROPN' ? 'PROPN' : lemma}`;
  features.add`action=${view.classes[actionHead]}|${lexical}.${frame}`;
  if (view.classes[actionHead] !== 'PROPN') features.add`action=${lemma}|${lexical}`;
  // "backed the envoy" is campaigning, "backed the levy" a position; "suggests it fell" tells what was.
  const kind = kindAt(actionHead) ?? '-';
  const tag = view.tags[actionHead]!;
  features.add`action.kind=${kind}|${lexical}.${frame}`;
  features.add`action.kind=${kind}|key=${key}`;
  features.add`action.tag=${tag}|${lexical}.${frame}`;
  features.add`action.tag=${tag}|key=${key}`;
  features.add`size=${size}`;
  features.add`size=${size}|${lexical}.${frame}`;
  features.add`first=${view.classes[action[0]]}|${frame}`;
  const subject = ownSubject(view, actionHead);
  if (subject >= 0) features.add`action.subject=${view.classes[subject]}|${frame}`;
  const auxiliaries = childrenBy(view, actionHead, 'aux');
  for (const child of auxiliaries) features.add`action.aux=${view.words[child]}|${lexical}`;
  for (const child of auxiliaries)
    if (view.tags[child] === 'MD')
      features.add`key=${candidate.key}|action.modal=${view.words[child]}`;
  if (candidate.frame === 'modal' && (lemma === 'have' || lemma === 'be'))
    features.add`modal.${lemma}`;
  for (const child of auxiliaries)
    if (view.lemmas[child] === 'have') features.add`action.perfect|${lexical}`;
}

/** Steps up the tree that features look at. */
const STEPS = 5;

/** Words that open a clause over the cue. */
const OPENERS: ReadonlySet<string> = new Set(
  (
    'if when whether how why where because after before as while although though unless until ' +
    'since once'
  ).split(' '),
);

/** Relations by which a cue hangs on what is said or done. */
const LINKS: ReadonlySet<string> = new Set(
  'ccomp xcomp advcl parataxis obj conj acl acl:relcl nmod obl'.split(' '),
);

/** What stands over the cue: its relation, the verbs above it, the markers of its clauses. */
function addAbove(
  { view, cueLemmas, coverOf }: Situation,
  candidate: Candidate,
  features: FeatureRows,
): void {
  const { tree, lemmas, words } = view;
  const top = candidate.frame === 'modal' ? candidate.actionHead : candidate.cueWord;
  const { lexical, key } = candidate;
  const relation = tree.deprel[top]!;
  features.add`relation=${relation}`;
  features.add`relation=${relation}|${lexical}`;
  features.add`relation=${relation}|${candidate.frame}`;
  const marker = caseOf(view, top);
  if (marker !== '') features.add`marker=${marker}`;
  if (marker !== '') features.add`marker=${marker}|${lexical}`;
  let isFirst = true;
  for (let at = top, i = 0; at >= 0 && i < STEPS; at = tree.head[at]!, i++) {
    const role = tree.deprel[at]!;
    for (const child of childrenBy(view, at, 'mark', 'advmod')) {
      if (child < at && OPENERS.has(words[child]!)) features.add`over=${words[child]}`;
    }
    if (isFirst && tree.head[at]! >= 0 && LINKS.has(role)) {
      const parent = tree.head[at]!;
      const name = view.classes[parent] === 'PROPN' ? 'PROPN' : lemmas[parent];
      if (i > 0 || role !== 'conj') {
        features.add`above=${name}|${role.slice(0, 5)}`;
        features.add`above=${name}|${lexical}`;
        isFirst = false;
      }
    }
    if (role === 'acl:relcl') features.add`in=relative`;
    if (role === 'advcl') features.add`in=adverbial`;
  }
  const cover = coverOf[candidate.cueWord]!;
  features.add`cover=${cover < 0 ? 'none' : 'some'}|${lexical}`;
  if (cover >= 0) features.add`cover=${cueLemmas[cover]}`;
  if (cover >= 0) features.add`cover=${cueLemmas[cover]}|${lexical}`;
  features.add`${cover < 0 ? 'bare' : 'told'}|key=${key}`;
}

/** Words that open conditions. */
const CONDITIONAL: ReadonlySet<string> = new Set(
  'if unless until once provided pending case condition exchange'.split(' '),
);

/** The words beside the cue, the sentence and its place in the article. */
function addAround(situation: Situation, candidate: Candidate, features: FeatureRows): void {
  const { view } = situation;
  const { cueWord, cue, lexical } = candidate;
  const [start, end] = sentenceOf(view, cueWord);
  const before = cue[0] > start ? plainWord(view, cue[0] - 1) : '^';
  const after = cue[1] < end ? plainWord(view, cue[1]) : '$';
  features.add`before=${before}`;
  features.add`after=${after}`;
  features.add`before=${before}|${lexical}`;
  features.add`part=${situation.partAt(cueWord)}`;
  if (view.words[end - 1] === '?' || (view.words[end - 1] === '”' && view.words[end - 2] === '?'))
    features.add`question|${lexical}`;
  const index = view.analysis.sentences.of[cueWord]!;
  features.add`sentence=${index < 1 ? 0 : index < 3 ? 2 : index < 8 ? 7 : 'late'}`;
  for (const child of childrenOf(view, cueWord))
    if (view.tree.relation[child] === 'advmod') features.add`adverb=${view.words[child]}`;
  if (candidate.frame === 'modal')
    for (const child of childrenOf(view, candidate.actionHead))
      if (view.tree.relation[child] === 'advmod') features.add`adverb=${view.words[child]}`;
  if (before === 'not' || before === "n't") features.add`notbefore|${lexical}`;
  // "We will help if they ask": what hangs on something is seldom a mere forecast.
  for (let at = start; at < end; at++)
    if (CONDITIONAL.has(view.words[at]!)) {
      features.add`hangs=${view.words[at]}|${at < cueWord ? 'before' : 'after'}`;
      features.add`hangs|${lexical}`;
      break;
    }
}

/** A word as a feature: names and numbers by their class. */
function plainWord(view: ClauseView, token: number): string {
  const kind = view.classes[token]!;
  return kind === 'PROPN' || kind === 'NUM' || kind === 'NOUN' ? kind : view.words[token]!;
}
