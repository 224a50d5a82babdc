/**
 * The export of what was read in this browser. Loaded after the first reading, not before.
 * @module
 */
import type { ArticleRecord } from '@onrecord/record';
import { ExportMenu } from '../../component/export-menu.tsx';
import { tableOf } from '../../export/column.ts';
import { ENTRY_COLUMNS } from '../../export/entry-columns.ts';
import { listLocalEntries } from '../../words/local-entry.ts';

/** Draw the export menu of a record that no ledger holds. */
export function LocalExport({ record }: { record: ArticleRecord }) {
  return (
    <ExportMenu
      name="article"
      tables={[tableOf('Entries', ENTRY_COLUMNS, () => listLocalEntries(record))]}
    />
  );
}
