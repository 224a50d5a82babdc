/**
 * Errors → `application/problem+json`. What has a code is told with it; what has none is a fault of
 * ours: the client gets an id that stands in the log too, and no inner text.
 * @module
 */
import { randomUUID } from 'node:crypto';
import { PROBLEM_TYPE, type Problem } from '@onrecord/api';
import { CodedError } from '@onrecord/record';
import { RequestError } from './request-error.ts';

/** Takes one line. */
export type Log = (line: string) => void;

/** Statuses of codes; the rest of the codes are the sender's matter: 422. */
const STATUSES: { readonly [code: string]: number } = {
  'request-invalid': 400,
  'query-invalid': 400,
  'name-missing': 400,
  'host-foreign': 403,
  'origin-foreign': 403,
  'not-in-ledger': 404,
  'route-unknown': 404,
  'page-unknown': 404,
  'method-refused': 405,
  'body-too-large': 413,
  'body-not-json': 415,
  'address-private': 403,
  'address-slow': 504,
  'address-status': 502,
  'address-unreachable': 502,
  'database-locked': 503,
  'database-unreachable': 503,
  'reading-stopped': 503,
  'database-full': 507,
  'database-unwritable': 500,
  'database-corrupt': 500,
  'model-missing': 500,
  'model-format': 500,
  'model-section': 500,
  'reading-failed': 500,
};

const TITLES: { readonly [httpStatus: number]: string } = {
  400: 'The request is not well formed',
  403: 'Refused',
  404: 'Not found',
  405: 'Not in that way',
  413: 'Too large',
  415: 'Not JSON',
  422: 'That cannot be done',
  500: 'The server failed',
  502: 'The address gave no article',
  503: 'Not just now',
  504: 'The address was too slow',
  507: 'No room left',
};

/** Describe an error to the client, and an unknown one to the log. */
export function describeProblem(error: unknown, request: Request, log: Log): Response {
  const problem = error instanceof CodedError ? codedProblem(error) : unknownProblem();
  if (500 <= problem.status && problem.id)
    log(`${problem.id} ${request.method} ${new URL(request.url).pathname} ${traceOf(error)}`);
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      'content-type': PROBLEM_TYPE,
      'cache-control': 'no-store',
      ...(problem.status === 503 ? { 'retry-after': '1' } : {}),
    },
  });
}

function codedProblem(error: CodedError): Problem {
  const status = STATUSES[error.code] ?? 422;
  return {
    type: `urn:onrecord:problem:${error.code}`,
    title: TITLES[status] ?? 'Problem',
    status,
    code: error.code,
    detail: error.message,
    ...(error.remedy ? { remedy: error.remedy } : {}),
    ...(error instanceof RequestError ? { problems: [...error.problems] } : {}),
    ...(500 <= status ? { id: randomUUID() } : {}),
  };
}

function unknownProblem(): Problem {
  return {
    type: 'urn:onrecord:problem:internal',
    title: 'The server failed',
    status: 500,
    code: 'internal',
    detail: 'something went wrong inside; the log says what, under the same id',
    id: randomUUID(),
  };
}

function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? ` ← ${error.cause.stack}` : '';
  return `${error.stack ?? error.message}${cause}`;
}
