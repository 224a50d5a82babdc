/**
 * What has changed between two positions of one party on one matter, or why they cannot be
 * compared. Precision first: a wrong shift is worse than a missed one, so silence about a
 * condition is no waiver, a report by others is no position, and two reports of one day are one
 * occasion. Fitted on the develop half of `test/cases/shift-pairs.jsonl`.
 * @module
 */
import type { Comparison, NotComparableReason, ShiftType, Stance } from '@onrecord/record';
import { unitKey } from '../matter/describe-amount.ts';
import { foldMatter, type Matter } from '../matter/fold-matter.ts';
import { matchMatter, scoreOverlap } from '../matter/match-matter.ts';
import type { DraftPosition } from './describe-position.ts';
import { findDroppedConditions, isExceptionDropped } from './find-waivers.ts';

const notComparable = (reason: NotComparableReason, because: string): Comparison => ({
  kind: 'not-comparable',
  reason,
  because,
});

/** How firm a yes is. */
const STRENGTH: Partial<Record<DraftPosition['stance'], number>> = {
  considers: 1,
  offers: 2,
  commits: 3,
  accepts: 3,
};
/** A hedge of the speaker lowers a yes by less than a step: "will probably" is above "is ready to". */
const HEDGE_STEP = 0.5;

type Side = 'yes' | 'no' | 'demand' | 'threat';
const SIDES: Readonly<Record<Stance, Side>> = {
  commits: 'yes',
  offers: 'yes',
  considers: 'yes',
  accepts: 'yes',
  refuses: 'no',
  rejects: 'no',
  demands: 'demand',
  threatens: 'threat',
};
/** Yes and no to what others propose; yes and no to what one would do oneself. */
const REPLIES: ReadonlySet<string> = new Set(['accepts', 'rejects']);
/** "no longer demands" */
const GIVES_UP_DEMAND =
  /\b(no longer|stopp?(?:ed|s)|dropp?(?:ed|s)|gave up|withdr[ae]w)\b.*\bdemand/i;

const isOwn = (position: DraftPosition): boolean =>
  position.basis === 'own-words' || position.basis === 'own-paraphrase';

/** Why the two cannot be compared whatever they say, or null. */
function findObstacle(earlier: DraftPosition, later: DraftPosition): Comparison | null {
  if (earlier.party.key !== later.party.key)
    return notComparable('different-party', `${earlier.party.name} and ${later.party.name}`);
  for (const position of [earlier, later])
    if (!isOwn(position))
      return notComparable('not-own-position', 'one of the two is not in the words of the party');
  if (earlier.days === null || later.days === null)
    return notComparable('order-unknown', 'one of the two has no date');
  if (later.days.from <= earlier.days.to) {
    const isOneDay = later.days.from === earlier.days.from && later.days.to === earlier.days.to;
    return isOneDay
      ? notComparable('same-occasion', 'both were said on the same day')
      : notComparable('order-unknown', 'the days of the two overlap');
  }
  return null;
}

const YEAR = (value: number): boolean => value >= 1900 && value < 2200 && Number.isInteger(value);

function findYearConflict(left: Matter, right: Matter): string | null {
  const [a, b] = [left.numbers.filter(YEAR), right.numbers.filter(YEAR)];
  return a.length > 0 && b.length > 0 && !a.some((year) => b.includes(year)) ? `${a}/${b}` : null;
}

/** "100 observers and no soldiers" and "send soldiers" speak of two things. */
const speaksOf = (position: DraftPosition, unit: string): boolean =>
  [...foldMatter(unit.toLowerCase()).keys].some((key) => position.matter.keys.has(key));

/** Whether the two speak of one action, or why not. */
function findOtherAction(earlier: DraftPosition, later: DraftPosition): Comparison | null {
  const [left, right] = [earlier.amount?.unit, later.amount?.unit];
  if (left !== undefined && right !== undefined && unitKey(left) !== unitKey(right)) {
    const rest = (matter: Matter, unit: string): Matter => {
      const keys = new Set(foldMatter(unit).keys);
      const words = matter.words.filter((word) => !keys.has(word.key));
      return { ...matter, words, keys: new Set(words.map((word) => word.key)) };
    };
    const { overlap } = scoreOverlap(rest(earlier.matter, left), rest(later.matter, right));
    if (overlap === 1) return notComparable('different-measure', `${left} and ${right}`);
    return notComparable('different-action', `${left} and ${right}`);
  }
  for (const [one, other] of [
    [earlier, later],
    [later, earlier],
  ] as const)
    if (one.amount !== undefined && other.amount === undefined && !speaksOf(other, one.amount.unit))
      return notComparable('different-measure', `${one.amount.unit} on one side only`);
  const match = matchMatter(earlier.matter, later.matter);
  if (match.kind === 'different') return notComparable('different-action', match.because);
  const years = findYearConflict(earlier.matter, later.matter);
  return years === null ? null : notComparable('different-action', years);
}

/** Compare two positions, the earlier first. */
export function comparePositions(earlier: DraftPosition, later: DraftPosition): Comparison {
  const obstacle = findObstacle(earlier, later);
  if (obstacle !== null) return obstacle;
  if (earlier.stance === 'denies')
    return notComparable('different-stance', 'the earlier one is itself a denial');
  const otherAction = findOtherAction(earlier, later);
  if (otherAction !== null) return otherAction;
  if (later.stance === 'denies')
    return { kind: 'shift', types: ['denied'], because: [`"${later.cue}"`] };
  return compareStances(earlier, later, SIDES[earlier.stance], SIDES[later.stance]);
}

