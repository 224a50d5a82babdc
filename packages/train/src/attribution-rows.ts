/**
 * Training rows of the attribution network: an article's analysis as the columns that the reader
 * computes, and PolNeAR's marks as cues and roles over the same tokens. The trainer in Python
 * reads them and knows nothing of features.
 * @module
 */
import type { Analysis } from '@onrecord/reader';
import {
  findPairFeatures,
  findTokenFeatures,
  foldWord,
  listWindows,
  PAIR_COLUMNS,
  TOKEN_COLUMNS,
} from '@onrecord/reader/attribution';

/** A mark of PolNeAR: spans `[start, end)` in UTF-16 units. */
export interface MarkedAttribution {
  source: [number, number][];
  cue: [number, number][];
  content: [number, number][];
}

/** One cue with what it looks like from each token of its window, and the roles there. */
export interface CueRow {
  /** Window index; the cue as token offsets inside the window. */
  window: number;
  start: number;
  end: number;
  /** Column-major `PAIR_COLUMNS` over the window. */
  pairs: number[];
  /** 0 none, 1 source, 2 content; one a token of the window. */
  roles: number[];
  /** What teachers think of the roles. */
  soft?: SoftLabels;
}

/** A chain's labels as teachers see them. */
export interface SoftLabels {
  /** How probable each of three labels is, row by row. */
  labels: number[];
  /** How often each label follows each, row-major 3 × 3. */
  moves: number[];
}

/** One article. */
export interface ArticleRow {
  id: string;
  forms: string[];
  /** Column-major `TOKEN_COLUMNS`. */
  columns: number[];
  head: number[];
  /** UTF-16 offsets, sentence and quotation depth of each token. */
  start: number[];
  end: number[];
  sentence: number[];
  depth: number[];
  windows: [number, number][];
  /** The cues of each annotator. */
  annotators: CueRow[][];
  /** What teachers think of the cues of each window. */
  soft?: SoftLabels[];
}

/** What the trainer must know of the columns. */
export const COLUMN_SIZES = {
  token: TOKEN_COLUMNS.map(([, size]) => size),
  pair: PAIR_COLUMNS.map(([, size]) => size),
};

/** Describe one article for the trainer. */
export function describeArticle(
  id: string,
  analysis: Analysis,
  annotators: readonly (readonly MarkedAttribution[])[],
): ArticleRow {
  const { tokens, text } = analysis;
  const windows = listWindows(analysis);
  return {
    id,
    forms: Array.from({ length: tokens.length }, (_, token) =>
      foldWord(text.slice(tokens.start[token], tokens.end[token])),
    ),
    columns: [...findTokenFeatures(analysis).columns],
    head: [...analysis.tree.head],
    start: [...tokens.start],
    end: [...tokens.end],
    sentence: [...analysis.sentences.of],
    depth: [...analysis.quotes.depth],
    windows: windows.map(([start, end]) => [start, end]),
    annotators: annotators.map((marks) => listCueRows(analysis, windows, marks)),
  };
}

interface MarkedCue {
  window: number;
  cue: [number, number];
  mark: MarkedAttribution;
}

function listCueRows(
  analysis: Analysis,
  windows: readonly (readonly [number, number])[],
  marks: readonly MarkedAttribution[],
): CueRow[] {
  const marked: MarkedCue[] = [];
  for (const mark of marks) {
    const cue = tokensOf(analysis, mark.cue);
    if (cue.length === 0 || mark.content.length === 0) continue;
    const range: [number, number] = [cue[0]!, cue.at(-1)! + 1];
    const window = windows.findIndex(([start, end]) => start <= range[0] && range[1] <= end);
    const overlaps = marked.some((other) => range[0] < other.cue[1] && other.cue[0] < range[1]);
    if (0 <= window && !overlaps) marked.push({ window, cue: range, mark });
  }
  marked.sort((a, b) => a.cue[0] - b.cue[0]);
  return marked.map(({ window, cue, mark }) => {
    const [start, end] = windows[window]!;
    const out = new Int32Array((end - start) * PAIR_COLUMNS.length);
    const cues = marked.filter((other) => other.window === window).map((other) => other.cue);
    findPairFeatures({ analysis, window: [start, end], cue, cues, out });
    const roles = new Array<number>(end - start).fill(0);
    for (const [role, spans] of [
      [2, mark.content],
      [1, mark.source],
    ] as const)
      for (const token of tokensOf(analysis, spans))
        if (start <= token && token < end) roles[token - start] = role;
    return { window, start: cue[0] - start, end: cue[1] - start, pairs: [...out], roles };
  });
}

/** The tokens that the spans touch, in order. */
function tokensOf(analysis: Analysis, spans: readonly (readonly [number, number])[]): number[] {
  const { tokens } = analysis;
  const found = new Set<number>();
  for (const [from, to] of spans) {
    let low = 0;
    let high = tokens.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (tokens.end[middle]! <= from) low = middle + 1;
      else high = middle;
    }
    for (let token = low; token < tokens.length && tokens.start[token]! < to; token++)
      found.add(token);
  }
  return [...found].sort((a, b) => a - b);
}
