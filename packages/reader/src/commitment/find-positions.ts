/**
 * Where positions are taken, word by word: the position network over those paragraphs of an
 * article that have a candidate.
 * @module
 */
import type { TokenStates } from '../attribution/token-states.ts';
import { listWindows } from '../attribution/windows.ts';
import type { Attribution } from '../layers.ts';
import type { Candidate } from './candidate.ts';
import type { ClauseView } from './clause-view.ts';
import { AttributionBit, type PositionNetwork } from './position-network.ts';
import { rangeOf } from './situation.ts';

/** What part each token has in attributions, as bits. */
export function findRoles(view: ClauseView, attributions: readonly Attribution[]): Uint8Array {
  const roles = new Uint8Array(view.words.length);
  for (const { content, source, cue } of attributions)
    for (const [spans, bit] of [
      [content, AttributionBit.Content],
      [source, AttributionBit.Source],
      [cue, AttributionBit.Cue],
    ] as const)
      for (const span of spans) {
        const [start, end] = rangeOf(view, span);
        for (let at = start; at < end; at++) roles[at] = roles[at]! | bit;
      }
  return roles;
}

/** What the network is asked about. */
export interface PositionQuestion {
  readonly view: ClauseView;
  readonly attributions: readonly Attribution[];
  readonly candidates: readonly Candidate[];
  readonly states: TokenStates;
}

/**
 * The log odds that a token stands in the cue of a position, for each token of a paragraph that has
 * a candidate ("vowed" is likely, "vowed" of a wedding is not); elsewhere 0, which nothing reads.
 */
export function findPositions(
  network: PositionNetwork,
  { view, attributions, candidates, states }: PositionQuestion,
): Float32Array {
  const odds = new Float32Array(view.words.length);
  const roles = findRoles(view, attributions);
  const { head } = view.analysis.tree;
  let next = 0;
  for (const window of listWindows(view.analysis)) {
    const isAsked = next < candidates.length && candidates[next]!.cueWord < window[1];
    while (next < candidates.length && candidates[next]!.cueWord < window[1]) next++;
    if (isAsked)
      network.read({ states, window, head, roles, out: odds.subarray(window[0], window[1]) });
  }
  return odds;
}

/** The highest log odds of a candidate's cue. */
export function oddsOfCue(odds: Float32Array, { cue: [start, end], cueWord }: Candidate): number {
  let best = odds[cueWord]!;
  for (let at = start; at < end; at++) best = Math.max(best, odds[at]!);
  return best;
}
