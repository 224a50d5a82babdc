/** The policy of fetching, on a transport of a table: hops, sizes, types, private networks. @module */
import { describe, expect, test } from 'vitest';
import { type FetchPageOptions, fetchPage, isAddress, type PageTransport } from '../src/index.ts';

interface Answer {
  httpStatus?: number;
  headers?: { [name: string]: string };
  body?: string;
}

const HOSTS: { [host: string]: string[] } = {
  'news.example': ['203.0.113.9'],
  'inside.example': ['10.0.0.8'],
  'both.example': ['203.0.113.9', '127.0.0.1'],
  'nowhere.example': [],
};

function transportOf(answers: { [url: string]: Answer }) {
  const requested: string[] = [];
  const transport: PageTransport = {
    lookup: async (host) => HOSTS[host] ?? [host],
    isPublicAddress: (address) => address.startsWith('203.0.113.'),
    request: async (url) => {
      requested.push(url);
      const {
        httpStatus = 200,
        headers = { 'content-type': 'text/html' },
        body = 'hello',
      } = answers[url] ?? {};
      return {
        httpStatus,
        header: (name) => headers[name],
        body: (async function* () {
          for (const letter of body) yield new TextEncoder().encode(letter);
        })(),
        cancel: () => {},
      };
    },
  };
  return { transport, requested };
}

async function codeOf(
  url: string,
  answers: { [url: string]: Answer },
  more?: Partial<FetchPageOptions>,
) {
  const { transport, requested } = transportOf(answers);
  const code = await fetchPage(url, { transport, ...more }).then(
    () => 'fetched',
    (error) => (error as { code: string }).code,
  );
  return { code, requested };
}

const to = (location: string): Answer => ({ httpStatus: 302, headers: { location } });

describe('fetchPage', () => {
  test('pages: bytes, media type and character set come back, and the fragment is not sent', async () => {
    const { transport, requested } = transportOf({
      'https://news.example/a': {
        headers: { 'content-type': 'Text/HTML; charset="Windows-1252"' },
      },
    });
    const page = await fetchPage('https://news.example/a#top', { transport });
    expect(new TextDecoder().decode(page.bytes)).toBe('hello');
    expect(page).toMatchObject({ mediaType: 'text/html', charset: 'Windows-1252' });
    expect(requested).toEqual(['https://news.example/a']);
  });

  test('redirects: a relative one is followed and the last address is told', async () => {
    const { transport } = transportOf({ 'https://news.example/a': to('/b') });
    expect((await fetchPage('https://news.example/a', { transport })).url).toBe(
      'https://news.example/b',
    );
  });

  const refused: [name: string, url: string, answers: { [url: string]: Answer }, code: string][] = [
    ['a file', 'file:///etc/hosts', {}, 'address-invalid'],
    ['a password', 'https://a:b@news.example/', {}, 'address-invalid'],
    ['no address', 'https://', {}, 'address-invalid'],
    ['a private literal', 'http://127.0.0.1/', {}, 'address-private'],
    ['a private literal in IPv6', 'http://[::1]/', {}, 'address-private'],
    ['a name that leads inside', 'http://inside.example/', {}, 'address-private'],
    ['a name with one address inside', 'http://both.example/', {}, 'address-private'],
    ['a name without address', 'http://nowhere.example/', {}, 'address-unreachable'],
    [
      'a page that is gone',
      'http://news.example/',
      { 'http://news.example/': { httpStatus: 404 } },
      'address-status',
    ],
    [
      'a picture',
      'http://news.example/',
      { 'http://news.example/': { headers: { 'content-type': 'image/png' } } },
      'address-not-text',
    ],
    [
      'no type',
      'http://news.example/',
      { 'http://news.example/': { headers: {} } },
      'address-not-text',
    ],
  ];
  test.each(refused)('refused: %s', async (_, url, answers, code) => {
    expect((await codeOf(url, answers)).code).toBe(code);
  });

  test('redirects: a hop into the private network is refused before it is asked', async () => {
    const { code, requested } = await codeOf('http://news.example/', {
      'http://news.example/': to('http://10.0.0.8/admin'),
    });
    expect(code).toBe('address-private');
    expect(requested).toEqual(['http://news.example/']);
  });

  test('redirects: a loop ends', async () => {
    const { code, requested } = await codeOf('http://news.example/', {
      'http://news.example/': to('http://news.example/'),
    });
    expect(code).toBe('address-redirects');
    expect(requested).toHaveLength(6);
  });

  test('redirects: to a scheme that is not fetched', async () => {
    const answers = { 'http://news.example/': to('file:///etc/passwd') };
    expect((await codeOf('http://news.example/', answers)).code).toBe('address-invalid');
  });

  test('sizes: a promise too large and a body that grows too large are refused', async () => {
    const promised = { headers: { 'content-type': 'text/html', 'content-length': '99' } };
    const more = { mostBytes: 10 };
    const url = 'http://news.example/';
    expect((await codeOf(url, { [url]: promised }, more)).code).toBe('address-too-large');
    expect((await codeOf(url, { [url]: { body: 'x'.repeat(11) } }, more)).code).toBe(
      'address-too-large',
    );
    expect((await codeOf(url, { [url]: { body: 'x'.repeat(10) } }, more)).code).toBe('fetched');
  });

  test('private networks: read when the user says so', async () => {
    const { code } = await codeOf('http://127.0.0.1/', {}, { allowPrivateAddresses: true });
    expect(code).toBe('fetched');
  });
});

test('isAddress: http and https only, so that a file may be called anything else', () => {
  expect(
    ['HTTPS://a.example', 'http://a', 'httpnotes.txt', '-', 'file:///a'].map(isAddress),
  ).toEqual([true, true, false, false, false]);
});
