/**
 * Merges declined questions into the attributions: an attribution of the same cue takes the act, a
 * decline inside another's content is that other's words, and the rest is added behind, so that the
 * indices of `within` and `continues` stay true.
 * @module
 */
import type { Span } from '@onrecord/record';
import type { Attribution } from '../layers.ts';

/** Merge what was declined into what was said. */
export function mergeDeclines(
  attributions: readonly Attribution[],
  declines: readonly Attribution[],
): Attribution[] {
  const merged = [...attributions];
  for (const decline of declines) {
    const at = merged.findIndex((one) => hasOverlap(one.cue, decline.cue));
    if (0 <= at) merged[at] = { ...(merged[at] as Attribution), act: 'declines' };
    else if (!attributions.some((one) => holdsCue(one, decline))) merged.push(decline);
  }
  return merged;
}

/** "Her lawyer said she would not answer questions", "“He cannot even answer,” said Voss". */
function holdsCue({ content }: Attribution, { cue }: Attribution): boolean {
  return cue.every(([start, end]) => content.some(([from, to]) => from <= start && end <= to));
}

function hasOverlap(one: readonly Span[], other: readonly Span[]): boolean {
  return one.some(([a, b]) => other.some(([c, d]) => a < d && c < b));
}
