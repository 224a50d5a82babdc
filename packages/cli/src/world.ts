/**
 * What a command takes from the process, as an argument.
 * @module
 */
import type { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';

/** A stream that may be a terminal. */
export type Output = Writable & { isTTY?: boolean; columns?: number };

/** The process as commands see it. */
export interface World {
  stdin: Readable & { isTTY?: boolean };
  stdout: Output;
  stderr: Output;
  env: { readonly [name: string]: string | undefined };
  /** Where `SIGINT` and `SIGTERM` arrive. */
  signals: EventEmitter;
}

/** Exit codes: done or found, searched and nothing found, error. */
export const ExitCode = { Done: 0, NothingFound: 1, Failed: 2 } as const;
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];
