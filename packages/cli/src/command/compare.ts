/**
 * `onrecord compare`: the reports of one act of speech side by side, field by field.
 * @module
 */
import { resolveUtterances } from '@onrecord/ledger';
import { describeReports, type Utterance } from '@onrecord/record';
import { loadRecords, type RecordFlags } from '../input/load-records.ts';
import { clipText } from '../output/clean-text.ts';
import { type Colours, openColours } from '../output/colours.ts';
import { prettyJson, writeOut } from '../output/write-out.ts';
import { ExitCode, type World } from '../world.ts';

/** The flags of `compare`. */
export type CompareFlags = RecordFlags & { format: 'table' | 'json' | 'jsonl' };

/** Compare reports. */
export async function compareCommand(
  names: readonly string[],
  flags: CompareFlags,
  world: World,
): Promise<ExitCode> {
  const { records, options, failed } = await loadRecords(names, flags, world);
  const utterances = resolveUtterances(records, options);
  const paint = openColours(world.stdout, world.env);
  if (flags.format === 'json') await writeOut(world, `${prettyJson(utterances)}\n`);
  else
    for (const utterance of utterances)
      await writeOut(
        world,
        flags.format === 'jsonl'
          ? `${JSON.stringify(utterance)}\n`
          : formatUtterance(utterance, paint),
      );
  if (utterances.length === 0) world.stderr.write('nothing is reported twice\n');
  if (0 < failed) return ExitCode.Failed;
  return utterances.length === 0 ? ExitCode.NothingFound : ExitCode.Done;
}

function formatUtterance(utterance: Utterance, paint: Colours): string {
  const { speaker, saidOn, quote, reportCount, originCount, reports, differences } = utterance;
  const when = saidOn
    ? ` · ${saidOn.from === saidOn.to ? saidOn.from : `${saidOn.from} – ${saidOn.to}`}`
    : '';
  const told = describeReports({
    placeCount: reports.length,
    articleCount: reportCount,
    originCount,
  });
  const lines = [
    `${paint.bold(speaker.name)}${when} · ${told}`,
    `  “${clipText(quote, 240)}”`,
    ...reports.map(({ evidence }) => {
      const where = evidence.publisher ?? evidence.title ?? evidence.articleId;
      return `  ${clipText(where, 40)}: ${clipText(evidence.quote, 200)}`;
    }),
    ...differences.map(({ field, values }) => {
      const told = values.map(
        ({ value, originCount: count }) => `${value.join(', ') || 'not mentioned'} (${count})`,
      );
      return `  ${paint.yellow(field)}: ${clipText(told.join(' / '), 240)}`;
    }),
  ];
  return `${lines.join('\n')}\n\n`;
}
