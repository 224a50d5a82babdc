/**
 * `onrecord shifts`: how positions changed, both quotations shown.
 * @module
 */
import { findShifts } from '@onrecord/ledger';
import type { Position, Shift } from '@onrecord/record';
import { loadRecords, type RecordFlags } from '../input/load-records.ts';
import { clipText } from '../output/clean-text.ts';
import { type Colours, openColours } from '../output/colours.ts';
import { prettyJson, writeOut } from '../output/write-out.ts';
import { ExitCode, type World } from '../world.ts';

/** The flags of `shifts`. */
export type ShiftFlags = RecordFlags & {
  format: 'table' | 'json' | 'jsonl';
  party?: string;
  all?: boolean;
};

/** Show shifts. */
export async function shiftsCommand(
  names: readonly string[],
  flags: ShiftFlags,
  world: World,
): Promise<ExitCode> {
  const { records, options, failed } = await loadRecords(names, flags, world);
  const shifts = findShifts(records, {
    ...options,
    ...(flags.party === undefined ? {} : { party: flags.party }),
    showNotComparable: flags.all ?? false,
  });
  const paint = openColours(world.stdout, world.env);
  if (flags.format === 'json') await writeOut(world, `${prettyJson(shifts)}\n`);
  else
    for (const shift of shifts)
      await writeOut(
        world,
        flags.format === 'jsonl' ? `${JSON.stringify(shift)}\n` : formatShift(shift, paint),
      );
  if (shifts.length === 0) world.stderr.write('no shift found\n');
  if (0 < failed) return ExitCode.Failed;
  return shifts.length === 0 ? ExitCode.NothingFound : ExitCode.Done;
}

function formatShift({ party, matter, earlier, later, comparison }: Shift, paint: Colours): string {
  const what =
    comparison.kind === 'shift'
      ? `${paint.bold(comparison.types.join(', '))}: ${comparison.because.join('; ')}`
      : `${paint.dim('not comparable')}: ${comparison.because}`;
  return `${paint.bold(party.name)} on ${clipText(matter, 90)}\n  ${what}\n${formatPosition(earlier, paint)}${formatPosition(later, paint)}\n`;
}

function formatPosition({ stance, saidOn, evidence }: Position, paint: Colours): string {
  const when = saidOn?.to ?? evidence.publishedOn ?? 'undated';
  const where = evidence.publisher ?? evidence.title ?? evidence.articleId;
  return `  ${when}  ${stance}  “${clipText(evidence.quote, 240)}”  ${paint.dim(clipText(where, 60))}\n`;
}
