/**
 * Merges declined questions into the attributions: an attribution of the same cue takes the act,
 * the rest is added behind, so that the indices of `within` and `continues` stay true.
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
    if (at < 0) merged.push(decline);
    else merged[at] = { ...(merged[at] as Attribution), act: 'declines' };
  }
  return merged;
}

function hasOverlap(one: readonly Span[], other: readonly Span[]): boolean {
  return one.some(([a, b]) => other.some(([c, d]) => a < d && c < b));
}
