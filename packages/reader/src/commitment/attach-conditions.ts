/**
 * Which conditions a candidate hangs on: those whose clause the tree ties to the cue, to the
 * action, or to a predicate above them in the same sentence, not inside the condition itself.
 * @module
 */
import type { Candidate } from './candidate.ts';
import type { ClauseView } from './clause-view.ts';
import { sentenceOf } from './clause-view.ts';
import type { FoundCondition } from './find-conditions.ts';

/** How far up a condition may stand above the cue ("said that, if asked, they would help"). */
const HIGHEST = 6;

/** The conditions of a candidate, in the order of the text. */
export function attachConditions(
  view: ClauseView,
  candidate: Candidate,
  conditions: readonly FoundCondition[],
): FoundCondition[] {
  const [start, end] = sentenceOf(view, candidate.cueWord);
  return conditions.filter(
    (condition) =>
      condition.range[0] >= start &&
      condition.range[0] < end &&
      !holds(condition.range, candidate.cueWord) &&
      isTied(view, candidate, condition),
  );
}

const holds = ([start, end]: readonly [number, number], token: number): boolean =>
  start <= token && token < end;

function isTied(
  view: ClauseView,
  candidate: Candidate,
  { governor, range }: FoundCondition,
): boolean {
  const { cueWord, actionHead, action } = candidate;
  if (isFronted(view, candidate, range) || isAfterthought(view, candidate, range)) return true;
  if (holds(action, range[0]) || (governor >= 0 && holds(action, governor))) return true;
  if (governor < 0)
    return range[0] > cueWord ? range[0] - action[1] <= 2 : action[0] - range[1] <= 8;
  const isBetween = (at: number) => at === governor;
  for (let at = cueWord, i = 0; at >= 0 && i < HIGHEST; at = view.tree.head[at]!, i++)
    if (isBetween(at)) return true;
  for (let at = actionHead, i = 0; at >= 0 && i < HIGHEST; at = view.tree.head[at]!, i++)
    if (isBetween(at)) return true;
  return false;
}

/** Words between a fronted condition and its position at most ("If asked, the two states will"). */
const NEAR = 9;

/** "If they play it, that will be fair game": before the position, a comma and its subject between. */
function isFronted(
  view: ClauseView,
  { cue }: Candidate,
  [, end]: readonly [number, number],
): boolean {
  if (end > cue[0] || cue[0] - end > NEAR) return false;
  const between = { hasComma: false, hasVerb: false };
  for (let at = end; at < cue[0]; at++) {
    if (view.words[at] === ',') between.hasComma = true;
    if (view.classes[at] === 'VERB') between.hasVerb = true;
  }
  return between.hasComma && !between.hasVerb;
}

/** What may stand between an action and its afterthought: ", but", " – though", ", and". */
const AFTERTHOUGHT_LEAD = /^([,–—-]|--|but|and|though)$/;

/**
 * "Ten states will send observers, but only after a truce, Corvale said": right behind the action
 * with nothing but a comma and a conjunction between, though the tree hangs it on "said".
 */
function isAfterthought(
  view: ClauseView,
  { action, cueWord }: Candidate,
  [start]: readonly [number, number],
): boolean {
  if (start < action[1] || start < cueWord) return false;
  for (let at = action[1]; at < start; at++)
    if (!AFTERTHOUGHT_LEAD.test(view.words[at]!)) return false;
  return true;
}
