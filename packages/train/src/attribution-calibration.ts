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
import { fitLogistic, weighEvidence } from './fit-logistic.ts';

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
    const kept = found[at]!.filter(
      ({ evidence = [] }) => threshold <= weighEvidence(weights, evidence),
    );
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
  return fitLogistic(rows).map((weight) => Math.round(weight * 1e4) / 1e4);
}
