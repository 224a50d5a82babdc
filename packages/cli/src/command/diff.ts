/**
 * `onrecord diff`: what changed between two versions of an article, as records.
 * @module
 */
import type { Ledger, RecordChange, VersionDiff } from '@onrecord/ledger';
import { type DatabaseFlags, withLedger } from '../input/ledger-place.ts';
import { clipText } from '../output/clean-text.ts';
import { type Colours, openColours } from '../output/colours.ts';
import { prettyJson, writeOut } from '../output/write-out.ts';
import { ExitCode, type World } from '../world.ts';

/** The flags of `diff`. */
export interface DiffFlags extends DatabaseFlags {
  format: 'table' | 'json';
}

/** Show what changed: between two articles, or since the version before one. */
export function diffCommand(
  [articleId, otherId]: readonly [string, string?],
  flags: DiffFlags,
  world: World,
): Promise<ExitCode> {
  return withLedger(flags, world, async (ledger) => {
    const ids = otherId === undefined ? await lastTwo(ledger, articleId) : [articleId, otherId];
    const [fromId = articleId, toId = articleId] = ids;
    const diff = await ledger.diffVersions(fromId, toId);
    if (flags.format === 'json') await writeOut(world, `${prettyJson(diff)}\n`);
    else await writeOut(world, formatDiff(diff, openColours(world.stdout, world.env)));
    return diff.changes.length === 0 ? ExitCode.NothingFound : ExitCode.Done;
  });
}

/** A version and the one before it; of the first version, itself twice. */
async function lastTwo(ledger: Ledger, articleId: string): Promise<string[]> {
  const versions = await ledger.listVersions(articleId);
  const at = versions.findIndex((version) => version.id === articleId);
  return [versions[at - 1]?.id ?? articleId, articleId];
}

function formatDiff({ changes, unchangedCount }: VersionDiff, paint: Colours): string {
  const lines = changes.flatMap((change) => formatChange(change, paint));
  return `${[...lines, paint.dim(`${changes.length} changed, ${unchangedCount} unchanged`)].join('\n')}\n`;
}

function formatChange(change: RecordChange, paint: Colours): string[] {
  const words = clipText(change.words, 200);
  if (change.kind === 'added') return [paint.green(`+ ${change.entryKind}: ${words}`)];
  if (change.kind === 'removed') return [paint.red(`- ${change.entryKind}: ${words}`)];
  return [
    paint.yellow(`~ ${change.entryKind}: ${words}`),
    ...change.fields.map(
      ({ field, before, after }) =>
        `    ${field}: ${clipText(before ?? '(none)', 140)} → ${clipText(after ?? '(none)', 140)}`,
    ),
  ];
}
