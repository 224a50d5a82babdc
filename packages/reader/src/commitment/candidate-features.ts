/**
 * Features of a candidate for the ranker: which cue in which frame, who the party is, what stands
 * over the cue (a modal, a negation, an "if", a verb of speech), where it stands in the article.
 * Names are never features: the ranker is to learn English, not who was in the news.
 * @module
 */
import type { Candidate } from './candidate.ts';
import type { ClauseView, TokenRange } from './clause-view.ts';
import { caseOf, childrenBy, childrenOf, ownSubject, sentenceOf } from './clause-view.ts';

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
  /** The head words of all mentions, in order. */
  readonly mentionHeads: Int32Array;
  /** The kind of part that a token stands in ("title", "paragraph", …). */
  partAt(token: number): string;
}

/** Call `add` with each feature's name. */
export type FeatureSink = (name: string) => void;

const PRONOUN =
  /^(i|we|you|he|she|they|it|who|this|that|these|those|there|one|everyone|anyone|nobody|some|many|most|both|all)$/;

/** A word for what kind of party this is: a pronoun itself, else class, kind and number. */
function partyClass({ view, kindAt }: Situation, token: number): string {
  if (token < 0) return 'none';
  const word = view.words[token]!;
  if (PRONOUN.test(word)) return word;
  if (/^(my|our|your|his|her|their|its|whose)$/.test(word)) return word;
  const kind = kindAt(token) ?? '-';
  return `${view.classes[token]}.${kind}`;
}

/** A party that can take a position; where the tree has another one, the attribution's source does. */
function canAct({ view, kindAt }: Situation, token: number): boolean {
  if (token < 0) return false;
  const isActing = /^(person|government|organisation|group|unnamed)$/.test(kindAt(token) ?? '');
  return isActing || view.classes[token] === 'PRON';
}

/** List the features of a candidate. `rank` is how many candidates with its key came before. */
export function addFeatures(
  situation: Situation,
  candidate: Candidate,
  { rank, repeats }: { rank: number; repeats: boolean },
  add: FeatureSink,
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
  add('bias');
  for (const name of [`key=${key}`, `stance=${stance}`, `lexical=${lexical}.${frame}`]) {
    add(name);
    add(`${name}|weak=${candidate.isWeak}`);
    add(`${name}|not=${isNegated}`);
    add(`${name}|who=${who}`);
    add(`${name}|tag=${tag}`);
    add(`${name}|modal=${modal}`);
    add(`${name}|${quote}`);
    add(`${name}|place=${candidate.partyPlace}`);
    add(`${name}|release=${situation.isRelease}`);
  }
  add(`who=${who}`);
  add(`who=${who}|${quote}`);
  add(`other=${other}`);
  add(`stance=${stance}|other=${other}`);
  add(`frame=${frame}|other=${other}`);
  add(`tag=${tag}|modal=${modal}`);
  addAction(situation, candidate, add);
  addAbove(situation, candidate, add);
  addAround(situation, candidate, add);
  const act = told < 0 ? 'none' : situation.acts[told]!;
  add(`act=${act}|weak=${candidate.isWeak}`);
  add(`act=${act}|${lexical}.${frame}`);
  add(`act=${act}|key=${key}`);
  add(`rank=${Math.min(rank, 2)}`);
  if (repeats) add('repeats');
}

/** The action: its head, its length, its first word, its own subject. */
function addAction({ view }: Situation, candidate: Candidate, add: FeatureSink): void {
  const { actionHead, action, lexical, frame } = candidate;
  const lemma = view.lemmas[actionHead]!;
  const length = action[1] - action[0];
  const size =
    length < 2 ? '1' : length < 4 ? '3' : length < 10 ? '9' : length < 25 ? '24' : 'long';
  add(`action=${view.classes[actionHead] === 'PROPN' ? 'PROPN' : lemma}`);
  add(`action=${view.classes[actionHead]}|${lexical}.${frame}`);
  if (view.classes[actionHead] !== 'PROPN') add(`action=${lemma}|${lexical}`);
  add(`size=${size}`);
  add(`size=${size}|${lexical}.${frame}`);
  add(`first=${view.classes[action[0]]}|${frame}`);
  const subject = ownSubject(view, actionHead);
  if (subject >= 0) add(`action.subject=${view.classes[subject]}|${frame}`);
  for (const child of childrenBy(view, actionHead, 'aux'))
    add(`action.aux=${view.words[child]}|${lexical}`);
  for (const child of childrenBy(view, actionHead, 'aux'))
    if (view.tags[child] === 'MD') add(`key=${candidate.key}|action.modal=${view.words[child]}`);
  if (candidate.frame === 'modal' && /^(have|be)$/.test(lemma)) add(`modal.${lemma}`);
  for (const child of childrenBy(view, actionHead, 'aux'))
    if (view.lemmas[child] === 'have') add(`action.perfect|${lexical}`);
}

