/**
 * The records that a board, a comparison or a list of shifts is made of: straight from files, or out
 * of the ledger.
 * @module
 */
import type { BoardOptions, Ledger } from '@onrecord/ledger';
import { type ArticleRecord, CodedError } from '@onrecord/record';
import { type AddFlags, readAll } from '../command/add.ts';
import { type FilterFlags, queryOf } from '../command/search.ts';
import { tellError, tellLine } from '../output/tell-error.ts';
import type { World } from '../world.ts';
import { withLedger } from './ledger-place.ts';

/** Where records come from. */
export type RecordFlags = FilterFlags &
  Pick<AddFlags, 'jsonl' | 'list' | 'jobs' | 'publishedOn' | 'publisher'> & {
    words?: string[];
    /** The name or the id of a dossier. */
    dossier?: string;
  };

/** Records, and what the ledger knows beside them. */
export interface LoadedRecords {
  records: ArticleRecord[];
  options: BoardOptions;
  /** How many inputs could not be read. */
  failed: number;
}

/** Load records from files where some are named, else from the ledger. */
export async function loadRecords(
  names: readonly string[],
  flags: RecordFlags,
  world: World,
): Promise<LoadedRecords> {
  const isFiles = 0 < names.length || flags.jsonl !== undefined || flags.list !== undefined;
  if (isFiles) return loadFiles(names, flags, world);
  return withLedger(flags, world, async (ledger) => {
    const query = await queryOf(flags.words ?? [], flags, ledger);
    const dossierId = flags.dossier && (await dossierIdOf(flags.dossier, ledger));
    const scope = { query, ...(dossierId ? { dossierId } : {}) };
    const { records, options, isComplete } = await ledger.loadScope(scope);
    if (!isComplete) world.stderr.write('there is more than this: the newest articles are shown\n');
    return { records, options, failed: 0 };
  });
}

/**
 * The id of a dossier that is named.
 * @throws CodedError `dossier-unknown`.
 */
export async function dossierIdOf(named: string, ledger: Ledger): Promise<string> {
  const dossiers = await ledger.listDossiers();
  const wanted = named.trim().toLowerCase();
  const exact = dossiers.find(({ id, name }) => id === named || name.toLowerCase() === wanted);
  // Words of a name are enough where no other dossier has them: "varn-valley".
  const words = wanted.split(/[\s-]+/);
  const alike = dossiers.filter(({ name }) =>
    words.every((word) => name.toLowerCase().includes(word)),
  );
  const found = exact ?? (alike.length === 1 ? alike[0] : undefined);
  if (found) return found.id;
  const names = dossiers.map(({ name }) => name).join(', ');
  throw new CodedError('dossier-unknown', `there is no dossier called ${named}`, {
    remedy:
      names === '' ? 'open one with `onrecord add --list FILE --as NAME`' : `one of: ${names}`,
  });
}

async function loadFiles(
  names: readonly string[],
  flags: RecordFlags,
  world: World,
): Promise<LoadedRecords> {
  const records: ArticleRecord[] = [];
  let failed = 0;
  for await (const result of readAll(names, flags, world)) {
    if (result.kind === 'done') records.push(result.value);
    else {
      failed += 1;
      if (result.cause === undefined) tellLine(result, world);
      else tellError(result.cause, world);
    }
  }
  return { records, options: {}, failed };
}
