/**
 * Which candidates become commitments: those the ranker is sure enough of, and of several that
 * share an action only the best ("reaffirmed its commitment to": the noun, not the verb).
 * @module
 */
import type { ClauseView, TokenRange } from './clause-view.ts';
import type { Ranked } from './ranker.ts';

/** Two actions that share this much (token F1) are one position told by two cues. */
const SAME_ACTION = 0.5;

/** A first person's modal needs so much of what other weak rows need: few of them are forecasts. */
const FIRST_PERSON = 0.75;

/** Choose the candidates to keep, in the order of their cues. */
export function selectCandidates(
  view: ClauseView,
  ranked: readonly Ranked[],
  { leastWeak, leastStrong }: { leastWeak: number; leastStrong: number },
): Ranked[] {
  const kept: Ranked[] = [];
  const bySentence = new Map<number, Ranked[]>();
  const { of } = view.analysis.sentences;
  for (const item of [...ranked].sort((a, b) => b.score - a.score)) {
    const { isWeak, isSure } = item.candidate;
    const weak = isFirstPerson(view, item) ? leastWeak * FIRST_PERSON : leastWeak;
    if (!isSure && item.score < (isWeak ? weak : leastStrong)) continue;
    if (isOfTelling(view, item)) continue;
    const sentence = of[item.candidate.cueWord] ?? 0;
    const rivals = bySentence.get(sentence) ?? [];
    if (
      rivals.some((rival) => overlap(rival.candidate.action, item.candidate.action) >= SAME_ACTION)
    )
      continue;
    rivals.push(item);
    bySentence.set(sentence, rivals);
    kept.push(item);
  }
  return kept.sort((a, b) => a.candidate.cueWord - b.candidate.cueWord);
}

/**
 * "declined to comment", "will not answer", "asked not to be named": about what is told, no position
 * on an action.
 */
function isOfTelling(view: ClauseView, { candidate, stance }: Ranked): boolean {
  const verb = candidate.actionHead;
  if (verb < 0 || view.classes[verb] !== 'VERB') return false;
  if (stance === 'refuses' && /^(comment|elaborate|respond|reply|answer)$/.test(view.lemmas[verb]!))
    return true;
  return /^(named|identified|quoted)$/.test(view.words[verb]!) && view.words[verb - 1] === 'be';
}

/** "We'll rebuild it", "I will not sign": a modal of the first person binds the one who says it. */
function isFirstPerson({ words }: ClauseView, { candidate: { frame, party } }: Ranked): boolean {
  return frame === 'modal' && 0 <= party && /^(i|we)$/.test(words[party]!);
}

/** Token F1 of two ranges. */
export function overlap(a: TokenRange, b: TokenRange): number {
  const shared = Math.min(a[1], b[1]) - Math.max(a[0], b[0]);
  return shared <= 0 ? 0 : (2 * shared) / (a[1] - a[0] + b[1] - b[0]);
}
