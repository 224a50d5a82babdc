/**
 * Why an attribution was missed, or found where none is marked.
 * @module
 */
import type { Span } from '@onrecord/record';
import type { Matching, Triple } from './match-attributions.ts';

/** Causes and how often each was met. */
export type Causes = Record<string, number>;

/** Count the causes of an article's misses and of what was found in vain. */
export function addCauses(
  causes: Causes,
  { marked, predicted }: { marked: readonly Triple[]; predicted: readonly Triple[] },
  { partnerOf, isRight }: Matching,
): void {
  const count = (cause: string) => {
    causes[cause] = (causes[cause] ?? 0) + 1;
  };
  marked.forEach((mark, at) => {
    if (0 <= partnerOf[at]! || mark.content.length === 0) return;
    const same = predicted.filter((other) => touches(mark.cue, other.cue));
    if (same.length === 0) count('missed: its cue was not seen');
    else if (!same.some((other) => touches(mark.content, other.content)))
      count('missed: cue seen, content elsewhere');
    else if (0 < mark.source.length && !same.some((other) => touches(mark.source, other.source)))
      count('missed: cue and content seen, another source');
    else count('missed: cue and source seen, less than half of the content right');
  });
  predicted.forEach((found, at) => {
    if (isRight[at]) return;
    if (found.cue.length === 0) count('in vain: speech without a cue');
    else if (marked.some((mark) => touches(mark.cue, found.cue)))
      count('in vain: cue right, the rest not');
    else if (marked.some((mark) => touches(mark.content, found.cue)))
      count('in vain: cue inside another’s content');
    else count('in vain: nothing marked at its cue');
  });
}

function touches(a: readonly Span[], b: readonly Span[]): boolean {
  return a.some((x) => b.some((y) => x[0] < y[1] && y[0] < x[1]));
}
