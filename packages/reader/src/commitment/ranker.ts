/**
 * The ranker of candidates: softmax regression over hashed features into nine classes, "no
 * position" and the eight stances. Weights come from `models/commitments.bin`; without them the
 * strong rows of the stance tables stand as they are.
 * @module
 */
import { STANCES, type Stance } from '@onrecord/record';
import { openModel } from '../model/model-file.ts';
import type { Candidate } from './candidate.ts';
import type { Situation } from './candidate-features.ts';
import { addFeatures } from './candidate-features.ts';
import { FeatureRows } from './feature-rows.ts';
import { THREAT_PATTERN } from './lang/en/data/position-words.ts';

/** Classes in their order: none, then the stances. */
export const CLASS_COUNT = STANCES.length + 1;
/** Change it whenever a feature's name or meaning changes. */
export const RANKER_FEATURES = 'commitments-3';

/** Opened weights of the commitment stage. */
export interface CommitmentModel {
  readonly id: string;
  readonly weights: Int8Array;
  readonly scales: Float32Array;
  /** A candidate of a weak row is kept from this probability of being a position at all. */
  readonly leastWeak: number;
  /** A candidate of a strong row ("pledged to", "ruled out"), which needs less. */
  readonly leastStrong: number;
}

/**
 * Open `models/commitments.bin`.
 * @throws CodedError `model-format` when the bytes are no such model or of another feature set.
 */
export function openCommitmentModel(bytes: Uint8Array): CommitmentModel {
  const file = openModel(bytes, { stage: 'commitments', features: RANKER_FEATURES });
  return {
    id: file.id,
    weights: file.section('weights') as Int8Array,
    scales: file.section('scales') as Float32Array,
    leastWeak: (file.section('least') as Float32Array)[0] ?? 0.5,
    leastStrong: (file.section('least') as Float32Array)[1] ?? 0.5,
  };
}

/** A candidate with the stance that the ranker gives it and how sure it is of a position. */
export interface Ranked {
  readonly candidate: Candidate;
  readonly stance: Stance;
  readonly score: number;
}

/** The feature rows of each candidate of an article, in their order. */
export function listFeatureRows(
  situation: Situation,
  candidates: readonly Candidate[],
): Int32Array[] {
  const found: Int32Array[] = [];
  visitFeatureRows(situation, candidates, (rows) => found.push(Int32Array.from(rows)));
  return found;
}

/** Call `visit` with the rows of each candidate; they are overwritten after it returns. */
function visitFeatureRows(
  situation: Situation,
  candidates: readonly Candidate[],
  visit: (rows: readonly number[], candidate: Candidate) => void,
): void {
  const features = new FeatureRows();
  const seenKeys = new Map<string, number>();
  const seenActions = new Set<string>();
  for (const candidate of candidates) {
    const rank = seenKeys.get(candidate.key) ?? 0;
    const action = `${candidate.stance}|${situation.view.lemmas[candidate.actionHead]}`;
    features.clear();
    addFeatures(situation, { candidate, rank, repeats: seenActions.has(action) }, features);
    visit(features.rows, candidate);
    seenKeys.set(candidate.key, rank + 1);
    seenActions.add(action);
  }
}

/** The probabilities of the classes from their scores, in place. */
export function softmax(scores: Float64Array): void {
  const top = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  let sum = 0;
  for (let i = 0; i < scores.length; i++) sum += scores[i] = Math.exp(scores[i]! - top);
  for (let i = 0; i < scores.length; i++) scores[i] = scores[i]! / sum;
}

/** The score of a threat by its words alone; enough to be kept, below what is learned. */
const THREAT_SCORE = 0.3;

function isThreatening({ view }: Situation, { action, negation }: Candidate): boolean {
  if (negation >= 0) return false;
  const { tokens } = view.analysis;
  const span = [tokens.start[action[0]] ?? 0, tokens.end[action[1] - 1] ?? 0] as const;
  const words = tokens.text.slice(...span).toLowerCase();
  return THREAT_PATTERN.test(words.replace(/["“”]/g, ''));
}

/** Give each candidate its stance and score. @param model null for the tables alone */
export function rankCandidates(
  situation: Situation,
  candidates: readonly Candidate[],
  model: CommitmentModel | null,
): Ranked[] {
  if (!model)
    return candidates.map((candidate) => ({
      candidate,
      stance: candidate.stance,
      score: candidate.isWeak ? 0.25 : 0.75,
    }));
  const ranked: Ranked[] = [];
  const scores = new Float64Array(CLASS_COUNT);
  visitFeatureRows(situation, candidates, (rows, candidate) => {
    scores.fill(0);
    for (const row of rows) addWeights(scores, model, row);
    softmax(scores);
    let best = 1;
    for (let c = 2; c < CLASS_COUNT; c++) if (scores[c]! > scores[best]!) best = c;
    ranked.push(decideStance(situation, candidate, { best, score: 1 - scores[0]! }));
  });
  return ranked;
}

function addWeights(scores: Float64Array, { weights, scales }: CommitmentModel, row: number): void {
  const scale = scales[row]!;
  const from = row * CLASS_COUNT;
  for (let c = 0; c < CLASS_COUNT; c++) scores[c] = scores[c]! + weights[from + c]! * scale;
}

function decideStance(
  situation: Situation,
  candidate: Candidate,
  { best, score }: { best: number; score: number },
): Ranked {
  // Too rare in the corpora to be learned: "would be legitimate targets" is no plain promise.
  const isThreat = candidate.lexical === 'commits' && isThreatening(situation, candidate);
  if (isThreat) return { candidate, stance: 'threatens', score: Math.max(score, THREAT_SCORE) };
  return { candidate, stance: heedNegation(candidate, STANCES[best - 1]!), score };
}

/** Stances that say yes; a negated cue that the table turns to a no is none of them. */
const ASSENTING: ReadonlySet<Stance> = new Set(['commits', 'offers', 'accepts']);

/** "Breland will not put a single soldier there" is no promise, whatever else its words are like. */
function heedNegation({ negation, stance }: Candidate, learned: Stance): Stance {
  const isNo = 0 <= negation && !ASSENTING.has(stance);
  return isNo && ASSENTING.has(learned) ? stance : learned;
}
