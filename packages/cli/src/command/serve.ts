/**
 * `onrecord serve`: the app and the API on the loopback address, until it is told to stop.
 * @module
 */
import { fileURLToPath } from 'node:url';
import { createApp, openAnsweringThread, serveApp } from '@onrecord/server';
import { openReadingPool } from '@onrecord/server/reading';
import { type DatabaseFlags, databaseOf, orCreate, withLedger } from '../input/ledger-place.ts';
import { tellError } from '../output/tell-error.ts';
import { writeOut } from '../output/write-out.ts';
import { VERSION } from '../program.ts';
import { ExitCode, type World } from '../world.ts';

/** The flags of `serve`. */
export interface ServeFlags extends DatabaseFlags {
  port: number;
  host?: string;
  jobs: number;
  allowPrivateAddresses?: boolean;
}

/** The app's built files, beside the packages. */
const WEB_ROOT = fileURLToPath(new URL('../../../web/dist', import.meta.url));

/** Serve until a signal comes. */
export function serveCommand(flags: ServeFlags, world: World): Promise<ExitCode> {
  return withLedger(orCreate(flags), world, async (ledger) => {
    const pool = openReadingPool({ size: flags.jobs });
    const answering = openAnsweringThread(databaseOf(flags, world.env));
    const app = createApp({
      ledger,
      reader: pool,
      answering,
      version: VERSION,
      webRoot: WEB_ROOT,
      log: (line) => world.stderr.write(`${line}\n`),
      allowedHosts: hostNames(flags.host),
      fetching: { allowPrivateAddresses: flags.allowPrivateAddresses ?? false },
    });
    try {
      const serving = await serveApp(app, {
        port: flags.port,
        ...(flags.host === undefined ? {} : { host: flags.host }),
      });
      await writeOut(world, `On Record is at ${serving.url}\n`);
      world.stderr.write(`ledger: ${hidePassword(databaseOf(flags, world.env))}; Ctrl-C stops\n`);
      // The first thread loads its weights now and not with the first article.
      pool.read({ article: { text: 'Ready.' } }).catch((error) => tellError(error, world));
      await untilStopped(world);
      await serving.close();
    } finally {
      await Promise.all([pool.close(), answering.close()]);
    }
    return ExitCode.Done;
  });
}

/** What `Host` says for an address; those of IPv6 stand in brackets. */
function hostNames(host: string | undefined): string[] {
  if (host === undefined) return [];
  return [host.includes(':') ? `[${host.toLowerCase()}]` : host.toLowerCase()];
}

/** A database's address without the password in it. */
function hidePassword(database: string): string {
  return database.replace(/^(\w+:\/\/[^/:@]+):[^@/]+@/, '$1:…@');
}

function untilStopped(world: World): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      world.signals.off('SIGINT', stop);
      world.signals.off('SIGTERM', stop);
      resolve();
    };
    world.signals.on('SIGINT', stop);
    world.signals.on('SIGTERM', stop);
  });
}
