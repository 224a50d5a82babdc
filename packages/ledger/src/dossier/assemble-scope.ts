/**
 * Boards, what-if, utterances and shifts of a dossier or a query, straight from the ledger. Answers
 * are kept with their scope and given to whoever asks: nobody changes them.
 * @module
 */
import type { Board, Shift, Utterance, WhatIf } from '@onrecord/record';
import { assembleBoard } from '../board/assemble-board.ts';
import type { ConditionStates } from '../board/resolve-conditions.ts';
import { findShifts, type ShiftOptions } from '../position/find-shifts.ts';
import { resolveUtterances } from '../utterance/resolve-utterances.ts';
import { assumeStates } from '../what-if/assume-states.ts';
import type { Scope } from './dossier.ts';
import type { ScopeShelf } from './scope-shelf.ts';

/** The board of a scope. @throws CodedError `not-in-ledger` */
export async function getBoard(shelf: ScopeShelf, scope: Scope): Promise<Board> {
  const kept = await shelf.open(scope, 'positions');
  return kept.answer('board', ({ records, options }) => assembleBoard(records, options));
}

/** What the board of a scope becomes under assumed states. @throws CodedError `not-in-ledger` */
export async function getWhatIf(
  shelf: ScopeShelf,
  scope: Scope,
  states: ConditionStates,
): Promise<WhatIf> {
  return assumeStates(await getBoard(shelf, scope), states);
}

/** The acts of speech of a scope, those with the most origins first. */
export async function listUtterances(
  shelf: ScopeShelf,
  scope: Scope,
  options: { leastReports?: number } = {},
): Promise<Utterance[]> {
  const kept = await shelf.open(scope, 'everything');
  return kept.answer(`utterances ${options.leastReports}`, ({ records, options: loaded }) =>
    resolveUtterances(records, { ...loaded, ...options }).sort(
      (left, right) => right.originCount - left.originCount || right.reportCount - left.reportCount,
    ),
  );
}

/** The shifts of a scope, earliest first. */
export async function listShifts(
  shelf: ScopeShelf,
  scope: Scope,
  options: Pick<ShiftOptions, 'party' | 'showNotComparable'> = {},
): Promise<Shift[]> {
  const { party, showNotComparable } = options;
  const kept = await shelf.open(scope, 'everything');
  return kept.answer(
    `shifts ${JSON.stringify([party, showNotComparable])}`,
    ({ records, options: loaded }) => findShifts(records, { ...loaded, ...options }),
  );
}
