/**
 * Shifts in words and arrows: the arrow is a cue besides the word, never instead of it.
 * @module
 */
import type { BoardEntry, Shift, ShiftType } from '@onrecord/record';

const SHIFT_WORDS: Readonly<Record<ShiftType, string>> = {
  hardened: '↑ hardened',
  softened: '↓ softened',
  reversed: '⇄ reversed',
  'condition-added': '+ condition added',
  'condition-dropped': '− condition dropped',
  'exception-added': '+ exception added',
  'exception-dropped': '− exception dropped',
  'scope-widened': '↔ scope widened',
  'scope-narrowed': '→← scope narrowed',
  denied: '× denied',
  repeated: '= repeated',
};

/** Describe what has changed; a pair that cannot be compared says why. */
export function describeShift({ comparison }: Shift): string {
  if (comparison.kind === 'not-comparable') return `not comparable: ${comparison.because}`;
  return comparison.types.map((type) => SHIFT_WORDS[type]).join(', ');
}

/** List the real shifts that end in an entry of the board: what changed to make it what it is. */
export function listShiftsOf(entry: BoardEntry, shifts: readonly Shift[]): Shift[] {
  const ids = new Set(entry.commitmentIds);
  return shifts.filter(({ later, comparison }) => {
    const { commitmentId } = later.evidence;
    if (comparison.kind !== 'shift' || commitmentId === undefined) return false;
    return ids.has(commitmentId) && !comparison.types.every((type) => type === 'repeated');
  });
}
