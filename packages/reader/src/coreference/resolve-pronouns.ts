/**
 * Pronouns of the third person: the candidates that fit in number, gender and kind are scored by
 * place, distance and salience (after Lappin and Leass 1994), and the best one wins with a score
 * that falls as the second comes near.
 * @module
 */

import { PRONOUN_WEIGHTS } from '../lang/en/data/pronoun-weights.ts';
import type { Mention } from '../layers.ts';
import { classifyPronoun } from '../mention/pronoun.ts';
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
  const barred = listCoArguments(resolution, index);
  const accepts = (cluster: Cluster, at: number): boolean =>
    cluster !== speaker &&
    !isModifierName(resolution, cluster, at) &&
    isFitting(cluster, anaphor, kind) &&
    !barred.includes(cluster) &&
    !isAround(resolution.mentions[at] as Mention, anaphor);
  const anaphorContext = {
    isSource: context.isSource,
    lastSource: context.lastSourceAt(anaphor.start),
  };
  const weights = WEIGHTS[kind];
  const input = { resolution, index, context: anaphorContext };
  // The trainer keeps the vectors; reading needs but one to sum up.
  const isKept = context.observe !== undefined;
  const candidates = findCandidates(resolution, index, accepts);
  // The only one that fits is the one, whatever speaks for it.
  if (!isKept && candidates.length === 1)
    return [{ candidate: candidates[0] as Candidate, score: 0, vector: scratch }];
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
