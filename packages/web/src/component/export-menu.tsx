/**
 * Export what is on the screen: the table as CSV, its codebook, and the rows as JSON lines. The
 * files are made in the browser.
 * @module
 */
import { describeTrouble } from '../connection/problem.ts';
import { EXPORT_LIMIT } from '../connection/use-pages.ts';
import { encodeCodebook, encodeCsv, encodeJsonLines } from '../export/encode-csv.ts';
import type { Column } from '../export/entry-columns.ts';
import { Menu } from './menu.tsx';
import { describeCount } from './record-head.tsx';
import { tell } from './toast.tsx';

/** Hand a text to the browser as a file. */
export function saveFile(name: string, text: string, mediaType: string): void {
  const href = URL.createObjectURL(new Blob([text], { type: mediaType }));
  const link = document.createElement('a');
  link.href = href;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}

const ACTIONS = [
  { value: 'csv', label: 'Table as CSV' },
  { value: 'codebook', label: 'Codebook of the table', hint: 'what each column means' },
  { value: 'jsonl', label: 'Records as JSON lines' },
] as const;

interface ExportMenuProps<Row> {
  /** The file's name without its ending. */
  name: string;
  columns: readonly Column<Row>[];
  /** All rows that the screen speaks of, also those not drawn yet. */
  getRows: () => Promise<readonly Row[]> | readonly Row[];
}

/** Draw the export menu of a screen. */
export function ExportMenu<Row>({ name, columns, getRows }: ExportMenuProps<Row>) {
  const save = async (what: string) => {
    if (what === 'codebook') {
      saveFile(`${name}-codebook.csv`, encodeCodebook(columns), 'text/csv;charset=utf-8');
      return;
    }
    try {
      const rows = await getRows();
      if (what === 'csv')
        saveFile(`${name}.csv`, encodeCsv(rows, columns), 'text/csv;charset=utf-8');
      else saveFile(`${name}.jsonl`, encodeJsonLines(rows), 'application/jsonl');
      const count = describeCount(rows.length, 'row');
      tell(
        rows.length < EXPORT_LIMIT
          ? `${count} exported`
          : `The first ${count} exported; “onrecord export” writes all of them`,
      );
    } catch (problem) {
      const { message, remedy } = describeTrouble(problem);
      tell(`The export failed: ${message} ${remedy}`);
    }
  };
  return <Menu label="Export" actions={ACTIONS} onSelect={(what) => void save(what)} />;
}
