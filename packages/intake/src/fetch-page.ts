/**
 * The policy of fetching an address that a user names: http and https only, never a private
 * network, every redirect checked as the first hop was, and bounds on hops and bytes. The bound on
 * time and the connection itself belong to the transport, which is an argument. A transport must
 * also refuse to connect to an address that `isPublicAddress` refuses: a name may resolve
 * differently a moment later.
 * @module
 */
import { CodedError } from '@onrecord/record';

/** One answer, redirects not followed. */
export interface PageResponse {
  httpStatus: number;
  /** A header's value by its lower-case name. */
  header(name: string): string | undefined;
  body: AsyncIterable<Uint8Array>;
  /** Ends the answer without reading the rest. */
  cancel(): void;
}

/** What fetching needs from the world. */
export interface PageTransport {
  /** The addresses of a host; a literal address comes back as itself. */
  lookup(host: string): Promise<readonly string[]>;
  /** False for loopback, private, link-local, multicast, reserved … */
  isPublicAddress(address: string): boolean;
  /** One request; rejects with a CodedError when it takes too long or nobody answers. */
  request(url: string): Promise<PageResponse>;
}

/** What may be fetched. */
export interface FetchPageOptions {
  transport: PageTransport;
  /** Most bytes of a body; 10 MiB when not said: a long article is under 1. */
  mostBytes?: number;
  /** Most redirects that are followed; 5 when not said. */
  mostRedirects?: number;
  /** True lets private addresses through: the user's own choice, never a page's. */
  allowPrivateAddresses?: boolean;
}

/** What came back. */
export interface FetchedPage {
  /** Where it came from in the end. */
  url: string;
  bytes: Uint8Array;
  /** Lower-case media type without parameters ("text/html"). */
  mediaType: string;
  charset?: string;
}

const MOST_BYTES = 10 * 1024 * 1024;
const MOST_REDIRECTS = 5;
const REDIRECTS = [301, 302, 303, 307, 308];
const TEXT_TYPES = /^(?:text\/(?:html|plain|markdown)|application\/xhtml\+xml)$/;

/**
 * Fetch the page at an address.
 * @throws CodedError `address-invalid`, `address-private`, `address-redirects`, `address-status`,
 * `address-too-large`, `address-not-text`, and what the transport throws (`address-slow`,
 * `address-unreachable`).
 */
export async function fetchPage(address: string, options: FetchPageOptions): Promise<FetchedPage> {
  const mostRedirects = options.mostRedirects ?? MOST_REDIRECTS;
  let url = parseAddress(address);
  for (let hop = 0; hop <= mostRedirects; hop += 1) {
    if (!options.allowPrivateAddresses) await refusePrivate(url, options.transport);
    const response = await options.transport.request(url.href);
    if (!REDIRECTS.includes(response.httpStatus)) return readResponse(url, response, options);
    response.cancel();
    url = parseAddress(response.header('location') ?? '', url);
  }
  throw new CodedError(
    'address-redirects',
    `${address} redirects more than ${mostRedirects} times`,
    {
      place: address,
      remedy: 'open the address in a browser and give the one that it ends at',
    },
  );
}

/** True for what looks like an address rather than the name of a file. */
export function isAddress(name: string): boolean {
  return /^https?:\/\//i.test(name);
}

function parseAddress(address: string, base?: URL): URL {
  let url: URL;
  try {
    url = base ? new URL(address, base) : new URL(address);
  } catch (cause) {
    throw invalidAddress(address, 'is no address', cause);
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw invalidAddress(address, `has the scheme ${url.protocol.slice(0, -1)}, not http or https`);
  if (url.username !== '' || url.password !== '')
    throw invalidAddress(address, 'holds a user name or password');
  url.hash = '';
  return url;
}

function invalidAddress(address: string, why: string, cause?: unknown): CodedError {
  return new CodedError('address-invalid', `"${address}" ${why}`, {
    cause,
    place: address,
    remedy: 'give a full http:// or https:// address',
  });
}

async function refusePrivate(url: URL, transport: PageTransport): Promise<void> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = await transport.lookup(host);
  if (addresses.length === 0)
    throw new CodedError('address-unreachable', `${host} has no address`, { place: url.href });
  const closed = addresses.find((address) => !transport.isPublicAddress(address));
  if (closed !== undefined) throw privateAddress(url.href, closed);
}

/** The error for an address inside a private network; also thrown by transports. */
export function privateAddress(place: string, address: string): CodedError {
  return new CodedError('address-private', `${place} leads to ${address}, not a public address`, {
    place,
    remedy: 'pass --allow-private-addresses if you mean to read from your own network',
  });
}

async function readResponse(
  url: URL,
  response: PageResponse,
  options: FetchPageOptions,
): Promise<FetchedPage> {
  const place = url.href;
  const [mediaType, charset] = parseContentType(response.header('content-type') ?? '');
  try {
    if (response.httpStatus < 200 || 299 < response.httpStatus)
      throw new CodedError('address-status', `${place} answered ${response.httpStatus}`, {
        place,
        remedy: 'see in a browser whether the page is there for everyone',
      });
    if (!TEXT_TYPES.test(mediaType))
      throw new CodedError(
        'address-not-text',
        `${place} is ${mediaType || 'of no type'}, not text`,
        {
          place,
          remedy: 'give the address of a page (HTML) or of a plain text',
        },
      );
    const bytes = await readBody(place, response, options.mostBytes ?? MOST_BYTES);
    return { url: place, bytes, mediaType, ...(charset ? { charset } : {}) };
  } finally {
    response.cancel();
  }
}

function parseContentType(header: string): [mediaType: string, charset: string | undefined] {
  const [type = ''] = header.split(';', 1);
  return [type.trim().toLowerCase(), /charset\s*=\s*"?([\w.:-]+)/i.exec(header)?.[1]];
}

async function readBody(place: string, response: PageResponse, most: number): Promise<Uint8Array> {
  const promised = Number(response.header('content-length') ?? 0);
  if (most < promised) throw tooLarge(place, most);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body) {
    size += chunk.length;
    if (most < size) throw tooLarge(place, most);
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

function tooLarge(place: string, most: number): CodedError {
  return new CodedError('address-too-large', `${place} is larger than ${most} bytes`, {
    place,
    remedy: 'save the article as a file and read that',
  });
}
