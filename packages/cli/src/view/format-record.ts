/**
 * A record as a page of a terminal: what article it is, who is bound to what, who said what, notes.
 * @module
 */
import type { ArticleRecord } from '@onrecord/record';
import { cleanText } from '../output/clean-text.ts';
import { openColours } from '../output/colours.ts';
import { formatTable, widthOf } from '../output/table.ts';
import type { World } from '../world.ts';
import { commitmentRow, contextOf, ENTRY_COLUMNS, statementRow } from './record-rows.ts';

/** Format a record for a terminal. */
export function formatRecord(record: ArticleRecord, world: World): string {
  const paint = openColours(world.stdout, world.env);
  const context = contextOf(record, paint);
  const width = widthOf(world);
  const { article } = record;
  const saidOn = new Map(record.statements.map((statement) => [statement.id, statement.saidOn]));
  const commitments = record.commitments.map((commitment) =>
    commitmentRow(commitment, context, saidOn.get(commitment.statement ?? '')),
  );
  const statements = record.statements.map((statement) => statementRow(statement, context));
  const origin = [article.byline, article.publisher, article.publishedOn, article.url];
  const head = [
    paint.bold(cleanText(article.title ?? 'Untitled')),
    paint.dim(cleanText(origin.filter(Boolean).join(' · '))),
  ];
  const section = (name: string, rows: string[][]) =>
    rows.length === 0
      ? ''
      : `${paint.underline(`${name} (${rows.length})`)}\n\n${formatTable(ENTRY_COLUMNS, rows, width)}`;
  const notes = record.notes.map((note) =>
    paint.yellow(`note: ${cleanText(note.message)} [${note.code}]`),
  );
  const parts = [
    head.filter(Boolean).join('\n'),
    section('Commitments and positions', commitments),
    section('Statements', statements),
    commitments.length + statements.length === 0
      ? 'Nobody is reported to have said or promised anything.'
      : '',
    notes.join('\n'),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}
