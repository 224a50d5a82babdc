/**
 * What becomes of the positions under assumed states, worked out in the browser, so that the board
 * changes with the switch. The positions are the board's; who contests one does not hang on states
 * and is the ledger's, and what its conditions make of it is the record's own table. Loops and
 * totals are the ledger's: they come after.
 * @module
 */
import type { Outcomes } from '@onrecord/api/client';
import {
  type Board,
  type BoardEntry,
  type ConditionState,
  findOutcome,
  type Party,
  type WhatIf,
  type WhatIfEntry,
  type WhatIfOutcome,
} from '@onrecord/record';

/** States that are assumed, by the condition's key. */
export type Assumed = Readonly<Record<string, ConditionState>>;

function assumeOne(entry: BoardEntry, assumed: Assumed): BoardEntry {
  const conditions = entry.conditions.map((chip) => ({
    ...chip,
    state: assumed[chip.key] ?? chip.state,
  }));
  return { ...entry, conditions };
}

type Ties = Outcomes['entries'][number];

function followOne(
  entry: BoardEntry,
  { waitsFor: hanging, contestedBy: keys }: Ties,
  parties: ReadonlyMap<string, Party>,
): WhatIfEntry {
  const { outcome, waitsFor, voidBy, endsIf } = findOutcome(entry);
  const hangsOn = new Map(hanging.map(({ key, entryIds }) => [key, entryIds]));
  return {
    entry,
    outcome: outcome === 'live' && 0 < keys.length ? 'contested' : outcome,
    waitsFor: waitsFor.map((condition) => ({
      condition,
      entryIds: hangsOn.get(condition.key) ?? [],
    })),
    contestedBy: keys.flatMap((key) => {
      const party = parties.get(key);
      // Which of its positions contest it is the ledger's to say: an export asks for it.
      return party ? [{ party, entryIds: [] }] : [];
    }),
    voidBy,
    endsIf,
  };
}

/** Put the ledger's answer and the board's positions together. */
export function joinOutcomes(board: Board, outcomes: Outcomes): WhatIf {
  const parties = new Map(board.rows.map(({ party }) => [party.key, party]));
  const entries = new Map<string, BoardEntry>();
  for (const { cells } of board.rows)
    for (const cell of cells) for (const entry of cell.entries) entries.set(entry.id, entry);
  const followed = outcomes.entries.flatMap((ties) => {
    const entry = entries.get(ties.entryId);
    return entry ? [followOne(assumeOne(entry, outcomes.assumed), ties, parties)] : [];
  });
  return { ...outcomes, entries: followed };
}

/**
 * Assume states over what is known: every position with its outcome, without loops and totals.
 * Positions that hang on none of the assumed conditions stay the same objects.
 */
export function assumeLocally(
  board: Board,
  { known, outcomes }: { known: WhatIf; outcomes: Outcomes },
  assumed: Assumed,
): WhatIf {
  const parties = new Map(board.rows.map(({ party }) => [party.key, party]));
  const ties = new Map(outcomes.entries.map((item) => [item.entryId, item]));
  const entries = known.entries.map((item) => {
    const isAssumed = item.entry.conditions.some(({ key }) => assumed[key] !== undefined);
    const own = isAssumed && ties.get(item.entry.id);
    return own ? followOne(assumeOne(item.entry, assumed), own, parties) : item;
  });
  return { assumed: { ...assumed }, unmatched: [], entries, loops: [], totals: [], unknown: [] };
}

/** The outcome of each position, by its id. */
export function listOutcomes(whatIf: WhatIf | null): Map<string, WhatIfOutcome> {
  return new Map(whatIf?.entries.map(({ entry, outcome }) => [entry.id, outcome]));
}
