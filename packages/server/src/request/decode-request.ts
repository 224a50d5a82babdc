/**
 * A request → path, query, body and name, checked against its route.
 * @module
 */
import { NAME_HEADER, type Route } from '@onrecord/api';
import { CodedError } from '@onrecord/record';
import { z } from 'zod';
import { RequestError, type RequestProblem } from './request-error.ts';

/** A long article is under 1 MiB; parsing 4 MiB of JSON holds the event loop for some 20 ms. */
export const MOST_BODY_BYTES = 4 * 1024 * 1024;
/** A name is a name. */
const MOST_NAME_LENGTH = 200;

/** What came, checked. */
export interface DecodedRequest {
  path: unknown;
  query: unknown;
  body: unknown;
  name: string;
}

/**
 * Decode a request.
 * @throws RequestError with every problem; CodedError `body-too-large`, `body-not-json`,
 * `name-missing`.
 */
export async function decodeRequest(
  route: Route,
  request: Request,
  path: { [name: string]: string },
): Promise<DecodedRequest> {
  const name = nameOf(route, request);
  const hasBody = !(route.body instanceof z.ZodUndefined);
  const sent = hasBody ? await readJson(request) : undefined;
  const problems: RequestProblem[] = [];
  const check = (schema: z.ZodType, value: unknown, place: string): unknown => {
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    for (const issue of result.error.issues)
      problems.push({ path: [place, ...issue.path].join('.'), message: issue.message });
    return undefined;
  };
  const query = queryOf(new URL(request.url));
  const known = route.query instanceof z.ZodObject ? route.query.shape : {};
  // A misspelt filter that is passed over would answer another question than was asked.
  for (const key of Object.keys(query))
    if (!Object.hasOwn(known, key))
      problems.push({ path: `query.${key}`, message: 'this route has no such parameter' });
  const decoded = {
    path: check(route.path, path, 'path'),
    query: check(route.query, query, 'query'),
    body: check(route.body, sent, 'body'),
    name,
  };
  if (0 < problems.length) throw new RequestError(problems);
  return decoded;
}

function queryOf(url: URL): { [name: string]: string | string[] } {
  const query: { [name: string]: string | string[] } = {};
  for (const key of new Set(url.searchParams.keys())) {
    const values = url.searchParams.getAll(key).filter((value) => value !== '');
    const [only] = values;
    if (only !== undefined) query[key] = values.length === 1 ? only : values;
  }
  return query;
}

function nameOf(route: Route, request: Request): string {
  if (!route.needsName) return '';
  const name = decodeName(request.headers.get(NAME_HEADER) ?? '').trim();
  if (name === '' || MOST_NAME_LENGTH < name.length)
    throw new CodedError('name-missing', `a decision needs a name in the header ${NAME_HEADER}`, {
      remedy: 'say who decides',
    });
  return name;
}

/** Headers carry ASCII: names come percent-encoded. */
function decodeName(header: string): string {
  try {
    return decodeURIComponent(header);
  } catch {
    return header;
  }
}

async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type') ?? '';
  // A form of a foreign page cannot send this type without asking first.
  if (!/^application\/json\b/i.test(type))
    throw new CodedError(
      'body-not-json',
      `the body must be application/json, not ${type || 'nothing'}`,
    );
  const bytes = await readBody(request);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new RequestError([{ path: 'body', message: `not JSON: ${(cause as Error).message}` }]);
  }
}

async function readBody(request: Request): Promise<Uint8Array> {
  if (MOST_BODY_BYTES < Number(request.headers.get('content-length') ?? 0)) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (MOST_BODY_BYTES < size) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(): CodedError {
  return new CodedError('body-too-large', `the body is larger than ${MOST_BODY_BYTES} bytes`, {
    remedy: 'add long files with `onrecord add FILE`',
  });
}
