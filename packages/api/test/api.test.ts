/** The route table as OpenAPI and as a client. @module */
import { expect, test } from 'vitest';
import * as api from '../src/index.ts';
import {
  ADDRESSES,
  describeApi,
  encodeAddress,
  NAME_HEADER,
  openClient,
  ROUTES,
} from '../src/index.ts';

test('surface: the sorted list of public names', () => {
  expect(Object.keys(api).sort()).toMatchInlineSnapshot(`
    [
      "ADDED_KINDS",
      "ADDRESSES",
      "API_ROOT",
      "CONDITION_STATES",
      "NAME_HEADER",
      "PARTS",
      "PROBLEM_TYPE",
      "REVIEWS",
      "ROUTES",
      "actorCandidate",
      "actorSummary",
      "addedArticle",
      "articleInput",
      "articleRecord",
      "articleSummary",
      "articleVersion",
      "articleView",
      "board",
      "boardCondition",
      "commitmentEntry",
      "conditionView",
      "datedName",
      "decided",
      "decisionInput",
      "describeApi",
      "dossier",
      "dossierInput",
      "encodeAddress",
      "entry",
      "entryFilter",
      "entryFilterSchema",
      "evidence",
      "evidenceInput",
      "facetCount",
      "facets",
      "getAddress",
      "isoDate",
      "ledgerActor",
      "likeness",
      "listOf",
      "mark",
      "openClient",
      "orphan",
      "outcomes",
      "pageOf",
      "paging",
      "problem",
      "shift",
      "span",
      "statementEntry",
      "statusRating",
      "utterance",
      "versionDiff",
      "whatIf",
    ]
  `);
});

test('openapi: one operation a route, each with a summary, an answer and problems', () => {
  const document = describeApi('9.9.9') as unknown as {
    openapi: string;
    info: { version: string };
    paths: Record<
      string,
      Record<string, { operationId: string; summary: string; responses: object }>
    >;
  };
  expect(document.openapi).toBe('3.1.0');
  expect(document.info.version).toBe('9.9.9');
  const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
  expect(operations.map((one) => one.operationId).sort()).toEqual(Object.keys(ROUTES).sort());
  for (const operation of operations) {
    expect(operation.summary).not.toBe('');
    expect(Object.keys(operation.responses)).toContain('default');
  }
});

test('openapi: shared shapes are referred to, and every reference is there', () => {
  const document = describeApi('1') as { components: { schemas: Record<string, unknown> } };
  const text = JSON.stringify(document);
  const names = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(
    (found) => found[1],
  );
  expect(new Set(names)).toEqual(new Set(Object.keys(document.components.schemas)));
  expect(
    [...text.matchAll(/"\$ref":"([^"]+)"/g)].every((found) =>
      found[1]?.startsWith('#/components/'),
    ),
  ).toBe(true);
});

test('openapi: path parameters are those of the path', () => {
  const document = describeApi('1') as unknown as {
    paths: Record<string, Record<string, { parameters: { name: string; in: string }[] }>>;
  };
  for (const [path, methods] of Object.entries(document.paths))
    for (const operation of Object.values(methods))
      expect(
        operation.parameters.filter((one) => one.in === 'path').map((one) => one.name),
      ).toEqual([...path.matchAll(/\{(\w+)\}/g)].map((found) => found[1]));
});

test('addresses: no two routes share a method and a path', () => {
  const all = Object.values(ADDRESSES).map(([method, path]) => `${method} ${path}`);
  expect(new Set(all).size).toBe(all.length);
});

test('client: path and query are encoded, empty and absent members left out', () => {
  expect(encodeAddress('getArticle', { path: { id: 'a/b ü' } })).toBe(
    '/api/v1/articles/a%2Fb%20%C3%BC',
  );
  expect(
    encodeAddress('searchEntries', {
      query: { q: '"a b" -c', stance: ['offers', 'commits'], kind: undefined, from: '' },
    }),
  ).toBe('/api/v1/search?q=%22a+b%22+-c&stance=offers&stance=commits');
});

function clientOf(status: number, answer: unknown) {
  const sent: { url: string; init: api.FetchInit }[] = [];
  const client = openClient({
    origin: 'http://ledger.example',
    getName: () => 'Ana Örn',
    fetch: async (url, init) => {
      sent.push({ url, init });
      return { ok: status < 400, status, json: async () => answer };
    },
  });
  return { client, sent };
}

test('client: a decision goes out as JSON under the name', async () => {
  const { client, sent } = clientOf(201, { id: 'd1' });
  await client.addDecision({ body: { kind: 'accept', entryId: 'e1' } });
  expect(sent).toEqual([
    {
      url: 'http://ledger.example/api/v1/decisions',
      init: {
        method: 'POST',
        headers: {
          accept: 'application/json',
          'content-type': 'application/json',
          [NAME_HEADER]: 'Ana%20%C3%96rn',
        },
        body: '{"kind":"accept","entryId":"e1"}',
      },
    },
  ]);
});

test('client: a problem is thrown with its code, remedy and places', async () => {
  const { client } = clientOf(400, {
    type: 'about:blank',
    title: 'Bad request',
    status: 400,
    code: 'request-invalid',
    remedy: 'mend it',
    problems: [{ path: 'query.limit', message: 'too big' }],
  });
  await expect(client.searchEntries({})).rejects.toMatchObject({
    code: 'request-invalid',
    remedy: 'mend it',
    message: 'Bad request (query.limit: too big)',
  });
});

test('queries: a member once, twice or not at all is a list', () => {
  const { query } = ROUTES.searchEntries;
  expect(query.parse({}).stance).toEqual([]);
  expect(query.parse({ stance: 'offers' }).stance).toEqual(['offers']);
  expect(query.parse({ stance: ['offers', 'commits'], limit: '5' })).toMatchObject({
    stance: ['offers', 'commits'],
    limit: 5,
  });
  expect(query.safeParse({ stance: 'shrugs' }).success).toBe(false);
  expect(query.safeParse({ limit: '9999' }).success).toBe(false);
  expect(ROUTES.getWhatIf.query.safeParse({ if: 'ceasefire' }).success).toBe(false);
});