/** Steps up the tree that features look at. */
const STEPS = 5;

/** What stands over the cue: its relation, the verbs above it, the markers of its clauses. */
function addAbove(
  { view, cueLemmas, coverOf }: Situation,
  candidate: Candidate,
  add: FeatureSink,
): void {
  const { tree, lemmas, words } = view;
  const top = candidate.frame === 'modal' ? candidate.actionHead : candidate.cueWord;
  const { lexical, key } = candidate;
  const relation = tree.deprel[top]!;
  add(`relation=${relation}`);
  add(`relation=${relation}|${lexical}`);
  add(`relation=${relation}|${candidate.frame}`);
  const marker = caseOf(view, top);
  if (marker !== '') add(`marker=${marker}`);
  if (marker !== '') add(`marker=${marker}|${lexical}`);
  let isFirst = true;
  for (let at = top, i = 0; at >= 0 && i < STEPS; at = tree.head[at]!, i++) {
    const role = tree.deprel[at]!;
    for (const child of childrenBy(view, at, 'mark', 'advmod')) {
      if (
        child < at &&
        /^(if|when|whether|how|why|where|because|after|before|as|while|although|though|unless|until|since|once)$/.test(
          words[child]!,
        )
      )
        add(`over=${words[child]}`);
    }
    if (
      /^(ccomp|xcomp|advcl|parataxis|obj|conj|acl|acl:relcl|nmod|obl)$/.test(role) &&
      tree.head[at]! >= 0 &&
      isFirst
    ) {
      const parent = tree.head[at]!;
      const name = view.classes[parent] === 'PROPN' ? 'PROPN' : lemmas[parent];
      if (i > 0 || role !== 'conj') {
        add(`above=${name}|${role.slice(0, 5)}`);
        add(`above=${name}|${lexical}`);
        isFirst = false;
      }
    }
    if (role === 'acl:relcl') add('in=relative');
    if (role === 'advcl') add('in=adverbial');
  }
  const cover = coverOf[candidate.cueWord]!;
  add(cover < 0 ? `cover=none|${lexical}` : `cover=some|${lexical}`);
  if (cover >= 0) add(`cover=${cueLemmas[cover]}`);
  if (cover >= 0) add(`cover=${cueLemmas[cover]}|${lexical}`);
  add(`${cover < 0 ? 'bare' : 'told'}|key=${key}`);
}

/** The words beside the cue, the sentence and its place in the article. */
function addAround(situation: Situation, candidate: Candidate, add: FeatureSink): void {
  const { view } = situation;
  const { cueWord, cue, lexical } = candidate;
  const [start, end] = sentenceOf(view, cueWord);
  const before = cue[0] > start ? plainWord(view, cue[0] - 1) : '^';
  const after = cue[1] < end ? plainWord(view, cue[1]) : '$';
  add(`before=${before}`);
  add(`after=${after}`);
  add(`before=${before}|${lexical}`);
  add(`part=${situation.partAt(cueWord)}`);
  if (view.words[end - 1] === '?' || (view.words[end - 1] === '”' && view.words[end - 2] === '?'))
    add(`question|${lexical}`);
  const index = view.analysis.sentences.of[cueWord]!;
  add(`sentence=${index < 1 ? 0 : index < 3 ? 2 : index < 8 ? 7 : 'late'}`);
  for (const child of childrenOf(view, cueWord))
    if (view.tree.relation[child] === 'advmod') add(`adverb=${view.words[child]}`);
  if (candidate.frame === 'modal')
    for (const child of childrenOf(view, candidate.actionHead))
      if (view.tree.relation[child] === 'advmod') add(`adverb=${view.words[child]}`);
  if (before === 'not' || before === "n't") add(`notbefore|${lexical}`);
}

/** A word as a feature: names and numbers by their class. */
function plainWord(view: ClauseView, token: number): string {
  const kind = view.classes[token]!;
  return kind === 'PROPN' || kind === 'NUM' || kind === 'NOUN' ? kind : view.words[token]!;
}
