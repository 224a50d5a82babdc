/**
 * Pronouns of the third person: the candidates that fit in number, gender and kind are scored by
 * place, distance and salience (after Lappin and Leass 1994), and the best one wins with a score
 * that falls as the second comes near.
 * @module
 */

import { PRONOUN_WEIGHTS } from '../lang/en/data/pronoun-weights.ts';
import type { Mention } from '../layers.ts';
import { classifyPronoun } from '../mention/pronoun.ts';
import { sentenceOf } from '../mention/words.ts';
import {
  CANDIDATE_FEATURES,
  type Candidate,
  describeCandidate,
  findCandidates,
  orderWeights,
} from './candidate.ts';
import { addCluster, addMention, type Cluster, clusterAt, type Resolution } from './cluster.ts';
import { bodyOf } from './represents.ts';

/** What the article says of who is whose speaker, as far as it is known when a pronoun is read. */
export interface SpeakerContext {
  readonly isSource: (mention: number) => boolean;
  /** The cluster that speaks the words around a token, or undefined. */
  readonly speakerAt: (token: number) => Cluster | undefined;
  /** The source of the attribution that ended last before a token. */
  readonly lastSourceAt: (token: number) => Cluster | undefined;
  /** Sees every pronoun's candidates and may choose another one: for the trainer alone. */
  readonly observe?: (
    index: number,
    kind: PronounClass,
    ranked: readonly ScoredCandidate[],
  ) => number;
}

/** The pronoun classes that have weights of their own. */
export const PRONOUN_CLASSES = ['person', 'it', 'they'] as const;
export type PronounClass = (typeof PRONOUN_CLASSES)[number];

/** The class of a pronoun of the third person. @returns undefined for "I", "we", "you". */
export function classOfPronoun(form: string): PronounClass | undefined {
  if (/^(?:he|him|his|himself|she|her|hers|herself)$/.test(form)) return 'person';
  if (/^(?:it|its|itself)$/.test(form)) return 'it';
  if (/^(?:they|them|their|theirs|themselves)$/.test(form)) return 'they';
  return undefined;
}

/** A candidate with its score. */
export interface ScoredCandidate {
  readonly candidate: Candidate;
  readonly score: number;
  readonly vector: Float64Array;
}

const WEIGHTS: Readonly<Record<PronounClass, Float64Array>> = {
  person: orderWeights(PRONOUN_WEIGHTS.person),
  it: orderWeights(PRONOUN_WEIGHTS.it),
  they: orderWeights(PRONOUN_WEIGHTS.they),
};

/**
 * Resolve the pronoun `index`; where nothing fits it stays a cluster of its own.
 */
export function resolvePronoun(
  resolution: Resolution,
  index: number,
  context: SpeakerContext,
): void {
  const mention = resolution.mentions[index] as Mention;
  const form = resolution.words.lower[mention.start] as string;
  const kind = classOfPronoun(form);
  if (!kind) return;
  const ranked = rankCandidates(resolution, index, kind, context);
  const best = ranked[context.observe?.(index, kind, ranked) ?? 0];
  if (!best) {
    addCluster(resolution, index, 0.3);
    return;
  }
  addMention(resolution, best.candidate.cluster, index, confidenceOf(ranked));
  const { cluster } = best.candidate;
  if (kind === 'person' && cluster.kind === 'thing') cluster.kind = 'person';
}

/** The share of the best among all by softmax: 0.5 where two are level. */
function confidenceOf(ranked: readonly ScoredCandidate[]): number {
  const top = (ranked[0] as ScoredCandidate).score;
  let sum = 0;
  for (const { score } of ranked) sum += Math.exp(score - top);
  return 1 / sum;
}

