/**
 * `onrecord show`: one statement or commitment whole: its words, what people decided on it, and for
 * a commitment how far it has come, with the evidence, here and on the scales of others.
 * @module
 */
import { type Entry, type Ledger, listScales } from '@onrecord/ledger';
import type { StatusRating } from '@onrecord/record';
import { type DatabaseFlags, withLedger } from '../input/ledger-place.ts';
import { cleanText } from '../output/clean-text.ts';
import { prettyJson, writeOut } from '../output/write-out.ts';
import { formatEntries } from '../view/entry-rows.ts';
import { ExitCode, type World } from '../world.ts';

/** Most decisions that are shown. */
const MOST_DECISIONS = 200;

/** Show an entry. */
export function showCommand(
  entryId: string,
  flags: DatabaseFlags & { format: 'table' | 'json' },
  world: World,
): Promise<ExitCode> {
  return withLedger(flags, world, async (ledger) => {
    const entry = await ledger.getEntry(entryId);
    const told = { entry, ...(await describeAround(entry, ledger)) };
    if (flags.format === 'json') await writeOut(world, `${prettyJson(told)}\n`);
    else {
      await writeOut(world, formatEntries([entry], world, { hasIds: true }));
      const lines = [`  “${entry.excerpt}”`, ...conditionLines(entry), ...ratingLines(told.rating)];
      const scales = (told.scales ?? []).filter(({ label }) => label !== '');
      lines.push(...scales.map(({ name, label }) => `${name}: ${label}`));
      for (const { at, by, id, decision, undoneBy } of told.decisions)
        lines.push(
          `${at} ${by}: ${decision.kind} ${id}${undoneBy ? `, undone by ${undoneBy}` : ''}`,
        );
      await writeOut(world, `\n${lines.map(cleanText).join('\n')}\n`);
    }
    return ExitCode.Done;
  });
}

async function describeAround(entry: Entry, ledger: Ledger) {
  const { items: decisions } = await ledger.listDecisions({
    targetId: entry.id,
    limit: MOST_DECISIONS,
  });
  if (entry.kind === 'statement') return { decisions };
  const rating = await ledger.getRating(entry.id);
  return { decisions, rating, scales: listScales(entry.status, rating) };
}

function conditionLines(entry: Entry): string[] {
  if (entry.kind === 'statement') return [];
  return entry.commitment.conditions.map(({ id, connective, trigger }) => {
    const mark = entry.conditionMarks[id];
    const since = mark?.on === undefined ? '' : ` since ${mark.on}`;
    return `condition ${id}: ${connective} ${trigger}, ${mark?.state ?? 'open'}${since}`;
  });
}

function ratingLines(rating: StatusRating | undefined): string[] {
  if (rating === undefined) return [];
  const head =
    rating.kind === 'rated' ? `status: ${rating.status}` : `cannot be rated: ${rating.because}`;
  return [
    head,
    ...rating.history.map(
      ({ status, on, because, evidence }) =>
        `  ${on ?? 'undated'} ${status}: ${because} “${evidence.quote}”`,
    ),
  ];
}
