/** Nonsense in requests is answered with a problem of the sender's, never with a fault of ours. @module */

import { ADDRESSES, API_ROOT } from '@onrecord/api';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from './open-test-app.ts';

let server: TestApp;
beforeAll(async () => {
  server = await openTestApp();
  await server.client.addArticle({
    body: { text: 'Reik will send 40 buses if the truce holds.\n' },
  });
});
afterAll(() => server.close());

const READS = Object.values(ADDRESSES).filter(([method]) => method === 'GET');

const nonsense: [name: string, path: string][] = [
  ...READS.map(([, path]): [string, string] => [
    `${path} with a cursor that is none`,
    `${path.replace(/\{\w+\}/g, 'x')}?cursor=nonsense`,
  ]),
  ['a broken percent sign', '/articles/%E0%A4%A'],
  ['a NUL in an id', '/articles/a%00b'],
  ['a quotation mark without an end', '/search?q=%22'],
  ['nothing but an exclusion', '/search?q=-buses'],
  ['the words of a query language', '/search?q=AND%20OR%20NEAR(%20*%20%3A%20%5E'],
  ['a very long search', `/search?q=${'word%20'.repeat(2_000)}`],
  ['many actors', `/search?${'actor=w_1&'.repeat(500)}`],
  ['a date that is none', '/search?from=2031-99-99'],
  ['a negative limit', '/search?limit=-1'],
  ['an assumption about nothing', '/what-if?if=%3Dmet'],
  ['an id of another kind', '/utterances/a_1'],
];
test.each(nonsense)('%s', async (_, path) => {
  const response = await server.ask(`${API_ROOT}${path}`);
  const text = await response.text();
  expect(server.log.splice(0)).toEqual([]);
  expect([response.status < 500, text]).toEqual([true, text]);
});

test('property: any body to a route that takes one is answered below 500', async () => {
  const paths = ['/read', '/articles', '/decisions', '/dossiers', '/decisions/d_1/undo'];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...paths), fc.jsonValue(), async (path, body) => {
      const response = await server.ask(`${API_ROOT}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'on-record-as': 'Ada' },
        body: JSON.stringify(body),
      });
      expect(response.status).toBeLessThan(500);
    }),
    { seed: 17, numRuns: 150 },
  );
});

test('HEAD: as GET, without the body', async () => {
  const response = await server.ask('/api/v1/health', { method: 'HEAD' });
  expect([response.status, await response.text()]).toEqual([200, '']);
});
