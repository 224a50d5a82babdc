/**
 * A column of an exported table: its name, its type, its meaning and how a row fills it, in one
 * place, so that the codebook and the table cannot differ.
 * @module
 */
import type { Evidence } from '@onrecord/record';

/** A column of an exported table. */
export interface Column<Row> {
  name: string;
  type: 'string' | 'integer' | 'number' | 'boolean' | 'date';
  description: string;
  get: (row: Row) => string | number | boolean | undefined;
}

/** Make columns, in order, from their names: type, meaning, and what fills them. */
export function columnsOf<Row>(
  columns: Readonly<Record<string, readonly [Column<Row>['type'], string, Column<Row>['get']]>>,
): readonly Column<Row>[] {
  return Object.entries(columns).map(([name, [type, description, get]]) => ({
    name,
    type,
    description,
    get,
  }));
}

/** The columns that say which words a row rests on. */
export function columnsOfEvidence<Row>(
  find: (row: Row) => Evidence | undefined,
): readonly Column<Row>[] {
  return columnsOf<Row>({
    quotation: ['string', 'The words, cut from the article', (row) => find(row)?.quote],
    article_id: ['string', 'Id of the article', (row) => find(row)?.articleId],
    publisher: ['string', 'Who published it', (row) => find(row)?.publisher],
    published_on: ['date', 'When it was published (ISO 8601)', (row) => find(row)?.publishedOn],
    url: ['string', 'Its address', (row) => find(row)?.url],
  });
}

/** A table that a screen shows, to be exported. */
export interface ExportTable {
  /** What its rows are: "Entries", "Status history". */
  label: string;
  columns: readonly Column<unknown>[];
  /** All rows that the screen speaks of, also those not drawn yet. */
  getRows: () => Promise<readonly unknown[]> | readonly unknown[];
}

/** Make a table to be exported: its columns fit its rows. */
export function tableOf<Row>(
  label: string,
  columns: readonly Column<Row>[],
  getRows: () => Promise<readonly Row[]> | readonly Row[],
): ExportTable {
  return { label, columns: columns as readonly Column<unknown>[], getRows };
}