/** All candidates that fit, best first. */
export function rankCandidates(
  resolution: Resolution,
  index: number,
  kind: PronounClass,
  context: SpeakerContext,
): ScoredCandidate[] {
  const anaphor = resolution.mentions[index] as Mention;
  const speaker = context.speakerAt(anaphor.start);
  const barred = [...listCoArguments(resolution, index), ...listNamedBelow(resolution, index)];
  const accepts = (cluster: Cluster, at: number): boolean =>
    cluster !== speaker &&
    !isModifierName(resolution, cluster, at) &&
    isFitting(cluster, anaphor, kind) &&
    !barred.includes(cluster) &&
    !isAround(resolution.mentions[at] as Mention, anaphor);
  const weights = WEIGHTS[kind];
  // The trainer keeps the vectors; reading needs but one to sum up.
  const isKept = context.observe !== undefined;
  const candidates = findCandidates(resolution, index, accepts);
  // The only one that fits is the one, whatever speaks for it.
  if (!isKept && candidates.length === 1)
    return [{ candidate: candidates[0] as Candidate, score: 0, vector: scratch }];
  const lastSource = context.lastSourceAt(anaphor.start);
  const anaphorContext = {
    isSource: context.isSource,
    lastSource,
    subject: subjectBefore(resolution, index, candidates, lastSource),
  };
  const input = { resolution, index, context: anaphorContext };
  const ranked: ScoredCandidate[] = [];
  for (const candidate of candidates) {
    const vector = isKept ? new Float64Array(weights.length) : scratch;
    describeCandidate(input, candidate, vector);
    let score = 0;
    for (let at = 0; at < vector.length; at++)
      score += (vector[at] as number) * (weights[at] as number);
    insertRanked(ranked, { candidate, score, vector });
  }
  return ranked;
}

/** A subject, or whose the subject is: "Vale's support is unbroken. He". */
function isOfSubject({ phrases }: Resolution['words'], token: number): boolean {
  const { head, deprel } = phrases;
  const at = deprel[token] === 'nmod:poss' ? (head[token] as number) : token;
  return 0 <= at && (deprel[at] as string).startsWith('nsubj');
}

/**
 * The candidate that is a subject outside quotations in the pronoun's own sentence before it, or in
 * the sentence before, where who spoke last is not mentioned.
 */
function subjectBefore(
  resolution: Resolution,
  index: number,
  candidates: readonly Candidate[],
  lastSource: Cluster | undefined,
): Cluster | undefined {
  const { mentions, words } = resolution;
  const here = sentenceOf(words, (mentions[index] as Mention).start);
  let speech = -1;
  for (const { cluster, mention } of candidates)
    if (cluster === lastSource) speech = sentenceOf(words, (mentions[mention] as Mention).start);
  for (const { cluster, mention: at } of candidates) {
    const mention = mentions[at] as Mention;
    const there = sentenceOf(words, mention.start);
    if (there < here && (there + 1 < here || there <= speech)) return undefined;
    const isSubject = isOfSubject(words, mention.headWord);
    const isQuoted = 0 < (words.analysis.quotes.depth[mention.headWord] as number);
    if (isSubject && !isQuoted) return cluster;
  }
  return undefined;
}

const scratch = new Float64Array(CANDIDATE_FEATURES.length);

/** Candidates come by rank: of two with one score the earlier stands first. */
function insertRanked(ranked: ScoredCandidate[], one: ScoredCandidate): void {
  let at = ranked.length;
  while (0 < at && (ranked[at - 1] as ScoredCandidate).score < one.score) at--;
  ranked.splice(at, 0, one);
}

function isFitting(cluster: Cluster, anaphor: Mention, kind: PronounClass): boolean {
  if (kind === 'person') {
    if (
      cluster.kind !== 'person' &&
      cluster.kind !== 'unnamed' &&
      !(cluster.kind === 'thing' && isMaybePerson(cluster))
    )
      return false;
    return !cluster.isPlural && (!cluster.gender || cluster.gender === anaphor.gender);
  }
  if (cluster.kind === 'person' || cluster.kind === 'unnamed')
    return kind === 'they' && cluster.isPlural;
  if (kind === 'it') return !cluster.isPlural && cluster.kind !== 'group';
  return (
    cluster.isPlural ||
    cluster.kind === 'group' ||
    cluster.kind === 'organisation' ||
    cluster.kind === 'government'
  );
}

