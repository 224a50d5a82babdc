/** The server through `app.fetch(new Request(…))`: guards, bodies, problems, tags. @module */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp } from './open-test-app.ts';

let server: TestApp;
beforeAll(async () => {
  server = await openTestApp();
});
afterAll(() => server.close());

const json = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;

describe('guards', () => {
  const hosts: [host: string, status: number][] = [
    ['127.0.0.1:4177', 200],
    ['localhost', 200],
    ['LOCALHOST:80', 200],
    ['[::1]:4177', 200],
    ['news.example', 403],
    ['127.0.0.1.news.example', 403],
    ['localhost.news.example:4177', 403],
    ['', 403],
  ];
  test.each(hosts)('host: %j is answered with %i', async (host, status) => {
    const response = await server.ask('/api/v1/health', { headers: { host } });
    expect(response.status).toBe(status);
    if (status === 403) expect(await codeOf(response)).toBe('host-foreign');
  });

  test('host: a name that the server was started for is answered', async () => {
    const named = await openTestApp({ allowedHosts: ['desk.example'] });
    const response = await named.ask('/api/v1/health', { headers: { host: 'desk.example:80' } });
    expect(response.status).toBe(200);
    await named.close();
  });

  const origins: [name: string, headers: Record<string, string>, status: number][] = [
    ['the app itself', { origin: 'http://127.0.0.1:4177', 'sec-fetch-site': 'same-origin' }, 200],
    ['another port', { origin: 'http://127.0.0.1:9999' }, 403],
    ['another site', { origin: 'https://news.example' }, 403],
    ['a sandboxed page', { origin: 'null' }, 403],
    ['a picture on another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a page of the same machine', { 'sec-fetch-site': 'same-site' }, 403],
    ['the address bar', { 'sec-fetch-site': 'none' }, 200],
  ];
  test.each(origins)('origin: %s', async (_, headers, status) => {
    const response = await server.ask('/api/v1/health', {
      headers: { host: '127.0.0.1:4177', ...headers },
    });
    expect(response.status).toBe(status);
  });

  test('headers: every answer, refusals too, forbids foreign scripts and frames', async () => {
    for (const path of ['/api/v1/health', '/api/v1/nothing', '/']) {
      const response = await server.ask(path);
      const policy = response.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe-inline');
      expect(policy).not.toContain("'unsafe-eval'");
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    }
  });
});

describe('requests', () => {
  test('bodies: what is no JSON, of another type or too large is refused', async () => {
    const form = { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{}' };
    expect((await server.ask('/api/v1/read', form)).status).toBe(415);
    expect((await server.ask('/api/v1/read', json('{"text": '))).status).toBe(400);
    const large = await server.ask('/api/v1/read', json({ text: 'x'.repeat(5 * 1024 * 1024) }));
    expect(large.status).toBe(413);
    expect(await codeOf(large)).toBe('body-too-large');
  });

  test('problems: all that is wrong is told at once, each with its path', async () => {
    const response = await server.ask('/api/v1/search?limit=9999&stance=shrugs&from=yesterday');
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    const problem = (await response.json()) as { code: string; problems: { path: string }[] };
    expect(problem.code).toBe('request-invalid');
    expect(problem.problems.map(({ path }) => path).sort()).toEqual([
      'query.from',
      'query.limit',
      'query.stance.0',
    ]);
  });

  test('problems: an article needs exactly one of text, html and address', async () => {
    expect((await server.ask('/api/v1/read', json({}))).status).toBe(400);
    expect((await server.ask('/api/v1/read', json({ text: 'a', html: 'b' }))).status).toBe(400);
  });

  test('problems: what is not there is 404, with a code', async () => {
    for (const path of [
      '/api/v1/articles/a_none',
      '/api/v1/entries/s_none',
      '/api/v1/actors/p_none',
    ]) {
      const response = await server.ask(path);
      expect([path, response.status, await codeOf(response)]).toEqual([path, 404, 'not-in-ledger']);
    }
    expect(await codeOf(await server.ask('/api/v1/nothing'))).toBe('route-unknown');
    const refused = await server.ask('/api/v1/articles', { method: 'DELETE' });
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET, POST']);
    expect(await codeOf(refused)).toBe('method-refused');
  });

  test('problems: a day and a cursor that are none are refused', async () => {
    for (const path of ['/search?from=2027-13-40', '/utterances?cursor=x', '/search?cursor=!'])
      expect([path, (await server.ask(`/api/v1${path}`)).status]).toEqual([path, 400]);
  });

  test('problems: a misspelt parameter is refused, not passed over', async () => {
    const response = await server.ask('/api/v1/search?q=bridge&stanse=offers');
    expect(response.status).toBe(400);
    expect(((await response.json()) as { problems: unknown }).problems).toEqual([
      { path: 'query.stanse', message: 'this route has no such parameter' },
    ]);
  });

  test('problems: an unknown error is told without its words, and logged under the same id', async () => {
    const broken = await openTestApp({
      reader: {
        read: () => Promise.reject(new Error('the secret inside')),
        encode: () => Promise.reject(new Error('the secret inside')),
      },
    });
    const response = await broken.ask('/api/v1/read', json({ text: 'a' }));
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(text).not.toContain('secret');
    const { id, code } = JSON.parse(text) as { id: string; code: string };
    expect(code).toBe('internal');
    expect(broken.log).toHaveLength(1);
    expect(broken.log[0]).toContain(id);
    expect(broken.log[0]).toContain('the secret inside');
    await broken.close();
  });

  test('addresses: a private one is refused', async () => {
    const response = await server.ask('/api/v1/read', json({ address: 'http://127.0.0.1:1/' }));
    expect([response.status, await codeOf(response)]).toEqual([403, 'address-private']);
  });

  test('tags: what has not changed is answered with 304 and no body', async () => {
    const first = await server.ask('/api/v1/articles');
    const tag = first.headers.get('etag') ?? '';
    expect(tag).toMatch(/^W\/"/);
    const second = await server.ask('/api/v1/articles', { headers: { 'if-none-match': tag } });
    expect([second.status, await second.text()]).toEqual([304, '']);
    const other = await server.ask('/api/v1/articles', { headers: { 'if-none-match': 'W/"x"' } });
    expect(other.status).toBe(200);
  });

  test('openapi: the document is served with the version of the server', async () => {
    const document = (await (await server.ask('/api/v1/openapi.json')).json()) as {
      info: { version: string };
    };
    expect(document.info.version).toBe('0.0.0');
  });
});
