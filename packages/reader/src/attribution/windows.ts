/**
 * Windows: the stretches that the attribution network reads at once. A window is a paragraph;
 * a long one is cut between sentences, so that memory and time stay bounded on any text.
 * @module
 */
import type { Analysis } from '../layers.ts';
import type { TokenRange } from './draft.ts';

/** Most paragraphs of news have under 120 tokens; the longest quotation that a cue governs, 200. */
export const LONGEST_WINDOW = 240;

/** List the windows in order; together they cover every token. */
export function listWindows(analysis: Analysis): TokenRange[] {
  const { sentences } = analysis;
  const windows: TokenRange[] = [];
  let start = 0;
  for (let sentence = 0; sentence < sentences.length; sentence++) {
    const end = sentences.end[sentence]!;
    const isLast = sentence + 1 === sentences.length;
    const isBreak = isLast || sentences.part[sentence + 1] !== sentences.part[sentence];
    if (LONGEST_WINDOW < end - start && start < sentences.start[sentence]!) {
      windows.push([start, sentences.start[sentence]!]);
      start = sentences.start[sentence]!;
    }
    // A sentence of its own over the limit is cut where it must be.
    for (; LONGEST_WINDOW < end - start; start += LONGEST_WINDOW)
      windows.push([start, start + LONGEST_WINDOW]);
    if (isBreak && start < end) {
      windows.push([start, end]);
      start = end;
    }
  }
  return windows;
}
