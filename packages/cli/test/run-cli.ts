/**
 * `onrecord` as a process in a fresh folder, with a data folder of its own: what a user meets.
 * @module
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const BIN = fileURLToPath(new URL('../bin/onrecord.mjs', import.meta.url));

/** What a run left behind. */
export interface Finished {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** A folder to run in. */
export interface Workplace {
  folder: string;
  /** Write files: name → text or bytes. */
  write(files: { [name: string]: string | Uint8Array }): void;
  path(name: string): string;
  run(args: readonly string[], options?: RunOptions): Promise<Finished>;
  /** Start and leave running; `stop` ends it with a signal. */
  start(args: readonly string[], options?: RunOptions): Running;
  remove(): void;
}

export interface RunOptions {
  stdin?: string | Uint8Array;
  env?: { [name: string]: string };
}

export interface Running {
  /** Resolves with the first output that matches. */
  saying(pattern: RegExp): Promise<RegExpExecArray>;
  stop(signal: NodeJS.Signals): Promise<Finished>;
}

/** Open a fresh folder. */
export function openWorkplace(): Workplace {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-cli-'));
  const path = (name: string) => join(folder, name);
  const start = (args: readonly string[], options: RunOptions = {}) =>
    begin(args, { folder, ...options });
  return {
    folder,
    path,
    write(files) {
      for (const [name, content] of Object.entries(files)) {
        mkdirSync(dirname(path(name)), { recursive: true });
        writeFileSync(path(name), content);
      }
    },
    run: (args, options) => start(args, options).finished,
    start,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function begin(args: readonly string[], options: RunOptions & { folder: string }) {
  const child = spawn(process.execPath, [BIN, ...args], {
    cwd: options.folder,
    env: {
      PATH: process.env.PATH,
      HOME: options.folder,
      XDG_DATA_HOME: join(options.folder, 'data'),
      ...options.env,
    },
  });
  let stdout = '';
  let stderr = '';
  const listeners = new Set<() => void>();
  const heard = () => listeners.forEach((listener) => listener());
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    heard();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    heard();
  });
  child.stdin.on('error', () => {}); // it may end before it has read all
  child.stdin.end(options.stdin ?? '');
  const finished = new Promise<Finished>((resolve) =>
    child.on('close', (code) => resolve({ code, stdout, stderr })),
  );
  return {
    finished,
    saying: (pattern: RegExp) =>
      new Promise<RegExpExecArray>((resolve, reject) => {
        const look = () => {
          const found = pattern.exec(stdout) ?? pattern.exec(stderr);
          if (!found) return;
          listeners.delete(look);
          resolve(found);
        };
        listeners.add(look);
        look();
        finished.then(() => reject(new Error(`ended without ${pattern}: ${stderr}`)));
      }),
    stop(signal: NodeJS.Signals) {
      child.kill(signal);
      return finished;
    },
  };
}
