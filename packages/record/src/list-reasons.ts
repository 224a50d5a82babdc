/**
 * The words that a blank of the board rests on. They stand once in the row of their party, however
 * many of its cells are blank.
 * @module
 */
import type { BoardBlank, BoardRow } from './board.ts';
import type { Evidence } from './evidence.ts';

/**
 * List the words that a blank rests on: of a refusal, those of all that the party refuses or
 * rejects; of silence, those that say it was asked.
 * @returns nothing for "nothing found", which rests on no words but on the articles looked through
 */
export function listReasons(row: BoardRow, blank: BoardBlank): readonly Evidence[] {
  if (blank === 'nothing-found') return [];
  if (blank === 'declined') return row.declined ?? [];
  return row.cells
    .filter(({ stance }) => stance === 'refuses' || stance === 'rejects')
    .flatMap(({ entries }) => entries.flatMap(({ evidence }) => evidence));
}
