/**
 * The server as a function from `Request` to `Response`: guards, the routes of the one table, and
 * the app's files. What it needs from the world (ledger, reader, log) are arguments; `serve.ts` adds
 * the socket.
 * @module
 */
import {
  ADDRESSES,
  type AnswerOf,
  API_ROOT,
  type BodyOf,
  type PathOf,
  type QueryOf,
  ROUTES,
  type Route,
  type RouteName,
} from '@onrecord/api';
import type { Ledger } from '@onrecord/ledger';
import { CodedError } from '@onrecord/record';
import { Hono } from 'hono';
import type { FetchSourceOptions } from './reading/fetch-source.ts';
import type { ArticleReader } from './reading/read-input.ts';
import { decodeRequest } from './request/decode-request.ts';
import { findRefusal, SECURITY_HEADERS } from './request/guard.ts';
import { answerJson } from './request/json-response.ts';
import { describeProblem, type Log } from './request/problem-response.ts';
import { HANDLERS } from './route/handlers.ts';
import { encodeOpenApi } from './route/system-handlers.ts';
import { openStaticFiles } from './static-files.ts';
import { type AnsweringThread, LONG_ROUTES } from './thread/answering-thread.ts';

/** What the server runs on. */
export interface AppOptions {
  ledger: Ledger;
  reader: ArticleReader;
  /** Answers long questions; without it they are worked out here. */
  answering?: AnsweringThread;
  /** The version that the server says it is. */
  version: string;
  /** Lines for whoever runs the server; never shown to a client. */
  log: Log;
  /** The app's built files; none: only the API is served. */
  webRoot?: string;
  /** Host names beside the loopback ones under which requests are answered. */
  allowedHosts?: readonly string[];
  /** Bounds of fetching addresses for users. */
  fetching?: FetchSourceOptions;
}

/** What a handler gets. */
export interface HandlerRequest<Name extends RouteName> {
  path: PathOf<Name>;
  query: QueryOf<Name>;
  body: BodyOf<Name>;
  /** Who decides; empty where the route needs no name. */
  name: string;
}

/** Does one operation. Bytes are an answer that is JSON already. */
export type Handler<Name extends RouteName> = (
  request: HandlerRequest<Name>,
  app: AppOptions,
) => Promise<AnswerOf<Name> | Uint8Array>;

/** The server. */
export interface App {
  fetch(request: Request): Promise<Response>;
}

/** Make the server. */
export function createApp(options: AppOptions): App {
  encodeOpenApi(options.version);
  const router = new Hono();
  for (const name of Object.keys(ROUTES) as RouteName[]) {
    const [method, path] = ADDRESSES[name];
    router.on(method, patternOf(path), (context) =>
      answerRoute(name, context.req.raw, { path: context.req.param(), options }),
    );
  }
  for (const [path, methods] of methodsByPath())
    router.all(path, (context) => refuseMethod(context.req.raw, methods, options));
  router.all(`${API_ROOT}/*`, (context) => {
    throw new CodedError('route-unknown', `there is no ${context.req.method} ${context.req.path}`, {
      remedy: `see ${API_ROOT}/openapi.json`,
    });
  });
  const files = openStaticFiles(options.webRoot);
  router.get('*', (context) => files.answer(context.req.raw));
  router.notFound((context) => {
    throw new CodedError('route-unknown', `there is no ${context.req.method} ${context.req.path}`);
  });
  router.onError((error, context) => describeProblem(error, context.req.raw, options.log));
  return { fetch: (request) => answer(request, router, options) };
}

/** `/articles/{id}` as the router writes it. */
const patternOf = (path: string): string => `${API_ROOT}${path.replace(/\{(\w+)\}/g, ':$1')}`;

/** The methods that each path answers to. */
function methodsByPath(): Map<string, string[]> {
  const methods = new Map<string, string[]>();
  for (const [method, path] of Object.values(ADDRESSES)) {
    const pattern = patternOf(path);
    methods.set(pattern, [...(methods.get(pattern) ?? []), method]);
  }
  return methods;
}

/** The path is there, and not for this method: the answer names those that it is there for. */
function refuseMethod(request: Request, methods: readonly string[], options: AppOptions): Response {
  const { pathname } = new URL(request.url);
  const allowed = methods.join(', ');
  const error = new CodedError('method-refused', `${pathname} takes no ${request.method}`, {
    remedy: `it takes ${allowed}`,
  });
  const response = describeProblem(error, request, options.log);
  response.headers.set('allow', allowed);
  return response;
}

async function answer(request: Request, router: Hono, options: AppOptions): Promise<Response> {
  const refusal = findRefusal(request, options.allowedHosts ?? []);
  const response = refusal
    ? describeProblem(refusal, request, options.log)
    : await router.fetch(request);
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.headers.set(name, value);
  return response;
}

interface RouteCall {
  path: { [name: string]: string };
  options: AppOptions;
}

async function answerRoute(name: RouteName, request: Request, call: RouteCall): Promise<Response> {
  const route: Route = ROUTES[name];
  const decoded = await decodeRequest(route, request, call.path);
  const handler = HANDLERS[name] as Handler<RouteName>;
  const asked = decoded as HandlerRequest<RouteName>;
  const { answering } = call.options;
  const value =
    answering && LONG_ROUTES.has(name)
      ? await answering.answer(name, asked)
      : await handler(asked, call.options);
  return answerJson(value, request, route.httpStatus ?? 200);
}
