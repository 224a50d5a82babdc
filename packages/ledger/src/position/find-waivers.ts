/**
 * Words that give up a condition or an exception. Only they make one dropped: a report that is
 * silent about it proves nothing.
 * @module
 */
import type { ConditionChip } from '@onrecord/record';
import { foldMatter } from '../matter/fold-matter.ts';
import { scoreOverlap } from '../matter/match-matter.ts';

/** A waiver that names what is waived: "whether or not there is a ceasefire". */
const NAMED_WAIVER =
  /\b(?:whether or not|regardless of|irrespective of|even if|even without|with or without|no matter (?:whether|if))\b([^.;!?]*)/i;
/** A waiver of everything: "unconditionally". */
const FULL_WAIVER = /\b(?:unconditional(?:ly)?|without (?:any )?(?:pre)?conditions?)\b/i;

/** The conditions that a sentence gives up. */
export function findDroppedConditions(
  sentence: string,
  missing: readonly ConditionChip[],
): ConditionChip[] {
  if (missing.length === 0) return [];
  if (FULL_WAIVER.test(sentence)) return [...missing];
  const waived = NAMED_WAIVER.exec(sentence)?.[1];
  if (waived === undefined) return [];
  const matter = foldMatter(waived);
  return missing.filter(
    (chip) => scoreOverlap(foldMatter(`${chip.trigger} ${chip.quote}`), matter).overlap > 0,
  );
}

/** "including Selm", "without exception", "Selm too" */
const INCLUDING = /\b(?:including|without exceptions?|also in|as well as in)\b([^.;!?]*)/i;

/** Whether a sentence takes an exception back. */
export function isExceptionDropped(sentence: string, exceptions: readonly string[]): boolean {
  const match = INCLUDING.exec(sentence);
  if (match === null) return false;
  if (/without exception/i.test(match[0])) return true;
  const matter = foldMatter(match[1] ?? '');
  return exceptions.some((one) => scoreOverlap(foldMatter(one), matter).overlap > 0);
}
