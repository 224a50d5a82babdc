/**
 * The Node side of fetching: undici with its own name look-up, so that the address which is checked
 * is the address that is connected to (a name may lead elsewhere a moment later), one deadline for
 * all hops, and bodies unpacked while their size is counted.
 * @module
 */
import { lookup as lookupHost } from 'node:dns';
import { lookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import { pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { fetchPage, type PageResponse, type PageTransport, privateAddress } from '@onrecord/intake';
import { CodedError } from '@onrecord/record';
import ipaddr from 'ipaddr.js';
import { Agent, type Dispatcher, request } from 'undici';
import type { ArticleSource } from './resolve-article.ts';

/** What may be fetched, and how long it may take. */
export interface FetchSourceOptions {
  allowPrivateAddresses?: boolean;
  /** For the whole of it, redirects included; 20 seconds when not said. */
  mostMs?: number;
  mostBytes?: number;
}

const MOST_MS = 20_000;
const HEADERS = {
  accept: 'text/html,application/xhtml+xml,text/plain;q=0.9',
  'accept-encoding': 'gzip, br',
  'user-agent': 'onrecord/0.1 (reads one article for its user)',
};
const UNPACKERS = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  br: createBrotliDecompress,
  deflate: createInflate,
} as const;

/**
 * Fetch what lies at an address; `place` is where it came from in the end.
 * @throws CodedError `address-…`
 */
export async function fetchSource(
  address: string,
  options: FetchSourceOptions = {},
): Promise<ArticleSource> {
  const allowPrivateAddresses = options.allowPrivateAddresses ?? false;
  const agent = openAgent(allowPrivateAddresses);
  const deadline = AbortSignal.timeout(options.mostMs ?? MOST_MS);
  try {
    const { url, ...page } = await fetchPage(address, {
      transport: openTransport(agent, deadline),
      allowPrivateAddresses,
      ...(options.mostBytes ? { mostBytes: options.mostBytes } : {}),
    });
    return { ...page, place: url };
  } catch (error) {
    throw describeFailure(error, address, deadline);
  } finally {
    await agent.destroy();
  }
}

/** Whether an address may be connected to: public unicast, and nothing that wraps a private one. */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';
}

function openAgent(allowPrivateAddresses: boolean): Agent {
  return new Agent(allowPrivateAddresses ? {} : { connect: { lookup: lookupPublic } });
}

/** Looks a name up and refuses it when any of its addresses is not public. */
const lookupPublic: LookupFunction = (host, options, callback) => {
  lookupHost(host, { ...options, all: true }, (error, found) => {
    const addresses = error ? [] : found;
    const closed = addresses.find(({ address }) => !isPublicAddress(address));
    const [first] = addresses;
    if (error) callback(error, '');
    else if (closed || !first) callback(privateAddress(host, closed?.address ?? 'nothing'), '');
    else if (options.all) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
};

function openTransport(dispatcher: Dispatcher, signal: AbortSignal): PageTransport {
  return {
    async lookup(host) {
      if (ipaddr.isValid(host)) return [host];
      // A look-up cannot be called off; what it finds after the deadline is not waited for.
      const found = await Promise.race([lookup(host, { all: true }), untilAborted(signal)]);
      return found.map(({ address }) => address);
    },
    isPublicAddress,
    async request(url) {
      return responseOf(await request(url, { dispatcher, signal, headers: HEADERS }));
    },
  };
}

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

function responseOf(answer: Dispatcher.ResponseData): PageResponse {
  const encoding = String(answer.headers['content-encoding'] ?? '').toLowerCase();
  const unpack = UNPACKERS[encoding as keyof typeof UNPACKERS];
  return {
    httpStatus: answer.statusCode,
    header: (name) => {
      const value = answer.headers[name];
      return Array.isArray(value) ? value[0] : value;
    },
    body: unpack ? unpacked(answer.body, unpack()) : answer.body,
    cancel: () => void answer.body.on('error', ignore).destroy(),
  };
}

function unpacked(body: Readable, unpacker: NodeJS.ReadWriteStream & Readable): Readable {
  pipeline(body, unpacker, ignore); // errors reach whoever iterates over the unpacker
  return unpacker;
}

function ignore(): void {}

function describeFailure(error: unknown, address: string, deadline: AbortSignal): unknown {
  if (error instanceof CodedError) return error;
  const cause = (error as { cause?: unknown }).cause;
  if (cause instanceof CodedError) return cause;
  if (deadline.aborted)
    return new CodedError('address-slow', `${address} did not answer in time`, {
      cause: error,
      place: address,
      remedy: 'try again later, or save the article as a file and read that',
    });
  return new CodedError('address-unreachable', `${address} cannot be reached: ${wordsOf(error)}`, {
    cause: error,
    place: address,
    remedy: 'check the spelling and the connection',
  });
}

function wordsOf(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  return code ?? message ?? 'no answer';
}
