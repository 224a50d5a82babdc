/**
 * What becomes of the positions under assumed states, worked out in the browser, so that the board
 * changes with the switch. It starts from what is known of every position: who contests it does not
 * hang on states, and what its conditions make of it is the record's own table. Loops and totals are
 * the ledger's: they come after.
 * @module
 */
import {
  type ConditionState,
  findOutcome,
  type WhatIf,
  type WhatIfEntry,
  type WhatIfOutcome,
} from '@onrecord/record';

/** States that are assumed, by the condition's key. */
export type Assumed = Readonly<Record<string, ConditionState>>;

function assumeOne(item: WhatIfEntry, assumed: Assumed): WhatIfEntry {
  const { conditions } = item.entry;
  if (!conditions.some(({ key }) => assumed[key] !== undefined)) return item;
  const entry = {
    ...item.entry,
    conditions: conditions.map((chip) => ({ ...chip, state: assumed[chip.key] ?? chip.state })),
  };
  const { outcome, waitsFor, voidBy, endsIf } = findOutcome(entry);
  const hangsOn = new Map(item.waitsFor.map((wait) => [wait.condition.key, wait.entryIds]));
  return {
    ...item,
    entry,
    outcome: outcome === 'live' && 0 < item.contestedBy.length ? 'contested' : outcome,
    waitsFor: waitsFor.map((condition) => ({
      condition,
      entryIds: hangsOn.get(condition.key) ?? [],
    })),
    voidBy,
    endsIf,
  };
}

/** Assume states over what is known: every position with its outcome, without loops and totals. */
export function assumeLocally(known: WhatIf, assumed: Assumed): WhatIf {
  return {
    assumed: { ...assumed },
    unmatched: [],
    entries: known.entries.map((item) => assumeOne(item, assumed)),
    loops: [],
    totals: [],
    unknown: [],
  };
}

/** The outcome of each position, by its id. */
export function listOutcomes(whatIf: WhatIf | null): Map<string, WhatIfOutcome> {
  return new Map(whatIf?.entries.map(({ entry, outcome }) => [entry.id, outcome]));
}
