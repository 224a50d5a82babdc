/**
 * The trained attribution model: opens the weights and finds drafts, window by window: cues, then
 * for each cue the source and the content.
 * @module
 */
import type { Analysis } from '../layers.ts';
import { openModel } from '../model/model-file.ts';
import { openNetwork } from './attribution-network.ts';
import { findBestLabels, findMarginals } from './decode-chain.ts';
import type { Draft, TokenRange } from './draft.ts';
import {
  CueLabel,
  encodeKeys,
  encodeWindow,
  type Reading,
  RoleLabel,
  SCORE_WIDTH,
  scoreRoles,
} from './encode-window.ts';
import { findCueHead, PAIR_COLUMNS } from './pair-features.ts';
import { findTokenFeatures, TOKEN_COLUMNS } from './token-features.ts';
import { type KeptStates, openWordVectors } from './token-states.ts';
import { listWindows } from './windows.ts';

/** Trained weights, opened, with their kernels; holds no state between articles. */
export interface AttributionModel {
  /** What the weights are, for the record's `reader.model`. */
  readonly id: string;
  /** Find drafts, in the order of their cues. @param kept where to put the tokens' states, if wanted */
  find(analysis: Analysis, kept?: KeptStates): Draft[];
}

/** The hash of the feature set: names and sizes of all columns, and a number for their meaning. */
export const ATTRIBUTION_FEATURES = [
  'v1',
  ...TOKEN_COLUMNS.map(([name, size]) => `${name} ${size}`),
  ...PAIR_COLUMNS.map(([name, size]) => `${name} ${size}`),
].join(', ');

/** How the decision is weighed, in the model's header. */
interface Decision {
  /** Added to the score of a cue's first word: more cues, or fewer. */
  readonly bias: number;
  /** Weights of the evidence in the score's log odds. */
  readonly weights: readonly number[];
  /** Drafts with a lower score are dropped. */
  readonly threshold: number;
}

/**
 * Open trained weights.
 * @throws CodedError `model-format` when the bytes are no attribution model of this build
 */
export function openAttributionModel(bytes: Uint8Array): AttributionModel {
  const file = openModel(bytes, { stage: 'attribution', features: ATTRIBUTION_FEATURES });
  const network = openNetwork(file);
  const decision = file.about.decision as Decision;
  const { id } = file;
  const find = (analysis: Analysis, kept?: KeptStates) => {
    const features = findTokenFeatures(analysis);
    const width = network.sizes.hidden * 2;
    const rows = new Int16Array(kept ? features.length * width : 0);
    if (kept)
      kept.states = { model: id, width, rows, features, words: openWordVectors(network, analysis) };
    return findDrafts({ network, analysis, features }, decision, rows);
  };
  return { id, find };
}

/** @param states room for the states of all tokens, or for none */
function findDrafts(
  article: Omit<Reading, 'window'>,
  decision: Decision,
  states: Int16Array,
): Draft[] {
  const drafts: Draft[] = [];
  for (const window of listWindows(article.analysis)) {
    const reading: Reading = { ...article, window };
    const scores = encodeWindow(reading);
    if (0 < states.length) keepStates(reading, states);
    const cues = findCues(reading, scores, decision);
    if (cues.length === 0) continue;
    encodeKeys(reading);
    const ranges = cues.map(({ range }) => range);
    for (const cue of cues) {
      const draft = findRoles(reading, cue, { cues: ranges, decision });
      if (draft) drafts.push(draft);
    }
  }
  return drafts;
}

/** Copy a window's states, right after `encodeWindow`. */
function keepStates({ network, window: [start, end] }: Reading, states: Int16Array): void {
  const { kernel, room, sizes } = network;
  const width = sizes.hidden * 2;
  states.set(kernel.shorts(room.quantised, (end - start) * width), start * width);
}

interface Cue {
  readonly range: TokenRange;
  /** The mean probability that its tokens are part of a cue. */
  readonly sureness: number;
}

