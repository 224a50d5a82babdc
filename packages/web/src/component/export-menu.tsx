/**
 * Export what is on the screen: each of its tables as CSV, its codebook, and its rows as JSON lines.
 * The files are made in the browser.
 * @module
 */
import { describeTrouble } from '../connection/problem.ts';
import { EXPORT_LIMIT } from '../connection/use-pages.ts';
import type { ExportTable } from '../export/column.ts';
import { encodeCodebook, encodeCsv, encodeJsonLines } from '../export/encode-csv.ts';
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

const CSV = 'text/csv;charset=utf-8';

async function saveRows(table: ExportTable, form: string, name: string): Promise<void> {
  const rows = await table.getRows();
  if (form === 'csv') saveFile(`${name}.csv`, encodeCsv(rows, table.columns), CSV);
  else saveFile(`${name}.jsonl`, encodeJsonLines(rows), 'application/jsonl');
  const count = describeCount(rows.length, 'row');
  tell(
    rows.length < EXPORT_LIMIT
      ? `${count} exported`
      : `The first ${count} exported; “onrecord export” writes the whole record`,
  );
}

async function save(table: ExportTable, form: string, name: string): Promise<void> {
  if (form === 'codebook')
    return saveFile(`${name}-codebook.csv`, encodeCodebook(table.columns), CSV);
  try {
    await saveRows(table, form, name);
  } catch (problem) {
    const { message, remedy } = describeTrouble(problem);
    tell(`The export failed: ${message} ${remedy}`);
  }
}

interface ExportMenuProps {
  /** What the files are called, after "onrecord-". */
  name: string;
  tables: readonly ExportTable[];
}

/** Draw the export menu of a screen: a group a table. */
export function ExportMenu({ name, tables }: ExportMenuProps) {
  const groups = tables.map(({ label }, at) => ({
    label,
    actions: [
      { value: `${at} csv`, label: 'Table as CSV' },
      { value: `${at} codebook`, label: 'Codebook of the table', hint: 'what each column means' },
      { value: `${at} jsonl`, label: 'Records as JSON lines' },
    ],
  }));
  const select = (value: string) => {
    const [at, form = ''] = value.split(' ');
    const table = tables[Number(at)];
    if (!table) return;
    const of = at === '0' ? '' : `-${table.label.toLowerCase().replaceAll(' ', '-')}`;
    void save(table, form, `onrecord-${name}${of}`);
  };
  return <Menu label="Export" groups={groups} onSelect={select} />;
}
