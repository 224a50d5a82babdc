/**
 * Boards, what-if, utterances and shifts of a dossier or a query, straight from the store.
 * @module
 */
import type { Board, Shift, Utterance, WhatIf } from '@onrecord/record';
import { assembleBoard } from '../board/assemble-board.ts';
import type { ConditionStates } from '../board/resolve-conditions.ts';
import { findShifts, type ShiftOptions } from '../position/find-shifts.ts';
import type { Store } from '../store/open-store.ts';
import { resolveUtterances } from '../utterance/resolve-utterances.ts';
import { assumeStates } from '../what-if/assume-states.ts';
import type { Scope } from './dossier.ts';
import { loadScope } from './load-scope.ts';

/** The board of a scope. @throws CodedError `not-in-ledger` */
export async function getBoard(store: Store, scope: Scope): Promise<Board> {
  const { records, options } = await loadScope(store, scope, 'positions');
  return assembleBoard(records, options);
}

/** What the board of a scope becomes under assumed states. @throws CodedError `not-in-ledger` */
export async function getWhatIf(
  store: Store,
  scope: Scope,
  states: ConditionStates,
): Promise<WhatIf> {
  return assumeStates(await getBoard(store, scope), states);
}

/** The acts of speech of a scope, those with the most origins first. */
export async function listUtterances(
  store: Store,
  scope: Scope,
  options: { leastReports?: number } = {},
): Promise<Utterance[]> {
  const { records, options: loaded } = await loadScope(store, scope);
  return resolveUtterances(records, { ...loaded, ...options }).sort(
    (left, right) => right.originCount - left.originCount || right.reportCount - left.reportCount,
  );
}

/** The shifts of a scope, earliest first. */
export async function listShifts(
  store: Store,
  scope: Scope,
  options: Pick<ShiftOptions, 'party' | 'showNotComparable'> = {},
): Promise<Shift[]> {
  const { records, options: loaded } = await loadScope(store, scope);
  return findShifts(records, { ...loaded, ...options });
}
