/**
 * The ranker of candidates: softmax regression over hashed features into nine classes, "no
 * position" and the eight stances. Weights come from `models/commitments.bin`; without them the
 * strong rows of the stance tables stand as they are.
 * @module
 */
import { STANCES, type Stance } from '@onrecord/record';
import { type ModelFile, openModel } from '../model/model-file.ts';
import type { Candidate } from './candidate.ts';
import type { Situation } from './candidate-features.ts';
import { addFeatures } from './candidate-features.ts';
import type { PartnerModel } from './choose-partners.ts';
import type { ClauseView, TokenRange } from './clause-view.ts';
import { FeatureRows } from './feature-rows.ts';
import { oddsOfCue } from './find-positions.ts';
import { THREAT_PATTERN, VICTIM_PATTERN } from './lang/en/data/position-words.ts';
import { PositionNetwork } from './position-network.ts';

/** Classes in their order: none, then the stances. */
export const CLASS_COUNT = STANCES.length + 1;
/** Change it whenever a feature's name or meaning changes. */
export const RANKER_FEATURES = 'commitments-5';

/** Who asserts a position, in the order of their columns. */
export const ASSERTERS = ['self', 'outlet', 'other'] as const;
/** Who asserts a position: the party itself, the outlet, or somebody else. */
export type AsserterClass = (typeof ASSERTERS)[number];

/** Opened weights of the commitment stage. */
export interface CommitmentModel {
  readonly id: string;
  readonly weights: Int8Array;
  readonly scales: Float32Array;
  /** A candidate of a weak row is kept from this probability of being a position at all. */
  readonly leastWeak: number;
  /** A candidate of a strong row ("pledged to", "ruled out"), which needs less. */
  readonly leastStrong: number;
  /** Weights by which the same features tell who asserts the position. */
  readonly asserters: { readonly weights: Int8Array; readonly scales: Float32Array };
  /** Weights by which party and counterparties are chosen. */
  readonly partners: PartnerModel;
  /** Which words stand in positions, by a network; null in a file that has none. */
  readonly positions: PositionModel | null;
}

/** The position network, and how its word and the ranker's are weighed. */
export interface PositionModel {
  readonly network: PositionNetwork;
  /** Weights of `blendEvidence`. */
  readonly blend: Float32Array;
  /** A candidate is kept from this probability, by both. */
  readonly least: number;
}

/**
 * Open `models/commitments.bin`.
 * @throws CodedError `model-format` when the bytes are no such model or of another feature set.
 */
export function openCommitmentModel(bytes: Uint8Array): CommitmentModel {
  const file = openModel(bytes, { stage: 'commitments', features: RANKER_FEATURES });
  const table = (name: string) => ({
    weights: file.section(`${name}.weights`) as Int8Array,
    scales: file.section(`${name}.scales`) as Float32Array,
  });
  const [leastWeak = 0.5, leastStrong = 0.5, least = 0.5] = file.section('least') as Float32Array;
  return {
    id: file.id,
    ...table('stances'),
    ...{ leastWeak, leastStrong },
    asserters: table('asserters'),
    partners: { ...table('partners'), least },
    positions: file.has('position.blend') ? openPositions(file) : null,
  };
}

function openPositions(file: ModelFile): PositionModel {
  const values = file.section('position.blend') as Float32Array;
  const [blend, [least = 0.5]] = [values.subarray(0, -1), values.subarray(-1)];
  return { network: new PositionNetwork(file), blend, least };
}

/** A candidate with the stance that the ranker gives it and how sure it is of a position. */
export interface Ranked {
  readonly candidate: Candidate;
  readonly stance: Stance;
  readonly score: number;
  /** Who asserts it, where the weights are sure enough. */
  readonly asserter?: AsserterClass;
  /** No other opinion makes the score less than this. */
  readonly least?: number;
}

/** The feature rows of each candidate of an article, in their order. */
export function listFeatureRows(
  situation: Situation,
  candidates: readonly Candidate[],
): Int32Array[] {
  const found: Int32Array[] = [];
  visitFeatureRows(situation, candidates, (features) => found.push(features.copy()));
  return found;
}

