/**
 * Teachers of the attribution network: trained networks, never shipped, whose mean opinion stands
 * beside the marks in the training rows (distillation: Hinton et al. 2015). A row keeps for each
 * chain how probable every label is and how often one follows another, which is all that the cross
 * entropy of a linear chain needs.
 * @module
 */
import { type Analysis, openModel } from '@onrecord/reader';
import {
  ATTRIBUTION_FEATURES,
  type Draft,
  encodeKeys,
  encodeWindow,
  findTokenFeatures,
  type Network,
  openNetwork,
  SCORE_WIDTH,
  scoreRoles,
  type TokenRange,
} from '@onrecord/reader/attribution';
import type { ArticleRow, MarkedAttribution, SoftLabels } from './attribution-rows.ts';

const LABELS = 3;
/** A transition that no labelling may take: "inside" after "none". */
const FORBIDDEN = -1e4;

/** How a teacher's own drafts are weighed: by what both of its chains are sure of, none left out. */
export const PLAIN_DECISION = { bias: 0, weights: [0, 1, 1], threshold: 0 };

/** A draft as a mark: spans instead of tokens. */
export function markOf({ tokens }: Analysis, { source, cue, content }: Draft): MarkedAttribution {
  const spans = (ranges: readonly TokenRange[]) =>
    ranges.map(([start, end]): [number, number] => [tokens.start[start]!, tokens.end[end - 1]!]);
  return { source: spans(source), cue: spans(cue), content: spans(content) };
}

/** Open teachers from model files. */
export function openTeachers(files: readonly Uint8Array[]): Network[] {
  return files.map((bytes) =>
    openNetwork(openModel(bytes, { stage: 'attribution', features: ATTRIBUTION_FEATURES })),
  );
}

/** Write the teachers' mean opinion beside the marks of one article's row. */
export function teachArticle(
  row: ArticleRow,
  analysis: Analysis,
  teachers: readonly Network[],
): ArticleRow {
  const features = findTokenFeatures(analysis);
  const soft: SoftLabels[] = [];
  const annotators = row.annotators.map((cues) => cues.map((cue) => ({ ...cue })));
  row.windows.forEach((window, index) => {
    const length = window[1] - window[0];
    const own = annotators.map((cues) => cues.filter((cue) => cue.window === index));
    const views = own.map((cues) =>
      cues.map(({ start, end }): TokenRange => [window[0] + start, window[0] + end]),
    );
    const sum = new Sum(length);
    const roles = own.map((cues) => cues.map(() => new Sum(length)));
    for (const network of teachers) {
      const reading = { network, analysis, features, window };
      sum.add(readCues(encodeWindow(reading)), barInside(network.cueMoves));
      encodeKeys(reading);
      views.forEach((ranges, annotator) => {
        ranges.forEach((range, at) => {
          roles[annotator]![at]!.add(scoreRoles(reading, range, ranges), network.roleMoves);
        });
      });
    }
    soft.push(sum.mean(teachers.length));
    own.forEach((cues, annotator) => {
      cues.forEach((cue, at) => {
        cue.soft = roles[annotator]![at]!.mean(teachers.length);
      });
    });
  });
  return { ...row, annotators, soft };
}

function readCues(scores: Float32Array): Float32Array {
  scores[2] = FORBIDDEN;
  return scores;
}

function barInside(moves: Float32Array): Float32Array {
  const barred = Float32Array.from(moves);
  barred[2] = FORBIDDEN;
  return barred;
}

/** Marginals of one chain, summed over teachers. */
class Sum {
  readonly labels: Float64Array;
  readonly moves = new Float64Array(LABELS * LABELS);
  private readonly length: number;

  constructor(length: number) {
    this.length = length;
    this.labels = new Float64Array(length * LABELS);
  }

  /** Add the marginals of a chain: rows of scores, and transitions from label to label. */
  add(scores: Float32Array, transitions: Float32Array): void {
    const { length } = this;
    const factor = Float64Array.from(transitions, Math.exp);
    const weight = new Float64Array(length * LABELS);
    const ahead = new Float64Array(length * LABELS);
    for (let at = 0; at < length; at++) {
      const row = at * LABELS;
      const top = Math.max(...scores.subarray(at * SCORE_WIDTH, at * SCORE_WIDTH + LABELS));
      for (let to = 0; to < LABELS; to++) {
        weight[row + to] = Math.exp(scores[at * SCORE_WIDTH + to]! - top);
        let sum = at === 0 ? 1 : 0;
        for (let from = 0; 0 < at && from < LABELS; from++)
          sum += ahead[row - LABELS + from]! * factor[from * LABELS + to]!;
        ahead[row + to] = sum * weight[row + to]!;
      }
      scaleRow(ahead, row);
    }
    let behind = [1, 1, 1];
    for (let at = length - 1; 0 <= at; at--) {
      const row = at * LABELS;
      const now = Float64Array.from(behind, (value, label) => value * ahead[row + label]!);
      scaleRow(now, 0);
      for (let label = 0; label < LABELS; label++)
        this.labels[row + label] = this.labels[row + label]! + now[label]!;
      if (0 < at) behind = this.addMoves(at, { behind, ahead, weight, factor });
    }
  }

  /** Add how probable each step from the token before is. @returns the sums behind that token */
  private addMoves(
    at: number,
    {
      behind,
      ahead,
      weight,
      factor,
    }: { behind: number[]; ahead: Float64Array; weight: Float64Array; factor: Float64Array },
  ): number[] {
    const reach = behind.map((value, to) => value * weight[at * LABELS + to]!);
    const step = factor.map((value, cell) => value * reach[cell % LABELS]!);
    const sums = [0, 1, 2].map(
      (from) => step[from * 3]! + step[from * 3 + 1]! + step[from * 3 + 2]!,
    );
    const joint = step.map(
      (value, cell) => value * ahead[(at - 1) * LABELS + Math.floor(cell / LABELS)]!,
    );
    const total = joint.reduce((sum, value) => sum + value, 0);
    joint.forEach((value, cell) => {
      this.moves[cell] = this.moves[cell]! + value / total;
    });
    const all = sums[0]! + sums[1]! + sums[2]!;
    return sums.map((value) => value / all);
  }

  /** The mean over so many teachers, to three decimals. */
  mean(count: number): SoftLabels {
    const round = (value: number) => Math.round((1000 * value) / count) / 1000;
    return { labels: Array.from(this.labels, round), moves: Array.from(this.moves, round) };
  }
}

function scaleRow(values: Float64Array, row: number): void {
  const sum = values[row]! + values[row + 1]! + values[row + 2]!;
  for (let label = 0; label < LABELS; label++) values[row + label] = values[row + label]! / sum;
}