/** "World leaders": a word of unknown kind that only modifies is nobody. */
function isModifierName(resolution: Resolution, cluster: Cluster, at: number): boolean {
  if (cluster.kind !== 'thing') return false;
  const { headWord } = resolution.mentions[at] as Mention;
  return resolution.words.phrases.deprel[headWord] === 'compound';
}

/** A name of unknown kind that stood alone at least once ("Vale said", not only "Vale prices"). */
function isMaybePerson(cluster: Cluster): boolean {
  return cluster.namedAt >= 0 && cluster.nameWords.length === 1;
}

/**
 * "He told him": the arguments of one verb are different ones, unless the pronoun is possessive or
 * reflexive. @returns the clusters of the other arguments of the pronoun's verb.
 */
function listCoArguments(resolution: Resolution, index: number): readonly Cluster[] {
  const { words, mentionAt } = resolution;
  const { headWord, start } = resolution.mentions[index] as Mention;
  const { head, deprel, child, sibling } = words.phrases;
  const found: Cluster[] = [];
  const governor = head[headWord] as number;
  const isOwn =
    deprel[headWord] === 'nmod:poss' || /sel(?:f|ves)$/.test(words.lower[start] as string);
  if (isOwn || governor < 0 || !ARGUMENT.test(deprel[headWord] as string)) return found;
  for (let at = child[governor] as number; 0 <= at; at = sibling[at] as number) {
    if (at === headWord || !ARGUMENT.test(deprel[at] as string)) continue;
    const cluster = clusterAt(resolution, mentionAt[at] as number);
    if (cluster) found.push(cluster);
  }
  return found;
}

/**
 * "He said that Vale would wait": whom a subject's own clause names after it, the subject is not
 * (principle C of the binding theory); but "He would wait, Vale said" may be Vale.
 */
function listNamedBelow(resolution: Resolution, index: number): readonly Cluster[] {
  const { words, mentions } = resolution;
  const { headWord, start } = mentions[index] as Mention;
  const { head, deprel } = words.phrases;
  const found: Cluster[] = [];
  const governor = head[headWord] as number;
  if (governor < 0 || !(deprel[headWord] as string).startsWith('nsubj')) return found;
  const here = sentenceOf(words, start);
  for (let at = index + 1; at < mentions.length; at++) {
    const mention = mentions[at] as Mention;
    if (sentenceOf(words, mention.start) !== here) break;
    if (!mention.name || !isBelow(resolution, mention.headWord, governor)) continue;
    const cluster = clusterAt(resolution, at);
    if (cluster) found.push(cluster);
  }
  return found;
}

function isBelow({ words }: Resolution, token: number, governor: number): boolean {
  const { head, deprel } = words.phrases;
  // Twelve steps: no sentence that people read is deeper.
  for (let at = token, step = 0; 0 <= at && step < 12; at = head[at] as number, step++) {
    if (at === governor) return true;
    if (deprel[at] === 'parataxis') return false;
  }
  return false;
}

/** "She brought it with her": what hangs by a preposition may be the subject again. */
const ARGUMENT = /^(?:nsubj|obj|iobj)/;

/** A pronoun inside a phrase is not that phrase ("[the woman and [her] husband]"). */
function isAround(mention: Mention, anaphor: Mention): boolean {
  return mention.start <= anaphor.start && anaphor.end <= mention.end;
}

/**
 * Join "I" inside a quotation to its speaker, and "we" to the body that he speaks for, or to him
 * where the text names none. @returns whether it was joined.
 */
export function resolveSpeakersPronoun(
  resolution: Resolution,
  index: number,
  context: SpeakerContext,
): boolean {
  const mention = resolution.mentions[index] as Mention;
  const pronoun = classifyPronoun(resolution.words.lower[mention.start] as string);
  if (pronoun?.person !== 1 || clusterAt(resolution, index)) return false;
  const speaker = context.speakerAt(mention.start);
  if (!speaker) return false;
  const body = pronoun.isPlural ? bodyOf(resolution, speaker) : undefined;
  addMention(resolution, body ?? speaker, index, body ? 0.7 : 0.9);
  return true;
}
