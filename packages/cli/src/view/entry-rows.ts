/**
 * Entries of the ledger as rows of a table; their words are cut out of the excerpt they come with.
 * @module
 */
import type { Entry } from '@onrecord/ledger';
import { quoteOf, type Span } from '@onrecord/record';
import { cleanText } from '../output/clean-text.ts';
import { openColours } from '../output/colours.ts';
import { type Column, formatTable, widthOf } from '../output/table.ts';
import type { World } from '../world.ts';
import { commitmentRow, ENTRY_COLUMNS, type RowContext, statementRow } from './record-rows.ts';

const ID_COLUMN: Column = { head: 'Id', share: 0, least: 22 };

/** Format entries as a table; `hasIds` adds what `onrecord decide` takes. */
export function formatEntries(
  entries: readonly Entry[],
  world: World,
  { hasIds }: { hasIds: boolean },
): string {
  const paint = openColours(world.stdout, world.env);
  const columns = [...ENTRY_COLUMNS, ...(hasIds ? [ID_COLUMN] : [])];
  const rows = entries.map((entry) => {
    const context = contextOf(entry, paint);
    const row =
      entry.kind === 'statement'
        ? statementRow(entry.statement, context)
        : commitmentRow(entry.commitment, context, saidOnOf(entry));
    const marks = [entry.review === 'open' ? '' : entry.review];
    if (entry.kind === 'commitment') {
      marks.push(entry.status ?? '');
      marks.push(...Object.values(entry.conditionMarks).map((mark) => `condition ${mark.state}`));
    }
    const told = [
      row.pop() ?? '',
      paint.dim(whereOf(entry)),
      paint.dim(marks.filter(Boolean).join('; ')),
    ];
    return [...row, told.filter(Boolean).join('\n'), ...(hasIds ? [entry.id] : [])];
  });
  return `${formatTable(columns, rows, widthOf(world))}\n`;
}

/** The outlet, where the row does not say it already as the one who says so. */
function whereOf({ article }: Entry): string {
  return cleanText(article.publisher ?? article.title ?? '');
}

function saidOnOf(entry: Entry) {
  if (entry.saidFrom === undefined || entry.saidTo === undefined) return undefined;
  return { from: entry.saidFrom, to: entry.saidTo, basis: 'stated' as const };
}

function contextOf(entry: Entry, paint: RowContext['paint']): RowContext {
  const names = new Map(entry.actors.map((actor) => [actor.localId, actor.name]));
  return {
    quote: (spans) =>
      quoteOf(
        entry.excerpt,
        spans.flatMap((span) => shiftSpan(span, entry)),
      ),
    actorName: (id) => names.get(id),
    publisher: entry.article.publisher,
    publishedOn: entry.article.publishedOn,
    paint,
  };
}

/** A span of the text as one of the excerpt; very long entries come cut: what is behind is left out. */
function shiftSpan([start, end]: Span, { excerpt, excerptStart }: Entry): Span[] {
  const from = Math.max(0, start - excerptStart);
  const to = Math.min(excerpt.length, end - excerptStart);
  return from < to ? [[from, to]] : [];
}
