/**
 * The outcomes of a what-if, in the order in which they are shown, and what each is called.
 * @module
 */
import type { ConditionState, WhatIf, WhatIfOutcome } from '@onrecord/record';

/** The outcomes, the strongest first. */
export const OUTCOMES = ['live', 'waiting', 'contested', 'void', 'refused'] as const;

/** The word of an outcome. */
export const OUTCOME_LABELS: Readonly<Record<WhatIfOutcome, string>> = {
  live: 'live',
  waiting: 'waiting',
  contested: 'contested',
  void: 'void',
  refused: 'refused',
};

/** What an outcome means, in one line. */
export const OUTCOME_MEANINGS: Readonly<Record<WhatIfOutcome, string>> = {
  live: 'every stated condition is met',
  waiting: 'a stated condition is still open',
  contested: 'somebody refuses, rejects or threatens the same thing',
  void: 'a stated condition has failed',
  refused: 'the party itself refuses',
};

/** The states of a condition, in the order of the switch. */
export const CONDITION_STATES: readonly ConditionState[] = ['open', 'met', 'failed', 'disputed'];

/** List what each entry was without the assumptions, where they change it: by the entry's id. */
export function listChanges(
  assumed: WhatIf | null,
  known: WhatIf | null,
): Map<string, WhatIfOutcome> {
  const before = new Map(known?.entries.map(({ entry, outcome }) => [entry.id, outcome]));
  const changes = new Map<string, WhatIfOutcome>();
  for (const { entry, outcome } of assumed?.entries ?? []) {
    const was = before.get(entry.id);
    if (was !== undefined && was !== outcome) changes.set(entry.id, was);
  }
  return changes;
}