/** One for all articles, as its table is larger than all else that ranking needs. */
const features = new FeatureRows();

/** Call `visit` with the rows of each candidate; they are overwritten after it returns. */
function visitFeatureRows(
  situation: Situation,
  candidates: readonly Candidate[],
  visit: (rows: FeatureRows, candidate: Candidate) => void,
): void {
  const seenKeys = new Map<string, number>();
  const seenActions = new Set<string>();
  for (const candidate of candidates) {
    const rank = seenKeys.get(candidate.key) ?? 0;
    const action = `${candidate.stance}|${situation.view.lemmas[candidate.actionHead]}`;
    features.clear();
    addFeatures(situation, { candidate, rank, repeats: seenActions.has(action) }, features);
    visit(features, candidate);
    seenKeys.set(candidate.key, rank + 1);
    seenActions.add(action);
  }
}

/** The probabilities of the classes from their scores, in place. */
export function softmax(scores: Float64Array): void {
  let top = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < scores.length; i++) top = Math.max(top, scores[i]!);
  let sum = 0;
  for (let i = 0; i < scores.length; i++) sum += scores[i] = Math.exp(scores[i]! - top);
  for (let i = 0; i < scores.length; i++) scores[i] = scores[i]! / sum;
}

/** The score of a threat by its words alone; enough to be kept, below what is learned. */
const THREAT_SCORE = 0.5;

/** One of these stands in every threat that the pattern knows; looking for them is cheaper. */
const THREAT_SIGNS = new Set(
  'target targets game price consequences retribution destroy'.split(' '),
);

function hasThreatSign({ words }: ClauseView, [start, end]: TokenRange): boolean {
  for (let at = start; at < end; at++) {
    const word = words[at]!;
    if (THREAT_SIGNS.has(word) || word.startsWith('retaliat') || word.startsWith('obliterat'))
      return true;
  }
  return false;
}

