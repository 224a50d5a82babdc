/**
 * A server for one test file: a ledger of its own in a fresh folder, the line reader, a log in memory.
 * @module
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client, openClient } from '@onrecord/api';
import { type Ledger, openLedger } from '@onrecord/ledger';
import { type App, type AppOptions, createApp } from '../src/index.ts';
import { lineReader } from './line-reader.ts';

export interface TestApp {
  app: App;
  ledger: Ledger;
  folder: string;
  log: string[];
  /** The typed client, deciding as Ada. */
  client: Client;
  /** Ask for a path as a page of the app would. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  close(): Promise<void>;
}

const ORIGIN = 'http://127.0.0.1:4177';

/** Open a server on a ledger of its own. */
export async function openTestApp(options: Partial<AppOptions> = {}): Promise<TestApp> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-server-'));
  const ledger = await openLedger({ database: join(folder, 'ledger.db') });
  const log: string[] = [];
  const app = createApp({
    ledger,
    reader: lineReader,
    version: '0.0.0',
    log: (line) => log.push(line),
    ...options,
  });
  const ask = (path: string, init?: RequestInit) =>
    app.fetch(new Request(`${ORIGIN}${path}`, init));
  return {
    app,
    ledger,
    folder,
    log,
    ask,
    client: openClient({
      origin: ORIGIN,
      getName: () => 'Ada Örn',
      fetch: (url, init) => app.fetch(new Request(url, init as RequestInit)),
    }),
    async close() {
      await ledger.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
