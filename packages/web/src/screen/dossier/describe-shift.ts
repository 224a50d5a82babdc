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

/** Real shifts, by the commitment that they end in. */
export type ShiftsByEnd = ReadonlyMap<string, readonly Shift[]>;

/** Gather the real shifts by what they end in; that something was said again is no change. */
export function groupShifts(shifts: readonly Shift[]): ShiftsByEnd {
  const byEnd = new Map<string, Shift[]>();
  for (const shift of shifts) {
    const { later, comparison } = shift;
    const { commitmentId } = later.evidence;
    if (comparison.kind !== 'shift' || commitmentId === undefined) continue;
    if (comparison.types.every((type) => type === 'repeated')) continue;
    byEnd.set(commitmentId, [...(byEnd.get(commitmentId) ?? []), shift]);
  }
  return byEnd;
}

/** List the real shifts that end in an entry of the board: what changed to make it what it is. */
export function listShiftsOf(entry: BoardEntry, byEnd: ShiftsByEnd): Shift[] {
  return entry.commitmentIds.flatMap((id) => byEnd.get(id) ?? []);
}