/** A transition that no labelling may take: "inside" after "none". */
const FORBIDDEN = -1e4;

function findCues({ network, window }: Reading, scores: Float32Array, decision: Decision): Cue[] {
  const length = window[1] - window[0];
  for (let at = 0; at < length; at++)
    scores[at * SCORE_WIDTH + CueLabel.Begin] =
      scores[at * SCORE_WIDTH + CueLabel.Begin]! + decision.bias;
  scores[CueLabel.Inside] = FORBIDDEN;
  const moves = network.cueMoves.slice();
  moves[CueLabel.None * 3 + CueLabel.Inside] = FORBIDDEN;
  const chain = { scores, width: SCORE_WIDTH, length, moves };
  const labels = findBestLabels(chain);
  if (!labels.includes(CueLabel.Begin)) return [];
  const marginals = findMarginals(chain);
  const cues: Cue[] = [];
  for (let at = 0; at < length; at++) {
    if (labels[at] !== CueLabel.Begin) continue;
    let end = at + 1;
    while (end < length && labels[end] === CueLabel.Inside) end++;
    let sum = 0;
    for (let token = at; token < end; token++) sum += 1 - marginals[token * 3]!;
    cues.push({ range: [window[0] + at, window[0] + end], sureness: sum / (end - at) });
    at = end - 1;
  }
  return cues;
}

/** Read the source and the content of a cue. @returns null when nothing stands out as content */
function findRoles(
  reading: Reading,
  cue: Cue,
  { cues, decision }: { cues: readonly TokenRange[]; decision: Decision },
): Draft | null {
  const { network, window, analysis } = reading;
  const scores = scoreRoles(reading, cue.range, cues);
  const length = window[1] - window[0];
  const chain = { scores, width: SCORE_WIDTH, length, moves: network.roleMoves };
  const labels = findBestLabels(chain);
  if (!labels.includes(RoleLabel.Content)) return null;
  const marginals = findMarginals(chain);
  const source = listRuns(labels, RoleLabel.Source, window[0]);
  const content = listRuns(labels, RoleLabel.Content, window[0]);
  const quoted = content.some(([start]) => 0 < analysis.quotes.depth[start]!);
  const evidence = [
    1,
    logOdds(cue.sureness),
    logOdds(meanSureness(labels, marginals)),
    source.length === 0 ? 1 : 0,
    quoted ? 1 : 0,
    Math.log(content.reduce((sum, [start, end]) => sum + end - start, 0)),
  ];
  const score = weigh(decision, evidence);
  if (score < decision.threshold) return null;
  return {
    source,
    cue: [cue.range],
    content,
    cueWord: findCueHead(analysis, cue.range),
    rule: 'network',
    score,
    evidence,
  };
}

/** The mean probability of the labels of those tokens that have a role. */
function meanSureness(labels: Uint8Array, marginals: Float64Array): number {
  let sum = 0;
  let count = 0;
  for (let at = 0; at < labels.length; at++) {
    if (labels[at] === RoleLabel.None) continue;
    sum += marginals[at * 3 + labels[at]!]!;
    count++;
  }
  return sum / count;
}

const logOdds = (probability: number): number => {
  const kept = Math.min(0.999, Math.max(0.001, probability));
  return Math.log(kept / (1 - kept));
};

/** How probable it is that the attribution is right. */
function weigh({ weights }: Decision, evidence: readonly number[]): number {
  const sum = evidence.reduce((total, value, at) => total + value * (weights[at] ?? 0), 0);
  return Math.round(1000 / (1 + Math.exp(-sum))) / 1000;
}

function listRuns(labels: Uint8Array, role: number, base: number): TokenRange[] {
  const runs: TokenRange[] = [];
  for (let at = 0; at < labels.length; at++) {
    if (labels[at] !== role) continue;
    let end = at + 1;
    while (end < labels.length && labels[end] === role) end++;
    runs.push([base + at, base + end]);
    at = end;
  }
  return runs;
}
