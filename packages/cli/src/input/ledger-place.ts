/**
 * Where the ledger is: `--database`, else `ONRECORD_DATABASE`, else the user's data folder.
 * @module
 */
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Ledger } from '@onrecord/ledger';
import { CodedError } from '@onrecord/record';
import type { World } from '../world.ts';

/** The flag that every command of the ledger has. */
export interface DatabaseFlags {
  database?: string;
}

/** The database to open: a file or a `postgres://` address. */
export function databaseOf(flags: DatabaseFlags, env: World['env']): string {
  const named = flags.database ?? env.ONRECORD_DATABASE;
  if (named) return named;
  const data = env.XDG_DATA_HOME || join(env.HOME || homedir(), '.local', 'share');
  return join(data, 'onrecord', 'ledger.db');
}

/** The flags, for a command that makes a ledger where there is none: others only ask one. */
export const orCreate = <F extends DatabaseFlags>(flags: F): F & { create: true } => ({
  ...flags,
  create: true,
});

/** Open the ledger, do something with it, and close it whatever happens. */
export async function withLedger<T>(
  flags: DatabaseFlags & { create?: true },
  world: World,
  task: (ledger: Ledger) => Promise<T>,
): Promise<T> {
  const { openLedger } = await import('@onrecord/ledger');
  const maxPages = Number(world.env.ONRECORD_MAX_PAGES ?? 0);
  const ledger = await openLedger({
    database: databaseOf(flags, world.env),
    create: flags.create ?? false,
    // How a full disk is tried out.
    ...(0 < maxPages ? { maxPages } : {}),
  });
  try {
    return await task(ledger);
  } catch (cause) {
    // What the ledger calls a mistake of its caller was typed by a person here.
    if (!(cause instanceof RangeError) || /call stack/.test(cause.message)) throw cause;
    throw new CodedError('query-invalid', cause.message, {
      cause,
      remedy: 'see `onrecord search --help`',
    });
  } finally {
    await ledger.close();
  }
}
