/**
 * The typed client: one function a route, `fetch` an argument. Loads no schema library: types come
 * from the route table, addresses from `addresses.ts`. What the server refuses is thrown as a
 * `CodedError` with the problem's code and remedy.
 * @module
 */
import { CodedError } from '@onrecord/record';
import { ADDRESSES, API_ROOT, NAME_HEADER, type RouteName } from './addresses.ts';
import type { Problem } from './problem.ts';
import type { AnswerOf, PathOf, QueryOf, SentBodyOf } from './routes.ts';

export { NAME_HEADER, type RouteName } from './addresses.ts';
export type { Problem } from './problem.ts';
export type { ActorCandidate, ActorSummary, LedgerActor } from './schema/actor.ts';
export type {
  AddedArticle,
  ArticleInput,
  ArticleVersion,
  ArticleView,
  Likeness,
  Mark,
  VersionDiff,
} from './schema/article.ts';
export type { Decided, DecisionInput, Orphan } from './schema/decision.ts';
export type { ConditionView, Dossier, DossierInput, Outcomes } from './schema/dossier.ts';
export type {
  ArticleSummary,
  CommitmentEntry,
  Entry,
  EntryFilter,
  EvidenceInput,
  FacetCount,
  Facets,
  StatementEntry,
} from './schema/entry.ts';

/** The part of the standard `fetch` that the client uses. */
export type Fetch = (url: string, init: FetchInit) => Promise<FetchAnswer>;
export interface FetchInit {
  method: string;
  headers: { [name: string]: string };
  body?: string;
  signal?: AbortSignal;
}
export interface FetchAnswer {
  readonly ok: boolean;
  readonly status: number;
  json(): Promise<unknown>;
}

/** How a client is opened. */
export interface ClientOptions {
  fetch: Fetch;
  /** Where the server is ("http://127.0.0.1:4100"); empty for the page's own. */
  origin?: string;
  /** The name under which decisions are made. */
  getName?: () => string | undefined;
}

type Given<Key extends string, T> = [T] extends [undefined]
  ? unknown
  : keyof T extends never
    ? unknown
    : { [K in Key]: T };
type Path<Name extends RouteName> = Given<'path', PathOf<Name>>;
type Query<Name extends RouteName> = { query?: Loose<QueryOf<Name>> };
type Loose<T> = { [K in keyof T]?: T[K] | undefined };
type Body<Name extends RouteName> = Given<'body', SentBodyOf<Name>>;

/** What a route's function takes. */
export type RequestOf<Name extends RouteName> = Path<Name> &
  Query<Name> &
  Body<Name> & { signal?: AbortSignal };

/** One function a route. */
export type Client = {
  [Name in RouteName]: (request: RequestOf<Name>) => Promise<AnswerOf<Name>>;
};

interface AnyRequest {
  path?: { [name: string]: string };
  query?: { [name: string]: unknown };
  body?: unknown;
  signal?: AbortSignal;
}

/**
 * Open a client.
 * @example
 * const client = openClient({ fetch: (url, init) => fetch(url, init) });
 * const found = await client.searchEntries({ query: { q: 'ceasefire', stance: ['offers'] } });
 */
export function openClient(options: ClientOptions): Client {
  const entries = (Object.keys(ADDRESSES) as RouteName[]).map((name) => [
    name,
    (request: AnyRequest) => send(name, request, options),
  ]);
  return Object.fromEntries(entries) as Client;
}

/** The address of a route with its path and query filled in. */
export function encodeAddress(
  name: RouteName,
  request: Pick<AnyRequest, 'path' | 'query'>,
): string {
  const path = ADDRESSES[name][1].replace(/\{(\w+)\}/g, (_, key: string) =>
    encodeURIComponent(request.path?.[key] ?? ''),
  );
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(request.query ?? {}))
    for (const one of [value].flat())
      if (one !== undefined && one !== '') query.append(key, String(one));
  const search = query.toString();
  return `${API_ROOT}${path}${search === '' ? '' : `?${search}`}`;
}

async function send(name: RouteName, request: AnyRequest, options: ClientOptions) {
  const deciding = options.getName?.();
  const answer = await options.fetch(`${options.origin ?? ''}${encodeAddress(name, request)}`, {
    method: ADDRESSES[name][0],
    headers: {
      accept: 'application/json',
      ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(deciding ? { [NAME_HEADER]: encodeURIComponent(deciding) } : {}),
    },
    ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
    ...(request.signal ? { signal: request.signal } : {}),
  });
  if (answer.ok) return answer.json();
  throw errorOf((await answer.json().catch(() => null)) as Problem | null, answer.status);
}

function errorOf(problem: Problem | null, httpStatus: number): CodedError {
  const code = problem?.code ?? 'server-unreachable';
  const details = (problem?.problems ?? []).map((one) => `${one.path}: ${one.message}`).join('; ');
  const message = problem?.detail ?? problem?.title ?? `the server answered ${httpStatus}`;
  return new CodedError(code, details ? `${message} (${details})` : message, {
    ...(problem?.remedy ? { remedy: problem.remedy } : {}),
    ...(problem?.id ? { place: `problem ${problem.id}` } : {}),
  });
}
