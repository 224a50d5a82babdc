/** Fetching with real sockets on this machine: time, size, packing, private networks. @module */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fetchSource, isPublicAddress } from '../../src/reading/fetch-source.ts';

const TEXT = 'Reik said yes.';
const PAGES: { [path: string]: (request: IncomingMessage, response: ServerResponse) => void } = {
  '/plain': (_, response) => send(response, TEXT),
  '/gzip': (_, response) => send(response, gzipSync(TEXT), { 'content-encoding': 'gzip' }),
  '/brotli': (_, response) =>
    send(response, brotliCompressSync(TEXT), { 'content-encoding': 'br' }),
  // Ten million zeros pack to ten kilobytes: what counts is the size unpacked.
  '/bomb': (_, response) =>
    send(response, gzipSync(Buffer.alloc(10_000_000)), { 'content-encoding': 'gzip' }),
  '/torn': (_, response) =>
    send(response, gzipSync(TEXT).subarray(0, 12), { 'content-encoding': 'gzip' }),
  '/slow-head': () => {},
  '/slow-body': (_, response) => {
    response.writeHead(200, { 'content-type': 'text/plain' });
    response.write('a');
  },
  '/endless': (_, response) => {
    response.writeHead(200, { 'content-type': 'text/plain' });
    const more = () => {
      while (response.write('x'.repeat(65_536)));
      response.once('drain', more);
    };
    more();
  },
  '/inside': (_, response) => {
    response.writeHead(302, { location: 'http://169.254.169.254/latest' });
    response.end();
  },
};

function send(response: ServerResponse, body: string | Buffer, headers: object = {}): void {
  response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8', ...headers });
  response.end(body);
}

const server = createServer((request, response) => {
  response.on('error', () => {});
  PAGES[request.url ?? '']?.(request, response);
});
let origin = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const options = { allowPrivateAddresses: true, mostMs: 400, mostBytes: 1_000_000 };
const codeOf = (path: string, more = {}) =>
  fetchSource(path.startsWith('http') ? path : origin + path, { ...options, ...more }).then(
    () => 'fetched',
    (error) => (error as { code: string }).code,
  );

describe('fetchSource', () => {
  test.each(['/plain', '/gzip', '/brotli'])('text: %s arrives as it was written', async (path) => {
    const source = await fetchSource(origin + path, options);
    expect(new TextDecoder().decode(source.bytes)).toBe(TEXT);
    expect(source).toMatchObject({
      mediaType: 'text/plain',
      charset: 'utf-8',
      place: origin + path,
    });
  });

  const refused: [name: string, path: string, code: string][] = [
    ['a page that never begins', '/slow-head', 'address-slow'],
    ['a page that never ends', '/slow-body', 'address-slow'],
    ['a page without end', '/endless', 'address-too-large'],
    ['a page that unpacks to too much', '/bomb', 'address-too-large'],
    ['a page that is packed wrong', '/torn', 'address-unreachable'],
    ['a port where nobody listens', 'http://127.0.0.1:1/', 'address-unreachable'],
  ];
  test.each(refused)('refused: %s', async (_, path, code) => {
    expect(await codeOf(path)).toBe(code);
  });

  test('refused: a name that is none, at once or at the deadline', async () => {
    expect(await codeOf('http://name.invalid/')).toMatch(/^address-(unreachable|slow)$/);
    const closed = { allowPrivateAddresses: false };
    expect(await codeOf('http://name.invalid/', closed)).toMatch(/^address-(unreachable|slow)$/);
  });

  test('private networks: refused as a literal, as a name, and in every spelling', async () => {
    const { port } = server.address() as AddressInfo;
    const spellings = [
      '127.0.0.1',
      'localhost',
      '127.1',
      '0x7f.1',
      '2130706433',
      '[::1]',
      '[::ffff:7f00:1]',
      '0.0.0.0',
    ];
    for (const host of spellings)
      expect([
        host,
        await codeOf(`http://${host}:${port}/plain`, { allowPrivateAddresses: false }),
      ]).toEqual([host, 'address-private']);
  });
});

test('public addresses: unicast of the open network only', () => {
  const closed = [
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '224.0.0.1',
    '0.0.0.0',
    '::1',
    'fe80::1',
    'fc00::1',
    '::ffff:10.0.0.1',
    '64:ff9b::a00:1',
    'nonsense',
  ];
  const open = ['8.8.8.8', '1.1.1.1', '2606:4700::1111'];
  expect(closed.filter(isPublicAddress)).toEqual([]);
  expect(open.filter(isPublicAddress)).toEqual(open);
});
