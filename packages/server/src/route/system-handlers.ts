/**
 * What the server is.
 * @module
 */
import { describeApi } from '@onrecord/api';
import type { Handler } from '../create-app.ts';

export const getHealth: Handler<'getHealth'> = async (_, { ledger, version }) => ({
  status: 'ok' as const,
  version,
  engine: ledger.store.engine,
  articleCount: (await ledger.countRows()).articles,
});

/** Making the document takes some 100 ms: it is made once, before the first request comes. */
const documents = new Map<string, Uint8Array>();

/** The OpenAPI document of a version, as JSON. */
export function encodeOpenApi(version: string): Uint8Array {
  const made =
    documents.get(version) ?? new TextEncoder().encode(JSON.stringify(describeApi(version)));
  documents.set(version, made);
  return made;
}

export const getOpenApi: Handler<'getOpenApi'> = async (_, { version }) => encodeOpenApi(version);
