/**
 * How the attribution model's decisions are weighed: the probability that a draft is right, by
 * logistic regression over its evidence, and the bias and the threshold that give the best F1.
 * @module
 */
import {
  addTally,
  matchAttributions,
  ratesOf,
  type Tallies,
  type Triple,
} from '@onrecord/evaluate';
import { type Analysis, type AttributionModel, findAttributions } from '@onrecord/reader';
import type { Draft, TokenRange } from '@onrecord/reader/attribution';
import type { Span } from '@onrecord/record';

/** One marked article, analysed. */
export interface MarkedAnalysis {
  readonly analysis: Analysis;
  readonly annotators: readonly (readonly Triple[])[];
}

/** What stands in the model's header. */
export interface Decision {
  readonly bias: number;
  readonly weights: number[];
  readonly threshold: number;
}

/** Added to the score of a cue's first word: the values that are tried. */
const BIASES = [0, 0.3, 0.6, 0.9];
const THRESHOLDS = [0.25, 0.3, 0.33, 0.36, 0.4, 0.43, 0.46, 0.5];

/** F1 this close is the same within noise; then fewer and surer drafts are better. */
const SAME_F1 = 0.1;

/** Choose bias, weights and threshold on marked articles, by what the whole stage makes of them. */
export function chooseDecision(
  open: (decision: Decision) => AttributionModel,
  articles: readonly MarkedAnalysis[],
): { decision: Decision; f1: number } {
  const tried: { decision: Decision; f1: number }[] = [];
  for (const bias of BIASES) {
    const model = open({ bias, weights: [0, 1, 1], threshold: 0 });
    const found = articles.map(({ analysis }) => model.find(analysis));
    const weights = fitWeights(articles, found);
    for (const threshold of THRESHOLDS) {
      const decision = { bias, weights, threshold };
      tried.push({ decision, f1: scoreAt(articles, found, decision) });
    }
  }
  const best = Math.max(...tried.map(({ f1 }) => f1));
  const good = tried.filter(({ f1 }) => best - SAME_F1 <= f1);
  good.sort((a, b) => b.decision.threshold - a.decision.threshold || b.f1 - a.f1);
  return good[0]!;
}

function weigh(weights: readonly number[], evidence: readonly number[]): number {
  const sum = evidence.reduce((total, value, at) => total + value * weights[at]!, 0);
  return 1 / (1 + Math.exp(-sum));
}

function tripleOf({ tokens }: Analysis, draft: Draft): Triple {
  const spans = (ranges: readonly TokenRange[]): Span[] =>
    ranges.map(([start, end]) => [tokens.start[start]!, tokens.end[end - 1]!]);
  return {
    source: spans(draft.source),
    cue: spans(draft.cue),
    content: spans(draft.content),
  };
}

/** Attribution F1 of the stage with the drafts that stay. */
function scoreAt(
  articles: readonly MarkedAnalysis[],
  found: readonly (readonly Draft[])[],
  { weights, threshold }: Decision,
): number {
  const total: Tallies = {};
  articles.forEach(({ analysis, annotators }, at) => {
    const kept = found[at]!.filter(({ evidence = [] }) => threshold <= weigh(weights, evidence));
    const triples = findAttributions(analysis, { id: 'kept', find: () => kept });
    for (const marks of annotators)
      addTally(total, 'all', matchAttributions(analysis.text, marks, triples).tallies.attribution!);
  });
  return ratesOf(total.all!).f1;
}

/** Logistic regression by Newton's method, with a little ridge. */
function fitWeights(
  articles: readonly MarkedAnalysis[],
  found: readonly (readonly Draft[])[],
): number[] {
  const rows: { evidence: readonly number[]; isRight: number }[] = [];
  articles.forEach(({ analysis, annotators }, at) => {
    const triples = found[at]!.map((draft) => tripleOf(analysis, draft));
    for (const marks of annotators) {
      const { isRight } = matchAttributions(analysis.text, marks, triples);
      found[at]!.forEach(({ evidence = [] }, draft) => {
        rows.push({ evidence, isRight: isRight[draft]! });
      });
    }
  });
  const size = rows[0]?.evidence.length ?? 0;
  let weights = new Array<number>(size).fill(0);
  for (let round = 0; round < 25; round++) {
    const gradient = weights.map((weight) => -weight);
    const hessian = weights.map((_, i): number[] => weights.map((__, j) => (i === j ? 1 : 0)));
    for (const { evidence, isRight } of rows) {
      const probability = weigh(weights, evidence);
      for (let i = 0; i < size; i++) {
        gradient[i] = gradient[i]! + (isRight - probability) * evidence[i]!;
        for (let j = 0; j < size; j++)
          hessian[i]![j] =
            hessian[i]![j]! + probability * (1 - probability) * evidence[i]! * evidence[j]!;
      }
    }
    const step = solve(hessian, gradient);
    weights = weights.map((weight, at) => weight + step[at]!);
  }
  return weights.map((weight) => Math.round(weight * 1e4) / 1e4);
}

/** Gauss's elimination with pivots. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at]!]);
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++)
      if (Math.abs(rows[pivot]![column]!) < Math.abs(rows[row]![column]!)) pivot = row;
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    for (let row = 0; row < size; row++) {
      if (row === column) continue;
      const factor = rows[row]![column]! / rows[column]![column]!;
      for (let x = column; x <= size; x++)
        rows[row]![x] = rows[row]![x]! - factor * rows[column]![x]!;
    }
  }
  return rows.map((row, at) => row[size]! / row[at]!);
}