/** The candidate as a threat by its words, or null. */
function readThreat({ view }: Situation, candidate: Candidate): Candidate | null {
  const { action, negation, lexical, party, partyPlace, frame } = candidate;
  if (negation >= 0 || lexical !== 'commits' || !hasThreatSign(view, action)) return null;
  const { tokens } = view.analysis;
  const span = [tokens.start[action[0]] ?? 0, tokens.end[action[1] - 1] ?? 0] as const;
  const words = tokens.text
    .slice(...span)
    .toLowerCase()
    .replace(/["“”]/g, '');
  if (!THREAT_PATTERN.test(words)) return null;
  // "Their ships would be fair game": the subject is hit, whoever says so threatens.
  const isHit = frame === 'modal' && partyPlace === 'subject' && VICTIM_PATTERN.test(words);
  return isHit
    ? { ...candidate, party: -1, partyPlace: 'speaker', counterparty: party }
    : candidate;
}

/** The ranker's probability is taken for no surer than this when it is weighed. */
const SUREST = 0.999;

/**
 * What the network's odds and the ranker's probability are weighed by: one, the ranker's log odds,
 * the network's, whether the row is weak, whether it is sure ("ruled out").
 */
export function blendEvidence(
  { isWeak, isSure }: Candidate,
  { score, odds }: { score: number; odds: number },
): number[] {
  const kept = Math.min(SUREST, Math.max(1 - SUREST, score));
  return [1, Math.log(kept / (1 - kept)), odds, isWeak ? 1 : 0, isSure ? 1 : 0];
}

/**
 * Candidates that the ranker thinks less likely are not asked about: it would take the network's
 * word at its surest to keep one, and on dev and the passages none is lost by it. The paragraphs of
 * the others hold half of the words (with 0.05 three in five; 0.1 loses one position of dev).
 */
export const HOPEFUL = 0.08;

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
  const asserters = new Float64Array(ASSERTERS.length);
  const leastAsked = Math.min(model.leastStrong, HOPEFUL);
  visitFeatureRows(situation, candidates, (rows, candidate) => {
    addRows(scores, model, rows);
    softmax(scores);
    let best = 1;
    for (let c = 2; c < CLASS_COUNT; c++) if (scores[c]! > scores[best]!) best = c;
    const decided = decideStance(situation, candidate, { best, score: 1 - scores[0]! });
    ranked.push(decided);
    // Most candidates are no positions: who asserts them is never asked.
    if (!candidate.isSure && decided.score < leastAsked) return;
    addRows(asserters, model.asserters, rows);
    softmax(asserters);
    const sure = ASSERTERS.find((_, c) => LEAST_SURE <= asserters[c]!);
    if (sure) ranked[ranked.length - 1] = { ...decided, asserter: sure };
  });
  return ranked;
}

/** Weigh the ranker's scores against the network's odds; who is not hopeful keeps his. */
export function blendRanked(
  ranked: readonly Ranked[],
  odds: Float32Array,
  { blend }: PositionModel,
): Ranked[] {
  return ranked.map((item) => {
    const { candidate, score, least = 0 } = item;
    if (!isHopeful(item)) return item;
    const evidence = blendEvidence(candidate, { score, odds: oddsOfCue(odds, candidate) });
    let sum = 0;
    for (let at = 0; at < evidence.length; at++) sum += evidence[at]! * blend[at]!;
    return { ...item, score: Math.max(least, 1 / (1 + Math.exp(-sum))) };
  });
}

/** Whether the network is asked about a candidate. */
export const isHopeful = ({ candidate, score }: Ranked): boolean =>
  candidate.isSure || HOPEFUL <= score;

/** From which score a candidate of a weak and of a strong row is kept. */
export interface KeepingLimits {
  readonly leastWeak: number;
  readonly leastStrong: number;
}

/** The limits for scores by both or by the ranker alone; without weights strong rows stand. */
export function listLimits(
  model: CommitmentModel | null,
  odds: Float32Array | null,
): KeepingLimits {
  if (!model) return { leastWeak: 0.5, leastStrong: 0.5 };
  const { positions } = model;
  return odds && positions
    ? { leastWeak: positions.least, leastStrong: positions.least }
    : { leastWeak: model.leastWeak, leastStrong: model.leastStrong };
}

/**
 * From which probability the weights say who asserts a position; below it the rules do. Right of a
 * thousand held out at 0.5, 0.6, 0.7 and 0.8: 79.4, 80.8, 81.3 and 80.4; on dev 74.4, 75.6, 72.0, 70.7.
 */
const LEAST_SURE = 0.6;

/** The sums of the rows' weights, a column each. */
function addRows(
  sums: Float64Array,
  { weights, scales }: Pick<CommitmentModel, 'weights' | 'scales'>,
  { rows, length }: FeatureRows,
): void {
  const columns = sums.length;
  sums.fill(0);
  for (let at = 0; at < length; at++) {
    const row = rows[at]!;
    const scale = scales[row]!;
    const from = row * columns;
    for (let c = 0; c < columns; c++) sums[c] = sums[c]! + weights[from + c]! * scale;
  }
}

function decideStance(
  situation: Situation,
  candidate: Candidate,
  { best, score }: { best: number; score: number },
): Ranked {
  // Too rare in the corpora to be learned: "would be legitimate targets" is no plain promise.
  const threat = readThreat(situation, candidate);
  if (threat)
    return {
      ...{ candidate: threat, stance: 'threatens', least: THREAT_SCORE },
      score: Math.max(score, THREAT_SCORE),
    };
  // "has ruled out": a performative shows its own stance, whatever its neighbours are like.
  if (candidate.isSure) return { candidate, stance: candidate.stance, score };
  return { candidate, stance: heedNegation(candidate, STANCES[best - 1]!), score };
}

/** Stances that say yes; a negated cue that the table turns to a no is none of them. */
const ASSENTING: ReadonlySet<Stance> = new Set(['commits', 'offers', 'accepts']);

/** "Breland will not put a single soldier there" is no promise, whatever else its words are like. */
function heedNegation({ negation, stance }: Candidate, learned: Stance): Stance {
  const isNo = 0 <= negation && !ASSENTING.has(stance);
  return isNo && ASSENTING.has(learned) ? stance : learned;
}
