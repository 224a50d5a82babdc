/**
 * The server on a socket: the loopback address unless told otherwise, and a graceful end: no new
 * requests, those under way are finished, then the socket is closed.
 * @module
 */
import { serve as listen, type ServerType } from '@hono/node-server';
import { CodedError } from '@onrecord/record';
import type { App } from './create-app.ts';

/** Where to listen. */
export interface ServeOptions {
  /** 0 takes any that is free. */
  port: number;
  /** Default: the loopback address. */
  host?: string;
}

/** A listening server. */
export interface Serving {
  /** Where it is. */
  url: string;
  /** Ends it; requests under way get `graceMs` (default 5 s). */
  close(graceMs?: number): Promise<void>;
}

const LOOPBACK = '127.0.0.1';
const GRACE_MS = 5_000;
const SWEEP_MS = 50;

/**
 * Serve an app.
 * @throws CodedError `port-in-use`, `port-refused`.
 */
export function serveApp(app: App, options: ServeOptions): Promise<Serving> {
  const hostname = options.host ?? LOOPBACK;
  return new Promise((resolve, reject) => {
    const server = listen({ fetch: app.fetch, port: options.port, hostname }, ({ port }) => {
      const name = hostname.includes(':') ? `[${hostname}]` : hostname;
      resolve({
        url: `http://${name}:${port}`,
        close: (graceMs = GRACE_MS) => closeServer(server, graceMs),
      });
    });
    server.on('error', (cause: NodeJS.ErrnoException) =>
      reject(describeFailure(cause, `${hostname}:${options.port}`)),
    );
  });
}

function describeFailure(cause: NodeJS.ErrnoException, place: string): CodedError {
  if (cause.code === 'EADDRINUSE')
    return new CodedError('port-in-use', `${place} is taken by another program`, {
      cause,
      place,
      remedy: 'stop that program, or choose another port with --port NUMBER',
    });
  return new CodedError('port-refused', `${place} cannot be listened on: ${cause.message}`, {
    cause,
    place,
    remedy: 'choose another port with --port NUMBER (over 1023), or another --host',
  });
}

/** Connections are kept open by browsers: each is closed as soon as nothing is under way on it. */
function closeServer(server: ServerType, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const closeIdle = () => 'closeIdleConnections' in server && server.closeIdleConnections();
    const closeAll = () => 'closeAllConnections' in server && server.closeAllConnections();
    const sweep = setInterval(closeIdle, SWEEP_MS);
    const timer = setTimeout(closeAll, graceMs);
    server.close(() => {
      clearInterval(sweep);
      clearTimeout(timer);
      resolve();
    });
    closeIdle();
  });
}
