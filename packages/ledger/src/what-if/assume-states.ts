/**
 * What-if: the board under assumed states of conditions. It reads stated conditions and forecasts
 * nothing: an entry goes live when its own words let it, and every outcome names its records.
 * @module
 */
import {
  type Board,
  type BoardEntry,
  type ConditionChip,
  type EntryOutcome,
  findOutcome,
  isWaitingNo,
  type WhatIf,
  type WhatIfEntry,
} from '@onrecord/record';
import {
  type ConditionStates,
  findState,
  matchConditionName,
} from '../board/resolve-conditions.ts';
import { foldMatter } from '../matter/fold-matter.ts';
import { Objections } from './find-contests.ts';
import { findLinks, findLoops, type WaitLink } from './find-loops.ts';
import { totalAmounts } from './total-amounts.ts';

/** An entry with its conditions in the assumed states. */
const assumeEntry = (
  entry: BoardEntry,
  stateOf: (chip: ConditionChip) => ConditionChip['state'],
): BoardEntry => ({
  ...entry,
  conditions: entry.conditions.map((chip) => ({ ...chip, state: stateOf(chip) })),
});

/**
 * Assumed states win over known ones; each distinct condition is looked up once. A name that is a
 * condition's key means that one only, though its words may stand in another's.
 */
function stateFinder(
  board: Board,
  states: ConditionStates,
): (chip: ConditionChip) => ConditionChip['state'] {
  const keys = new Set(board.conditions.map(({ key }) => key));
  const byWords = Object.fromEntries(Object.entries(states).filter(([name]) => !keys.has(name)));
  const found = new Map<string, ConditionChip['state'] | null>();
  return (chip) => {
    const place = `${chip.key}|${chip.trigger}`;
    let state = found.get(place);
    if (state === undefined) {
      state = states[chip.key] ?? findState(byWords, chip);
      found.set(place, state);
    }
    return state ?? chip.state;
  };
}

/** Stances that somebody may contest. */
const YES = new Set(['commits', 'offers', 'considers', 'accepts']);

/**
 * Assume states of conditions, by key, type or words of the trigger ("ceasefire", "parliament").
 * Entries that a later one of their party replaced are left out, and so are demands: they bind
 * nobody.
 * @returns every current entry with its outcome and reasons, loops, totals, and names unmatched
 * @example
 * assumeStates(board, { ceasefire: 'met' }).entries.filter((one) => one.outcome === 'live')
 */
export function assumeStates(board: Board, states: ConditionStates): WhatIf {
  const stateOf = stateFinder(board, states);
  const current = board.rows
    .flatMap((row) => row.cells.flatMap((cell) => cell.entries))
    .filter((entry) => entry.supersededBy === undefined && entry.stance !== 'demands')
    .map((entry) => assumeEntry(entry, stateOf));
  const drafts = current.map((entry) => ({
    entry,
    matter: foldMatter(entry.action),
    ...findOutcome(entry),
  }));
  const objections = new Objections(current);
  const isHeld = (draft: { entry: BoardEntry; outcome: string }) =>
    draft.outcome === 'waiting' || (draft.outcome === 'refused' && isWaitingNo(draft.entry));
  const links = findLinks(drafts.filter(isHeld), drafts);
  const linksOf = new Map<string, WaitLink[]>();
  for (const link of links) linksOf.set(link.from.id, [...(linksOf.get(link.from.id) ?? []), link]);
  const entries = drafts.map((draft) =>
    describeOutcome(
      draft,
      YES.has(draft.entry.stance) ? objections.find(draft.entry, draft.matter) : [],
      linksOf.get(draft.entry.id) ?? [],
    ),
  );
  return {
    assumed: { ...states },
    unmatched: Object.keys(states).filter(
      (name) => !board.conditions.some((condition) => matchConditionName(name, condition)),
    ),
    entries,
    loops: findLoops(links),
    ...totalAmounts(entries),
  };
}

function describeOutcome(
  draft: EntryOutcome & { entry: BoardEntry },
  against: readonly BoardEntry[],
  links: readonly WaitLink[],
): WhatIfEntry {
  const { entry, outcome, waitsFor, voidBy, endsIf } = draft;
  const contestedBy = new Map<string, WhatIfEntry['contestedBy'][number]>();
  for (const { party, id } of against) {
    const known = contestedBy.get(party.key) ?? { party, entryIds: [] };
    known.entryIds.push(id);
    contestedBy.set(party.key, known);
  }
  return {
    entry,
    outcome: outcome === 'live' && against.length > 0 ? 'contested' : outcome,
    waitsFor: waitsFor.map((condition) => ({
      condition,
      entryIds: links.filter((link) => link.condition === condition).map((link) => link.to.id),
    })),
    contestedBy: [...contestedBy.values()],
    voidBy,
    endsIf,
  };
}
