/**
 * Drafts of attributions: what a rule or the model proposes, in token indices, before spans are
 * trimmed and cut out of the text.
 * @module
 */
import type { Analysis } from '../layers.ts';
import { readForms, type WordForm } from '../tokenize/word-forms.ts';

/** Half-open range of token indices. */
export type TokenRange = readonly [start: number, end: number];

/** A proposed attribution; any role may be in pieces, source and cue may be empty. */
export interface Draft {
  readonly source: readonly TokenRange[];
  readonly cue: readonly TokenRange[];
  readonly content: readonly TokenRange[];
  /** The word that decides the act ("said" of "has also said"), or -1. */
  readonly cueWord: number;
  readonly rule: string;
  readonly score: number;
  /** What the score rests on, in the order of the model's weights; rules have none. */
  readonly evidence?: readonly number[];
  /** The draft whose speaker goes on. */
  readonly continues?: Draft;
}

const EDGE = /^[\p{P}\p{S}]+$/u;
const KEPT_EDGE = /^["“”'‘’([)\]$£€%…]+$|^''$|^``$/u;

/** Whether a token is punctuation that PolNeAR leaves outside a span ("comma is excluded"). */
export function isEdge(analysis: Analysis, token: number): boolean {
  const form = formOf(analysis, token);
  const first = form.charCodeAt(0) | 0x20;
  // A letter comes first in nearly all of them.
  if (0x61 <= first && first <= 0x7a) return false;
  return EDGE.test(form) && !KEPT_EDGE.test(form);
}

/** The words of the text that a token covers. */
export function formOf(analysis: Analysis, token: number): string {
  return (readForms(analysis.tokens)[token] as WordForm).form;
}

/** Take punctuation off both ends of a range. @returns null when nothing is left. */
export function trimRange(analysis: Analysis, [start, end]: TokenRange): TokenRange | null {
  let from = start;
  let to = end;
  while (from < to && isEdge(analysis, from)) from++;
  while (from < to && isEdge(analysis, to - 1)) to--;
  return from < to ? [from, to] : null;
}

/** Trim each range. @returns those of which something is left. */
export function trimRanges(analysis: Analysis, ranges: readonly TokenRange[]): TokenRange[] {
  return ranges.map((range) => trimRange(analysis, range)).filter((range) => range !== null);
}

/** Take ranges out of a range. @returns what is left, in order, trimmed. */
export function cutRanges(
  analysis: Analysis,
  range: TokenRange,
  holes: readonly TokenRange[],
): TokenRange[] {
  const pieces: TokenRange[] = [];
  let from = range[0];
  for (const [start, end] of [...holes].sort((a, b) => a[0] - b[0])) {
    if (end <= from || range[1] <= start) continue;
    if (from < start) pieces.push([from, start]);
    from = end;
  }
  if (from < range[1]) pieces.push([from, range[1]]);
  return trimRanges(analysis, pieces);
}