function compareStances(
  earlier: DraftPosition,
  later: DraftPosition,
  from: Side,
  to: Side,
): Comparison {
  const stances = `${earlier.stance} → ${later.stance}`;
  if (from === 'demand' && to === 'no' && GIVES_UP_DEMAND.test(`${later.cue} ${later.sentence}`))
    return { kind: 'shift', types: ['reversed'], because: [stances] };
  const isCrossed = REPLIES.has(earlier.stance) !== REPLIES.has(later.stance) && from !== to;
  const isYesNo = (side: Side) => side === 'yes' || side === 'no';
  if (isCrossed || (from !== to && !(isYesNo(from) && isYesNo(to))))
    return notComparable('different-stance', stances);
  const flips = earlier.isNegated !== later.isNegated;
  if ((from !== to) !== flips)
    return compareOpposed(earlier, later, flips ? `${stances}, one with a no inside` : stances);
  if (flips) return notComparable('different-stance', 'two negations');
  return compareDetails(earlier, later);
}

function compareOpposed(earlier: DraftPosition, later: DraftPosition, stances: string): Comparison {
  // From no to "would consider": the door is open, no more.
  if (SIDES[earlier.stance as Stance] === 'no' && later.stance === 'considers')
    return {
      kind: 'shift',
      types: ['softened', ...addedConditions(earlier, later)],
      because: [stances],
    };
  return { kind: 'shift', types: ['reversed'], because: [stances] };
}

const keysOf = (position: DraftPosition): Set<string> =>
  new Set(position.conditions.map((chip) => chip.key));

/** Share of a condition's words that make it stand in a sentence, though nobody marked it there. */
const SAID_ALREADY = 0.5;

const isSaidIn = (sentence: string, words: string): boolean =>
  scoreOverlap(foldMatter(words), foldMatter(sentence)).overlap > SAID_ALREADY;

function addedConditions(earlier: DraftPosition, later: DraftPosition): ShiftType[] {
  const before = keysOf(earlier);
  const added = later.conditions.filter(
    (chip) => !before.has(chip.key) && !isSaidIn(earlier.sentence, chip.quote),
  );
  return added.length > 0 ? ['condition-added'] : [];
}

/** Changes of the stance, the hedge, the amount, the date, conditions and exceptions. */
function compareDetails(earlier: DraftPosition, later: DraftPosition): Comparison {
  const types = new Set<ShiftType>();
  const because: string[] = [];
  const add = (type: ShiftType, reason: string) => {
    types.add(type);
    because.push(reason);
  };
  compareStrength(earlier, later, add);
  compareAmount(earlier, later, add);
  const kept = keysOf(later);
  const missing = earlier.conditions.filter((chip) => !kept.has(chip.key));
  const dropped = findDroppedConditions(later.sentence, missing);
  for (const type of addedConditions(earlier, later))
    add(type, later.conditions.map((chip) => chip.quote).join('; '));
  if (dropped.length > 0) add('condition-dropped', dropped.map((chip) => chip.quote).join('; '));
  const isExceptionGone = earlier.exceptions.length > 0 && later.exceptions.length === 0;
  const isExceptionNew = !later.exceptions.every((one) => isSaidIn(earlier.sentence, one));
  if (earlier.exceptions.length === 0 && isExceptionNew)
    add('exception-added', later.exceptions.join('; '));
  if (isExceptionGone && isExceptionDropped(later.sentence, earlier.exceptions))
    add('exception-dropped', earlier.exceptions.join('; '));
  if (types.size > 0) return { kind: 'shift', types: [...types], because };
  if (missing.length > dropped.length)
    return notComparable('condition-not-mentioned', missing.map((chip) => chip.quote).join('; '));
  if (isExceptionGone)
    return notComparable('exception-not-mentioned', earlier.exceptions.join('; '));
  return { kind: 'shift', types: ['repeated'], because: ['nothing has changed'] };
}

type Add = (type: ShiftType, because: string) => void;

function compareStrength(earlier: DraftPosition, later: DraftPosition, add: Add): void {
  const strengthOf = ({ stance, hedges }: DraftPosition): number | undefined => {
    const strength = STRENGTH[stance];
    return strength === undefined ? undefined : strength - (hedges.length > 0 ? HEDGE_STEP : 0);
  };
  const [before, after] = [strengthOf(earlier), strengthOf(later)];
  if (before !== undefined && after !== undefined && before !== after)
    add(
      before < after ? 'hardened' : 'softened',
      earlier.stance === later.stance
        ? `hedge: ${[...earlier.hedges, ...later.hedges].join(', ')}`
        : `${earlier.stance} ("${earlier.cue}") → ${later.stance} ("${later.cue}")`,
    );
  const [by, thenBy] = [earlier.deadlineBy, later.deadlineBy];
  if (by !== undefined && thenBy !== undefined && by !== thenBy)
    add(thenBy < by ? 'hardened' : 'softened', `by ${by} → by ${thenBy}`);
}

function compareAmount(earlier: DraftPosition, later: DraftPosition, add: Add): void {
  if (SIDES[later.stance as Stance] !== 'yes') return;
  const [before, after] = [earlier.amount, later.amount];
  if (before === undefined || after === undefined) return;
  if (unitKey(before.unit) !== unitKey(after.unit)) return;
  const [most, thenMost] = [before.to ?? before.from, after.to ?? after.from];
  if (most === thenMost) return;
  add(most < thenMost ? 'scope-widened' : 'scope-narrowed', `${most} → ${thenMost} ${after.unit}`);
}
