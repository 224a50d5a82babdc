/**
 * What becomes of one entry under the states of its conditions: a table by connective, and the
 * rule for several conditions (all must hold). No guess is made: an open condition waits. It stands
 * beside the types because two rooms ask it: the ledger for the whole board, the app for the rows
 * in view, which then change with the switch and not after an answer.
 * @module
 */
import type { BoardEntry, ConditionChip, ConditionState } from './board.ts';
import type { Connective, Stance } from './commitment.ts';

/** What a condition does to its entry: lets it go, holds it, ends it. */
type Effect = 'free' | 'waits' | 'void' | 'may-end';

/** Connectives of a condition that must come true first ("only after a ceasefire"). */
const NEEDS: ReadonlySet<Connective> = new Set([
  'only-if',
  'if',
  'only-after',
  'after',
  'as-long-as',
  'in-case-of',
]);

const NEEDED: Readonly<Record<ConditionState, Effect>> = {
  met: 'free',
  failed: 'void',
  open: 'waits',
  disputed: 'waits',
};
/** "unless Tavria strikes again", "until the talks begin", "before the vote": holds until it comes. */
const HOLDS_UNTIL: Readonly<Record<ConditionState, Effect>> = {
  met: 'void',
  failed: 'free',
  open: 'may-end',
  disputed: 'may-end',
};

/** What a condition does to a positive entry. */
function findEffect(condition: ConditionChip): Effect {
  return (NEEDS.has(condition.connective) ? NEEDED : HOLDS_UNTIL)[condition.state];
}

const NEGATIVE: ReadonlySet<Stance> = new Set(['refuses', 'rejects']);

/** Whether a no is meant as a yes under a condition: "will not free anyone until the 200 are home". */
export const isWaitingNo = (entry: BoardEntry): boolean =>
  NEGATIVE.has(entry.stance) &&
  entry.conditions.some(({ connective }) => ['until', 'unless', 'before'].includes(connective));

/** The outcome of one entry, contests apart, with the conditions behind it. */
export interface EntryOutcome {
  outcome: 'live' | 'waiting' | 'void' | 'refused';
  waitsFor: ConditionChip[];
  voidBy: ConditionChip[];
  endsIf: ConditionChip[];
}

/**
 * Find what becomes of an entry.
 * @example
 * findOutcome({ stance: 'offers', conditions: [] }).outcome // 'live'
 */
export function findOutcome(entry: BoardEntry): EntryOutcome {
  const byEffect = (effect: Effect) =>
    entry.conditions.filter((condition) => findEffect(condition) === effect);
  const [voidBy, waitsFor, endsIf] = [byEffect('void'), byEffect('waits'), byEffect('may-end')];
  if (NEGATIVE.has(entry.stance)) {
    // A no that lapses ("until", met) is void; a no whose reason is open stays a no.
    const outcome = voidBy.length > 0 ? 'void' : 'refused';
    return { outcome, waitsFor: isWaitingNo(entry) ? endsIf : [], voidBy, endsIf };
  }
  if (voidBy.length > 0) return { outcome: 'void', waitsFor, voidBy, endsIf };
  return { outcome: waitsFor.length > 0 ? 'waiting' : 'live', waitsFor, voidBy, endsIf };
}
