/**
 * `onrecord board`: party × stance with conditions, of files or of the ledger; `--if ceasefire=met`
 * says what would become live.
 * @module
 */
import { assembleBoard, assumeStates, type ConditionStates } from '@onrecord/ledger';
import { CodedError } from '@onrecord/record';
import { loadRecords, type RecordFlags } from '../input/load-records.ts';
import { prettyJson, writeOut } from '../output/write-out.ts';
import { ExitCode, type World } from '../world.ts';

/** The flags of `board`. */
export type BoardFlags = RecordFlags & {
  format: 'table' | 'json';
  if?: string[];
  question?: string;
};

/** Show the board. */
export async function boardCommand(
  names: readonly string[],
  flags: BoardFlags,
  world: World,
): Promise<ExitCode> {
  const states = statesOf(flags.if ?? []);
  const { records, options, failed } = await loadRecords(names, flags, world);
  const asked = flags.question === undefined ? {} : { question: flags.question };
  const board = assembleBoard(records, { ...options, ...asked });
  const whatIf = flags.if === undefined ? undefined : assumeStates(board, states);
  if (flags.format === 'json') await writeOut(world, `${prettyJson(whatIf ?? board)}\n`);
  else {
    const { formatBoard } = await import('../view/format-board.ts');
    await writeOut(world, formatBoard(board, whatIf, world));
  }
  if (0 < failed) return ExitCode.Failed;
  return board.rows.length === 0 ? ExitCode.NothingFound : ExitCode.Done;
}

/**
 * `ceasefire=met` → { ceasefire: 'met' }
 * @throws CodedError `assumption-invalid`.
 */
export function statesOf(assumptions: readonly string[]): ConditionStates {
  const states: { [name: string]: 'open' | 'met' | 'failed' | 'disputed' } = {};
  for (const assumption of assumptions) {
    const found = /^(.+)=(open|met|failed|disputed)$/.exec(assumption);
    if (!found?.[1])
      throw new CodedError('assumption-invalid', `--if ${assumption} says no state`, {
        remedy: 'write --if ceasefire=met (or open, failed, disputed)',
      });
    states[found[1].trim()] = found[2] as 'open' | 'met' | 'failed' | 'disputed';
  }
  return states;
}
